"""Options that the commands of ``taakstelling uitruil`` share, and how they become input."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.register.chain import Kop as RegisterKop
    from optimiser.register.register import Register as OpenRegister
    from optimiser.scenario.scenario import Scenario
    from optimiser.uitruil.toets.beginstand import Beginstand
    from optimiser.uitruil.voorstel import Voorstel

Bestand = Annotated[
    Path, typer.Argument(metavar="VOORSTEL", help="Bestand (.csv of .xlsx) met het voorstel.")
]
ScenarioName = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="S",
        help="Scenariobestand (.toml) of naam van een meegeleverd scenario; standaard de "
        "wettelijke verdeling zonder grenzen.",
    ),
]
Maat = Annotated[
    str,
    typer.Option(metavar="MAAT", help="Beter af naar: gelijkmatig, tekort, sleutel of last."),
]
Register = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="R",
        envvar="TAAKSTELLING_REGISTER",
        show_envvar=False,
        help="Register: een SQLite-bestand of de URL van een PostgreSQL-database. Bindende "
        "overeenkomsten tellen mee.",
    ),
]


Kop = Annotated[
    str | None,
    typer.Option(
        metavar="KOP",
        help="Kop die eerder op een stuk is afgedrukt, zoals 12-0f3a...; het register moet erop "
        "aansluiten (ook: TAAKSTELLING_REGISTER_KOP).",
    ),
]
Nummer = Annotated[
    int, typer.Argument(parser=numbers.count, metavar="NUMMER", help="Nummer van de overeenkomst.")
]
Versienummer = Annotated[
    int,
    typer.Option(
        "--versie", parser=numbers.count, metavar="N", help="De versie die u hebt gelezen."
    ),
]
Wie = Annotated[str, typer.Option(metavar="NAAM", help="Wie deze stap zet; komt in het register.")]
Opmerking = Annotated[str, typer.Option(metavar="TEKST", help="Toelichting in het register.")]


def asked(
    halfjaar: str,
    scenario: str | None,
    totaal: int | None = None,
    cijfers: Path | None = None,
) -> "tuple[Scenario, Gegevens]":
    """Return the question that an exchange starts from, and its figures.

    Raises
    ------
    HalfjaarMismatchError, WrongUsageError
        If the scenario is of another half-year, or says the total itself.
    """
    from optimiser.cli.scenario_file import find_question
    from optimiser.gegevens.halfjaar import Halfjaar
    from optimiser.uitruil.errors import HalfjaarMismatchError

    Halfjaar.parse(halfjaar)
    if scenario is None:
        question = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
        return question, options.read_figures(cijfers)
    question, figures = find_question(scenario, cijfers)
    if question.halfjaar != halfjaar:
        raise HalfjaarMismatchError(scenario=question.halfjaar, halfjaar=halfjaar)
    if totaal is not None:
        reason = "--totaal hoort niet bij --scenario; zet het totaal in het scenario."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil")
    return question, figures


def situation(
    halfjaar: str,
    scenario: str | None,
    totaal: int | None = None,
    cijfers: Path | None = None,
) -> "Beginstand":
    """Return every gemeente before the exchange; see ``asked``."""
    from optimiser.uitruil.toets.beginstand import make_beginstand

    return make_beginstand(*asked(halfjaar, scenario, totaal, cijfers))


def binding(register: str | None, halfjaar: str) -> list["Voorstel"]:
    """Return what is agreed already for a half-year, if a register was given."""
    from optimiser.uitruil.states import BINDING
    from optimiser.uitruil.voorstel import from_overeenkomst

    if register is None:
        return []
    with opened(register) as book:
        agreed = book.stand(BINDING)
    found = (from_overeenkomst(one.overeenkomst, halfjaar, one.nummer) for one in agreed)
    return [term for term in found if term is not None]


def opened(register: str | None, kop: str | None = None) -> "OpenRegister":
    """Open the register that is there; none is ever made by reading.

    Raises
    ------
    WrongUsageError
        If none was given.
    """
    from optimiser.datapunt.standen import stand_in_force
    from optimiser.register.opening import open_register
    from optimiser.zicht.zicht import EVERYTHING

    return open_register(required(register), EVERYTHING, known_kop(kop), stand_in_force)


def required(register: str | None) -> str:
    """Return the place of the register.

    Raises
    ------
    WrongUsageError
        If none was given.
    """
    if register is None:
        reason = "Er is geen register opgegeven; gebruik --register of TAAKSTELLING_REGISTER."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register")
    return register


def known_kop(kop: str | None = None) -> "RegisterKop | None":
    """Return the head that was given, or that of the environment, if any."""
    from optimiser.register.chain import Kop as Head

    given = kop or os.environ.get("TAAKSTELLING_REGISTER_KOP")
    return Head.parse(given) if given else None
