"""Make, check, copy, put back and write out a register."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.dutch import DutchCommand
from optimiser.cli.uitruil.options import Kop, Register, known_kop, opened, required

Doel = Annotated[
    str, typer.Argument(metavar="DOEL", help="Bestand of URL; er mag nog niets staan.")
]
Bron = Annotated[str, typer.Argument(metavar="KOPIE", help="De kopie die wordt teruggezet.")]
Bestand = Annotated[Path, typer.Argument(metavar="BESTAND", help="Schrijf naar .xlsx of .json.")]


Agenda = Annotated[
    Path | None, typer.Option("--uit", metavar="BESTAND.ics", help="Schrijf een agendabestand.")
]
Scenariobestand = Annotated[
    Path, typer.Option("--uit", metavar="BESTAND.toml", help="Schrijf het scenario hierheen.")
]


def make(register: Register = None) -> None:
    """Maak een nieuw, leeg register."""
    from optimiser.register.engine import shown, to_url
    from optimiser.register.errors import RegisterExistsError
    from optimiser.register.opening import make_register, register_there
    from optimiser.zicht.zicht import EVERYTHING

    place = required(register)
    if register_there(place):
        raise RegisterExistsError(register=shown(to_url(place)))
    with make_register(place, EVERYTHING) as book:
        printing.say(f"Gemaakt: {shown(book.engine.url)}, kop {book.kop()}")


def check(register: Register = None, kop: Kop = None) -> None:
    """Loop de hele keten na, ook tegen een kop die eerder op een stuk is afgedrukt.

    Uitgangscode 0 als alles klopt, 2 als er iets is veranderd.
    """
    with opened(register, kop) as book:
        found = book.check()
        for number in found.rows:
            book.get(number)
    known = known_kop(kop)
    told = f", en zij sluit aan op kop {known}" if known is not None else ""
    deals = len(found.rows)
    printing.say(
        f"Het register klopt: {deals} overeenkomsten, {found.kop.aantal} regels in één keten{told}."
    )
    printing.say(f"Kop: {found.kop}")


def export(bestand: Bestand, register: Register = None, kop: Kop = None) -> None:
    """Schrijf het hele register naar Excel of JSON: stand, geschiedenis en kop."""
    from optimiser.io.writing import export as files
    from optimiser.report.uitruil.registered.register_export import register_json, register_sheets

    ending = files.require_ending(bestand, (".xlsx", ".json"))
    with opened(register, kop) as book:
        found = book.check()
        versions = [one for number in found.rows for one in book.history(number)]
    if ending == ".json":
        files.write_bytes(bestand, register_json(versions, found.kop))
    else:
        from optimiser.io.writing.workbook import to_xlsx

        files.write_bytes(bestand, to_xlsx(register_sheets(versions), [f"Kop: {found.kop}."]))
    printing.remark(f"Geschreven: {bestand}, kop {found.kop}")


def copy(doel: Doel, register: Register = None) -> None:
    """Maak een kopie van register en leveringen terwijl zij in gebruik zijn; de kop is dezelfde."""
    from optimiser.dienst.backup import copy_database

    made = copy_database(required(register), doel, known_kop())
    printing.say(f"Kopie gemaakt: {_named(doel)}, {made.in_words()}")


def restore(kopie: Bron, register: Register = None) -> None:
    """Zet een kopie terug op een plaats waar nog niets is; niets wordt overschreven."""
    from optimiser.dienst.backup import copy_database

    place = required(register)
    made = copy_database(kopie, place, known_kop())
    printing.say(f"Teruggezet op {_named(place)}, {made.in_words()}")


def _named(place: str) -> str:
    from optimiser.register.engine import shown, to_url

    return shown(to_url(place)) if "://" in place else place


def facilities(halfjaar: options.Halfjaar, uit: Scenariobestand, register: Register = None) -> None:
    """Schrijf de tussenvoorzieningen van bindende overeenkomsten als scenario om mee te rekenen."""
    from optimiser.io.scenario_file import to_scenario_file
    from optimiser.io.writing import export as files
    from optimiser.scenario.beperkingen import Capaciteit
    from optimiser.scenario.scenario import Scenario
    from optimiser.uitruil.plekken import to_plekken
    from optimiser.uitruil.states import BINDING

    files.require_ending(uit, (".toml",))
    with opened(register) as book:
        agreed = book.stand(BINDING)
    found = tuple(
        to_plekken(one) for version in agreed for one in version.overeenkomst.voorzieningen
    )
    scenario = Scenario(halfjaar=halfjaar, capaciteit=Capaciteit(plekken=found))
    files.write_bytes(uit, to_scenario_file(scenario, None))
    printing.remark(f"Geschreven: {uit}, met {len(found)} tussenvoorziening(en).")


def remind(register: Register = None, uit: Agenda = None) -> None:
    """Toon wat nog moet gebeuren en vóór welke dag; met --uit ook als agendabestand."""
    from datetime import UTC, datetime

    from optimiser.cli.uitruil.printing_register import print_table
    from optimiser.io.writing import export as files
    from optimiser.report.uitruil.registered.herinneringen import (
        herinneringen,
        herinneringen_ics,
        herinneringen_table,
    )

    if uit is not None:
        files.require_ending(uit, (".ics",))
    with opened(register) as book:
        found = herinneringen(book.stand())
    print_table(herinneringen_table(found), "Wat nog moet gebeuren")
    if uit is not None:
        files.write_bytes(uit, herinneringen_ics(found, datetime.now(UTC)))
        printing.remark(f"Geschreven: {uit}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to a group."""
    for name, command in (
        ("maak", make),
        ("controleer", check),
        ("export", export),
        ("kopie", copy),
        ("herstel", restore),
        ("herinneringen", remind),
        ("voorzieningen", facilities),
    ):
        app.command(name, cls=DutchCommand)(command)
