"""``taakstelling koppel plan``: which households go where, COA region by COA region."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, options, printing
from optimiser.cli.koppelen.koppel import CANNOT_CLOSE, Aandeel
from optimiser.cli.koppelen.question import (
    Drempel,
    Files,
    Huishoudens,
    Regio,
    Woningen,
    ask,
    one_region,
)

if TYPE_CHECKING:
    from optimiser.io.writing.workbook import Sheet

Uit = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Schrijf het plan per gemeente, grootte en klasse als .csv, of met saldo, niet "
        "geplaatst en verantwoording als .xlsx. Alleen voor wie het mag zien: kleine aantallen "
        "zijn niet weggelaten.",
    ),
]


def plan(
    halfjaar: options.Halfjaar,
    regio: Regio = None,
    aandeel: Aandeel = 12,
    drempel: Drempel = 6,
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    uit: Uit = None,
) -> None:
    """Maak per COA-regio een plan: wie waar past, met bewezen ondergrens.

    Eerst iedereen een plek, dan de minste afwijking van de taakstelling, dan grote gezinnen
    gespreid. Gedrukt wordt wat iedereen mag zien; kleine aantallen zijn weggelaten.
    Uitgangscode 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.io.writing.export import require_ending
    from optimiser.koppelen.plan import make_plan
    from optimiser.koppelen.recheck import require_sound
    from optimiser.report.koppelen.plan import plan_lines
    from optimiser.report.koppelen.workbook import plan_sheets

    if uit is not None:
        require_ending(uit, (".csv", ".xlsx"))
    scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
    asked = ask(scenario, aandeel, drempel, Files(huishoudens, woningen))
    vraag = one_region(asked.start.vraag, regio)
    found = make_plan(vraag, _told)
    require_sound(found.koppelingen, vraag)
    printing.say("\n".join(plan_lines(found, vraag)))
    remarks = asked.remarks()
    if uit is not None:
        for path in _write(uit, plan_sheets(found, vraag, asked.start, asked.own), remarks):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(remarks))
    if any(any(left.values()) for left in found.niet_geplaatst.values()):
        # Sizes of the few without a place are not for everybody, so they are not printed here.
        printing.remark("Waar het knelt: taakstelling koppel past --gebied coa_regio.")
        raise typer.Exit(CANNOT_CLOSE)


def _write(uit: Path, sheets: "list[Sheet]", remarks: list[str]) -> list[Path]:
    """Write the workbook, or its first sheet as CSV."""
    from optimiser.io.writing import export

    if uit.suffix.lower() == ".csv":
        return csv_form.write_table(uit, sheets[0], remarks)
    export.write_bytes(uit, export.to_xlsx(sheets, remarks))
    return [uit]


def _told(done: int, total: int, naam: str) -> None:
    printing.remark(f"COA-regio {naam} ({done + 1} van {total}) ...")
