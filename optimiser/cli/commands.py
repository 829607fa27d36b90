"""The commands of ``taakstelling``: where each lives and its first line, known without loading it.

Loading all of them takes longer than most commands; a command is loaded when it is asked for. A
test holds the first lines against the commands themselves.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.main import get_command

from optimiser.cli.dutch import DutchCommand, DutchGroup, new_app
from optimiser.cli.exit_codes import TOLD

#: Module and name below ``optimiser.cli``, in the order of the help page.
HOMES = {
    "app": "start_app:app",
    "verdeel": "tabel.verdeel:verdeel",
    "vergelijk": "vergelijken.vergelijk:vergelijk",
    "waarom": "tabel.waarom:waarom",
    "verschil": "tabel.waarom:verschil",
    "mengen": "vergelijken.mengen:mengen",
    "onzekerheid": "vergelijken.onzekerheid:onzekerheid",
    "totalen": "tabel.waarom:totalen",
    "optimaliseer": "optimaliseren.optimaliseer:optimaliseer",
    "grens": "optimaliseren.optimaliseer:grens",
    "kaart": "kaart.kaart:kaart",
    "lrt": "kaart.lrt:lrt",
    "controleer": "tabel.controleer:controleer",
    "sein": "verloop.sein:sein",
    "opvang": "verloop.opvang:opvang",
    "herleid": "tabel.herleid:herleid",
    "sleutels": "tabel.sleutels:sleutels",
    "gegevens": "tabel.gegevens:gegevens",
    "afronden": "tijd.afronden:afronden",
    "gladstrijken": "tijd.gladstrijken:gladstrijken",
    "meerjaren": "tijd.meerjaren:meerjaren",
    "vooruitzicht": "tijd.vooruitzicht:vooruitzicht",
    "lees": "bestanden.lees:lees",
    "sjabloon": "bestanden.sjabloon:sjabloon",
    "handleiding": "bestanden.handleiding:handleiding",
    "koppel": "koppelen.group:app",
    "uitruil": "uitruil.toets:app",
    "saldo": "verloop.saldo:app",
    "levering": "verloop.levering:app",
    "dienst": "dienst.dienst:app",
}
LINES = {
    "app": "Start de app in de browser: verdeling, kaart, vergelijken, uitruil.",
    "verdeel": "Verdeel de landelijke taakstelling van een halfjaar over gemeenten of gebieden.",
    "vergelijk": "Zet verdeelsleutels naast elkaar op elke maat, met wie meer en wie minder "
    "krijgt.",
    "waarom": "Leg stap voor stap uit hoe een gemeente aan haar aantal komt.",
    "verschil": "Verdeel het verschil tussen twee scenario's over zijn oorzaken.",
    "mengen": "Meng twee sleutels en toon bij welk gewicht er iets verandert, exact berekend.",
    "onzekerheid": "Reken de sleutels duizenden keren door met onzekere invoer (alle verdelingen: "
    "aanname).",
    "totalen": "Toon wie de volgende persoon krijgt als het landelijke totaal stijgt, voor elk "
    "totaal.",
    "optimaliseer": "Verdeel de taakstelling onder de grenzen van een scenario en bewijs "
    "de uitkomst.",
    "grens": "Toon hoe eerlijk de verdeling kan zijn bij elk aantal verplaatste personen.",
    "kaart": "Teken één kaart van een scenario of een sleutel, of het verschil met een andere "
    "sleutel.",
    "lrt": "Maak het bespreekstuk voor de Landelijke Regietafel: dia's, papier, werkboek of "
    "kaartlagen.",
    "controleer": "Reken een opgeslagen resultaat of ruilbewijs na, alleen met hele getallen.",
    "sein": "Toon wie achterloopt: feiten, geen kansen, en hoe vaak zo'n teken eerder klopte.",
    "opvang": "Toon wie in de opvang wacht, hoe lang, en wat daarvan nog niet aan gemeenten is "
    "gevraagd.",
    "herleid": "Reken de gepubliceerde aantallen per provincie na met elke afrondingsmethode.",
    "sleutels": "Toon de verdeelsleutels met hun juridische status, bron en beschikbaarheid.",
    "gegevens": "Toon elk ingebouwd gegevensbestand met eigenaar, licentie, peildatum en indeling.",
    "afronden": "Vergelijk afronden per halfjaar, zoals nu, met afronden over de halfjaren heen.",
    "gladstrijken": "Strijk de landelijke taakstelling glad over de halfjaren van een scenario.",
    "meerjaren": "Verdeel halfjaren achter elkaar: wie kan wanneer hoeveel huisvesten, en wat "
    "blijft liggen.",
    "vooruitzicht": "Toon waar het saldo heen gaat, met een waaier en wat het verleden miste.",
    "lees": "Toon hoe een bestand wordt gelezen: blad, kop, kolommen, gemeenten, fouten.",
    "sjabloon": "Schrijf een Excel-bestand om in te vullen: namen, codes, keuzelijsten, uitleg.",
    "handleiding": "Schrijf de handleiding van de app als PDF: één scherm per taak.",
    "koppel": "Passen de huishoudens in de woningen, en sluit de taakstelling? Alleen aantallen, "
    "nooit persoonsgegevens. Zonder eigen aantallen rekent de opdracht met aannames, die "
    "zij noemt.",
    "uitruil": "Toets en zoek uitruil van de taakstelling, en leg haar vast (art. 29 lid 2).",
    "saldo": "Saldo per land, provincie of gemeente: wat is gevraagd, gedaan en nog open.",
    "levering": "Lever cijfers aan: realisatie, inwoners van een nieuw jaar, een landelijk aantal. "
    "Wat is vastgesteld telt mee in elke opdracht en blijft bewaard.",
    "dienst": "Voor de beheerder van een installatie: nazien of alles klopt, en wat er is "
    "geïnstalleerd.",
}
#: LazyCommands that answer a scenario with limits; their help ends with what the exit codes mean.
ANSWERING = frozenset({"verschil", "optimaliseer", "grens", "kaart", "lrt"})


class LazyCommands(Mapping[str, Any]):
    """Every command by name; one that was not asked for is not loaded."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - typer's own command
        if name not in self._loaded:
            module, _, attribute = HOMES[name].partition(":")
            found = getattr(import_module(f"optimiser.cli.{module}"), attribute)
            self._loaded[name] = get_command(
                found if isinstance(found, typer.Typer) else _alone(name, found)
            )
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(HOMES)

    def __len__(self) -> int:
        return len(HOMES)


def _alone(name: str, function: Any) -> typer.Typer:  # noqa: ANN401 - a function with any options
    app = new_app()
    app.command(name, cls=DutchCommand, epilog=TOLD if name in ANSWERING else None)(function)
    return app


class LazyGroup(DutchGroup):
    """The commands of ``taakstelling`` itself."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - typer's own settings
        super().__init__(**settings)
        self.commands = LazyCommands()  # type: ignore[assignment]  # read only

    def command_rows(self) -> list[tuple[str, str]]:
        """Return each command with its first line."""
        return list(LINES.items())
