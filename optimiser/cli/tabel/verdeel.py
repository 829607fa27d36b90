"""``taakstelling verdeel``: the table of one key, for one half-year."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, options, printing

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.scenario.scenario import Scenario
    from optimiser.solve.result import Verdeling

Per = Annotated[
    str,
    typer.Option(
        metavar="GEBIED",
        help="gemeente, provincie, veiligheidsregio, corop of arbeidsmarktregio.",
    ),
]
Uit = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND", help="Schrijf naar .csv of .xlsx in plaats van het scherm."),
]


def verdeel(
    halfjaar: options.Halfjaar,
    totaal: options.Totaal = None,
    sleutel: options.Sleutel = "inwoners",
    afronding: options.Afronding = "adams",
    peiljaar: options.Peiljaar = None,
    indeling: options.Indeling = None,
    per: Per = "gemeente",
    optie: options.Optie = None,
    cijfers: options.Cijfers = None,
    uit: Uit = None,
) -> None:
    """Verdeel de landelijke taakstelling van een halfjaar over gemeenten of gebieden.

    Op het scherm een leesbare tabel; in een pijp (| of >) CSV.
    """
    scenario = options.make_scenario(
        halfjaar=halfjaar,
        totaal=totaal,
        sleutel=sleutel,
        sleutel_opties=options.sleutel_opties(optie),
        afronding=afronding,
        peiljaar=peiljaar,
        indeling=indeling,
        **_named(sleutel, afronding),
    )
    figures = options.read_figures(cijfers)
    from optimiser.solve.run import solve_scenario

    show_table(solve_scenario(scenario, figures), figures, scenario, uit, per)


def show_table(
    verdeling: "Verdeling",
    figures: "Gegevens",
    scenario: "Scenario",
    uit: Path | None,
    per: str = "gemeente",
) -> None:
    """Show or write the table of a key, with what a reader must know beside it."""
    table = _per(verdeling, per, figures)
    title = f"Taakstelling {scenario.halfjaar}: {scenario.titel}"
    _write(table, verdeling, title, uit)
    for line in notes(verdeling, figures, scenario.halfjaar):
        printing.remark(line)


def _named(sleutel: str, afronding: str) -> dict[str, object]:
    """Title and source of a scenario typed on the command line."""
    from optimiser.rounding import METHODS
    from optimiser.verdeelsleutels import find

    key = find(sleutel)
    how = METHODS[afronding].titel if afronding in METHODS else afronding
    return {
        "naam": "verdeel",
        "titel": f"{key.titel}, {how[:1].lower()}{how[1:]}",
        "bron": key.toelichting.bron,
    }


def _per(verdeling: "Verdeling", per: str, figures: "Gegevens") -> "pd.DataFrame":
    table = verdeling.gemeenten
    if per == "gemeente":
        return table.reset_index(names="gm_code")
    from optimiser.compare import per_group

    return per_group(
        table["taakstelling"], figures.regios_of(per, table.index), per, table["gemeente"]
    )


def _write(table: "pd.DataFrame", verdeling: "Verdeling", title: str, uit: Path | None) -> None:
    from optimiser.io.writing import export
    from optimiser.teksten import decimal, percentage, whole

    if uit is not None:
        formats = {"inwoners": "#,##0", "aandeel": "0.000000%", "exact": "#,##0.000"}
        sums = [c for c in ("inwoners", "aandeel", "exact", "taakstelling") if c in table]
        sheet = export.Sheet("Verdeling", table, sums, formats | {"taakstelling": "#,##0"})
        for path in csv_form.write_table(uit, sheet, [title, verdeling.herkomst.line()]):
            printing.remark(f"Geschreven: {path}")
    elif printing.is_terminal():
        shapes: dict[str, printing.Formatter] = {
            "inwoners": whole,
            "aandeel": lambda v: percentage(v, 3),
            "exact": lambda v: decimal(v, 2),
            "taakstelling": whole,
        }
        first = str(table.columns[0])
        totals = {first: "Totaal", "taakstelling": whole(verdeling.totaal)}
        printing.show(table, title, shapes, totals)
    else:
        printing.write_csv(export.to_csv(table, {"aandeel": 12}))


def notes(verdeling: "Verdeling", figures: "Gegevens", halfjaar: str) -> list[str]:
    """Return what a reader must know beside the table: sum, ties, mergers, provenance."""
    from optimiser.solve.own_figures import unused_file
    from optimiser.teksten import signed, whole
    from optimiser.teksten.getallen import shown_names

    lines = []
    if not verdeling.closes and verdeling.totaal != verdeling.wanted:
        over = signed(verdeling.totaal - verdeling.wanted)
        lines.append(
            f"Let op: deze afronding sluit niet. De som is {whole(verdeling.totaal)}, het "
            f"landelijke aantal {whole(verdeling.wanted)} (verschil {over})."
        )
    names = verdeling.gemeenten["gemeente"]
    for tie in verdeling.ties:
        how = "alleen op gemeentecode" if tie.by_code else "op het grootste openstaande aandeel"
        equal, got = ([str(names[code]) for code in codes] for codes in (tie.gm_codes, tie.got))
        verb = "kreeg" if len(got) == 1 else "kregen"
        lines.append(
            f"Gelijke aanspraak van {shown_names(equal)}: beslist {how}; een persoon {verb} "
            f"{shown_names(got)}."
        )
    lines += figures.later_mergers(verdeling.gemeenten.index, halfjaar)
    lines += unused_file(figures, verdeling.herkomst.bron, verdeling.herkomst.indeling)
    return [*lines, verdeling.herkomst.line()]
