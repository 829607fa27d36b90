"""``taakstelling vergelijk``: keys beside each other on every measure."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.vergelijken import sleutel_options
from optimiser.cli.vergelijken.realisatie import VIEWS, show_realisatie
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.compare import Vergelijking
    from optimiser.gegevens.gegevens import Gegevens

Toon = Annotated[
    str,
    typer.Option(
        metavar="WAT",
        help="maten, sleutels, gemeente, provincie, veiligheidsregio, corop, arbeidsmarktregio, "
        "grootteklasse, stedelijkheid, splitsing, uitschieters, overname, definities, realisatie "
        "of realisatie_provincie.",
    ),
]
Uit = Annotated[
    Path | None,
    typer.Option(
        metavar="MAP|BESTAND",
        help="Schrijf een werkboek (.xlsx), of een map met CSV's, figuren en het werkboek; "
        "met --toon realisatie een .csv of .xlsx.",
    ),
]
Tijd = Annotated[bool, typer.Option("--tijd", help="Toon hoe lang het rekenen duurde.")]


def vergelijk(
    halfjaar: options.Halfjaar,
    sleutels: sleutel_options.Sleutels = None,
    tegen: sleutel_options.Tegen = "inwoners",
    toon: Toon = "maten",
    totaal: options.Totaal = None,
    afronding: options.Afronding = "adams",
    peiljaar: options.Peiljaar = None,
    indeling: options.Indeling = None,
    mutatiegraad: sleutel_options.Mutatiegraad = None,
    personen_per_woning: sleutel_options.PersonenPerWoning = None,
    cijfers: options.Cijfers = None,
    uit: Uit = None,
    tijd: Tijd = False,
) -> None:
    """Zet verdeelsleutels naast elkaar op elke maat, met wie meer en wie minder krijgt.

    De kolommen kan en wil (personen) in het bestand van --cijfers begrenzen een stijging; een kolom
    realisatie (gehuisveste personen) komt met --toon realisatie naast de wettelijke taakstelling.
    """
    from optimiser.compare import compare_sleutels as compare

    vraag = sleutel_options.make_vraag(
        sleutels,
        tegen,
        halfjaar=halfjaar,
        totaal=totaal,
        afronding=afronding,
        peiljaar=peiljaar,
        indeling=indeling,
        mutatiegraad=mutatiegraad,
        personen_per_woning=personen_per_woning,
    )
    figures = options.read_figures(cijfers)
    if toon in VIEWS:
        show_realisatie(vraag, figures, toon, uit)
        return
    found = compare(vraag, figures)
    _show(found, figures, toon)
    if uit is not None:
        from optimiser.cli.vergelijken.files import write_files

        write_files(found, figures, uit)
    _remarks(found, figures, tijd)


def _remarks(found: "Vergelijking", figures: "Gegevens", tijd: bool) -> None:
    """Write below the table what a reader must know, and the seconds if asked."""
    from optimiser.report.vergelijking.notes import notes
    from optimiser.teksten import decimal

    for line in notes(found, figures):
        printing.remark(line)
    if tijd:
        printing.remark(f"Rekentijd: {decimal(found.herkomst.seconds['vergelijken'], 3)} s.")


def table_of(found: "Vergelijking", figures: "Gegevens", toon: str) -> "pd.DataFrame":
    """Return the table a reader asked for.

    Raises
    ------
    WrongUsageError
        If there is no such table.
    """
    import pandas as pd

    from optimiser.compare.changes.splitsing import splitsing_alle
    from optimiser.report.vergelijking import tables as report

    if toon == "overname":
        tables = [report.takeover_table(found, label, figures) for label in found.labels[1:]]
        return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    if toon in report.group_names():
        return report.groups_table(found, toon, figures)
    tables_by_name: dict[str, Callable[[Vergelijking], pd.DataFrame]] = {
        "maten": report.measures_text if printing.is_terminal() else report.measures_numbers,
        "sleutels": report.keys_table,
        "gemeente": report.gemeenten_table,
        "uitschieters": report.outliers_table,
        "definities": lambda _: report.definitions(),
        "splitsing": lambda one: splitsing_alle(one, figures).fillna(report.MISSING),
    }
    if toon not in tables_by_name:
        known = [*tables_by_name, *report.group_names(), "overname", *VIEWS]
        reason = f"'--toon {toon}' bestaat niet. Kies uit: {', '.join(known)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling vergelijk")
    return tables_by_name[toon](found)


def _show(found: "Vergelijking", figures: "Gegevens", toon: str) -> None:
    from optimiser.io.writing.export import to_csv
    from optimiser.report.vergelijking.notes import takeover_note

    table = table_of(found, figures, toon)
    if toon == "overname":
        printing.remark(takeover_note())
    if not printing.is_terminal():
        printing.write_csv(to_csv(table))
        return
    formats: dict[str, printing.Formatter] = dict(_formats(table)) if toon != "maten" else {}
    table = table.drop(columns=["eenheid", "beter"]) if toon == "maten" else table
    printing.show(table, f"Verdeelsleutels {found.vraag.halfjaar}: {toon}", formats)


def _formats(table: "pd.DataFrame") -> Iterator[tuple[str, printing.Formatter]]:
    """Yield how columns of numbers are written."""
    from optimiser.teksten import signed, whole

    for column in map(str, table.columns):
        if column == "verschil_per_1000":
            yield column, lambda value: signed(value, 2)
        elif column.startswith("verschil"):
            yield column, signed
        elif table[column].dtype.kind in "iu" or str(table[column].dtype) == "Int64":
            yield column, whole
