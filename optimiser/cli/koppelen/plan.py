"""``taakstelling koppel plan``: which households go where, COA region by COA region."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.koppelen.from_file import Bestand, Saldo, ask_file, with_owed
from optimiser.cli.koppelen.koppel import CANNOT_CLOSE
from optimiser.cli.koppelen.question import (
    Drempel,
    Files,
    Huishoudens,
    Regio,
    Woningen,
    ask,
    one_region,
)
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.io.writing.workbook import Sheet

Halfjaar = Annotated[
    str | None, typer.Option(metavar="JJJJ-N", help="Halfjaar, zoals 2025-2; niet bij een bestand.")
]
Deel = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count_between(1, 100),
        metavar="PROCENT",
        help="Deel van de vrijkomende corporatiewoningen voor vergunninghouders; standaard 12.",
    ),
]
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
    uit: Uit = None,
) -> None:
    """Maak per COA-regio een plan: wie waar past, met bewezen ondergrens.

    Eerst iedereen een plek, dan de minste afwijking van de taakstelling, dan grote gezinnen
    gespreid. Gedrukt wordt wat iedereen mag zien; kleine aantallen zijn weggelaten.
    Uitgangscode 3 als er huishoudens zonder plek zijn.
    """
    from optimiser.io.writing.export import require_ending
    from optimiser.koppelen.plan import SECONDS, make_plan
    from optimiser.koppelen.recheck import require_sound
    from optimiser.report.koppelen.plan import plan_lines
    from optimiser.report.koppelen.workbook import plan_sheets

    if uit is not None:
        require_ending(uit, (".csv", ".xlsx"))
    files = Files(huishoudens, woningen)
    _require_one(bestand, (halfjaar, aandeel, drempel, totaal))
    if bestand is not None:
        asked, seconds = ask_file(bestand, files, saldo)
    else:
        scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
        asked, seconds = with_owed(ask(scenario, aandeel or 12, drempel, files), saldo), SECONDS
    vraag = one_region(asked.start.vraag, regio)
    found = make_plan(vraag, _told, seconds=seconds)
    require_sound(found.koppelingen, vraag)
    printing.say("\n".join(plan_lines(found, vraag)))
    if uit is not None:
        sheets = plan_sheets(found, vraag, asked.start, asked.own)
        for path in _write(uit, sheets, asked.remarks()):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(asked.remarks()))
    if any(any(left.values()) for left in found.niet_geplaatst.values()):
        # Sizes of the few without a place are not for everybody, so they are not printed here.
        printing.remark("Waar het knelt: taakstelling koppel past --gebied coa_regio.")
        raise typer.Exit(CANNOT_CLOSE)


def _require_one(bestand: str | None, given: tuple[object, ...]) -> None:
    """Refuse a file and options that say the same, or neither: nothing is guessed."""
    said = [one for one in given if one is not None]
    reason = ""
    if bestand is None and given[0] is None:
        reason = "geef --halfjaar, of een bestand zoals koppelen.toml"
    elif bestand is not None and said:
        reason = "halfjaar, aandeel, drempel en totaal staan in het bestand: laat die opties weg"
    if reason:
        raise WrongUsageError(reden=reason, opdracht="taakstelling koppel plan")


def _write(uit: Path, sheets: "list[Sheet]", remarks: list[str]) -> list[Path]:
    """Write the workbook, or its first sheet as CSV."""
    from optimiser.io.writing import export

    if uit.suffix.lower() == ".csv":
        return csv_form.write_table(uit, sheets[0], remarks)
    export.write_bytes(uit, export.to_xlsx(sheets, remarks))
    return [uit]


def _told(done: int, total: int, naam: str) -> None:
    printing.remark(f"{naam} ({done + 1} van {total}) ...")
