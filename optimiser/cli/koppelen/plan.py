"""``taakstelling koppel plan``: which households go where, COA region by COA region."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, options, printing
from optimiser.cli.exit_codes import CANNOT_CLOSE
from optimiser.cli.koppelen.fixings import Vast, Vorig, tell_prices, with_fixings, with_previous
from optimiser.cli.koppelen.from_file import Bestand, Choices, Deel, Halfjaar, Saldo, ask_either
from optimiser.cli.koppelen.question import (
    Drempel,
    Files,
    Huishoudens,
    Regio,
    Woningen,
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
    bestand: Bestand = None,
    halfjaar: Halfjaar = None,
    regio: Regio = None,
    aandeel: Deel = None,
    drempel: Drempel = None,
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    saldo: Saldo = None,
    vast: Vast = None,
    vorig: Vorig = None,
    uit: Uit = None,
) -> None:
    """Maak per COA-regio een plan: wie waar past, met bewezen ondergrens.

    Eerst iedereen een plek, dan de minste afwijking van de taakstelling, dan grote gezinnen
    gespreid. Gedrukt wordt wat iedereen mag zien; kleine aantallen zijn weggelaten.
    Uitgangscode 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.io.writing.export import require_ending
    from optimiser.koppelen.answer import solve_koppelvraag
    from optimiser.report.koppelen.plan import plan_lines
    from optimiser.report.koppelen.workbook import plan_sheets

    if uit is not None:
        require_ending(uit, (".csv", ".xlsx"))
    given = Choices(halfjaar, aandeel, drempel, totaal)
    asked, seconds = ask_either(bestand, given, Files(huishoudens, woningen), saldo)
    names = asked.start.vraag.gemeenten["gemeente"]
    vraag = with_fixings(one_region(asked.start.vraag, regio), vast, names)
    vraag = vraag if vorig is None else with_previous(vraag, vorig)
    found = solve_koppelvraag(vraag, _told, seconds=seconds)
    printing.say("\n".join(plan_lines(found, vraag)))
    tell_prices(found.koppelingen, vraag)
    if uit is not None:
        sheets = plan_sheets(found, vraag, asked.start, asked.own)
        for path in _write(uit, sheets, asked.remarks()):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(asked.remarks()))
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
    printing.remark(f"{naam} ({done + 1} van {total}) ...")
