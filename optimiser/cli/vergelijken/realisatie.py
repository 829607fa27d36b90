"""``taakstelling vergelijk --toon realisatie``: what was housed beside what was asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from optimiser.cli import csv_form, printing

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.compare import Vraag
    from optimiser.compare.realisatie.beside import Som
    from optimiser.gegevens.gegevens import Gegevens

#: What ``--toon`` may ask of it.
VIEWS = ("realisatie", "realisatie_provincie")


def show_realisatie(vraag: "Vraag", figures: "Gegevens", toon: str, uit: Path | None) -> None:
    """Show or write realisatie per gemeente or province, with what a reader must know beside it.

    Raises
    ------
    RealisatieUnavailableError, InvalidTableError
        As ``optimiser.compare.realisatie.beside.realisatie``.
    UnknownFileTypeError, UnwritableFileError
        If the file cannot be written.
    """
    from optimiser.compare.realisatie.beside import realisatie
    from optimiser.compare.vraag import WETTELIJK
    from optimiser.report.vergelijking.realisatie import file_table, remarks, summary
    from optimiser.solve.run import solve_scenario

    verdeling = solve_scenario(vraag.scenario(WETTELIJK), figures)
    found, halfjaar = realisatie(verdeling, figures), vraag.halfjaar
    told = [summary(found, halfjaar), *remarks(found, halfjaar)]
    told += figures.later_mergers(verdeling.gemeenten.index, halfjaar)
    told.append(verdeling.herkomst.line())
    per_gemeente = toon == VIEWS[0]
    table = found.gemeenten.reset_index() if per_gemeente else found.provincies
    if uit is not None:
        _write(file_table(table), uit, told)
    elif printing.is_terminal():
        totals = _totals(found.totaal, per_gemeente=per_gemeente)
        printing.show(_narrow(table), f"Realisatie {halfjaar}", _formats(), totals)
    else:
        from optimiser.io.writing.export import to_csv

        printing.write_csv(to_csv(file_table(table)))
    for line in told:
        printing.remark(line)


def _write(table: "pd.DataFrame", uit: Path, told: list[str]) -> None:
    from optimiser.io.writing import export

    counts = ("taakstelling", "realisatie", "verschil")
    sheet = export.Sheet("Realisatie", table, formats=dict.fromkeys(counts, "#,##0"))
    for path in csv_form.write_table(uit, sheet, told):
        printing.remark(f"Geschreven: {path}")


def _narrow(table: "pd.DataFrame") -> "pd.DataFrame":
    """Return what fits a screen of 80 characters."""
    shown = table.rename(columns={"realisatiegraad": "graad"})
    if "gm_code" in shown:
        return shown.drop(columns="provincie")
    pairs = zip(shown.pop("bekend"), shown.pop("gemeenten"), strict=True)
    shown.insert(1, "over", [f"{known} van {every}" for known, every in pairs])
    return shown


def _formats() -> dict[str, printing.Formatter]:
    import pandas as pd

    from optimiser.report.vergelijking.realisatie import MISSING
    from optimiser.teksten import percentage, signed, whole

    def known(form: Callable[[Any], str], absent: str = "-") -> printing.Formatter:
        return lambda value: absent if pd.isna(value) else form(value)

    counts = {"taakstelling": known(whole), "realisatie": known(whole, MISSING)}
    return counts | {"verschil": known(signed), "graad": known(percentage)}


def _totals(som: "Som", *, per_gemeente: bool) -> dict[str, str]:
    """Return the last row: sums over the gemeenten with a figure."""
    from optimiser.report.vergelijking.realisatie import degree_text
    from optimiser.teksten import signed, whole

    over = f"{som.bekend} van {som.gemeenten}"
    names = {"gemeente": f"Over {over}"} if per_gemeente else {"provincie": "Totaal", "over": over}
    counts = {"taakstelling": whole(som.taakstelling), "realisatie": whole(som.realisatie)}
    return names | counts | {"verschil": signed(som.verschil), "graad": degree_text(som)}
