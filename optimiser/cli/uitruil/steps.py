"""Steps of an agreement in the register: approvals, status, carried out, and back again."""

from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options
from optimiser.cli.dutch import DutchCommand
from optimiser.cli.uitruil.options import (
    Nummer,
    Opmerking,
    Register,
    Versienummer,
    Wie,
    opened,
)
from optimiser.cli.uitruil.printing_register import print_versions
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from datetime import date

Status = Annotated[str, typer.Argument(metavar="STATUS", help="gemeld, verwerkt of vervallen.")]
Periode = Annotated[str, typer.Argument(metavar="JJJJ-N", help="Halfjaar dat is uitgevoerd.")]
Gemeente = Annotated[
    str, typer.Argument(metavar="GEMEENTE", help="Naam of code, zoals Assen of GM0106.")
]
Namens = Annotated[str, typer.Option(metavar="NAAM", help="Wie namens het college besloot.")]
Datum = Annotated[str, typer.Option(metavar="DD-MM-JJJJ", help="Datum van het collegebesluit.")]
Zaak = Annotated[str, typer.Option(metavar="ZAAK", help="Zaaknummer bij de gemeente.")]
Reden = Annotated[str, typer.Option(metavar="TEKST", help="Waarom de stap teruggaat.")]


def approve(
    nummer: Nummer,
    gemeente: Gemeente,
    versie: Versienummer,
    namens: Namens,
    datum: Datum,
    zaaknummer: Zaak,
    wie: Wie,
    register: Register = None,
) -> None:
    """Leg vast dat een college heeft goedgekeurd; na het laatste college volgt akkoord."""
    from optimiser.register.approval import Goedkeuring

    given = Goedkeuring(options.code_of(gemeente), namens, _day(datum), zaaknummer)
    with opened(register) as book:
        print_versions([book.approve(nummer, versie, given, wie)])


def withdraw(
    nummer: Nummer,
    gemeente: Gemeente,
    versie: Versienummer,
    wie: Wie,
    reden: Reden,
    register: Register = None,
) -> None:
    """Neem de goedkeuring van een college terug; akkoord wordt dan weer concept."""
    with opened(register) as book:
        print_versions([book.withdraw(nummer, versie, options.code_of(gemeente), wie, reden)])


def advance(
    nummer: Nummer,
    status: Status,
    versie: Versienummer,
    wie: Wie,
    register: Register = None,
    opmerking: Opmerking = "",
) -> None:
    """Zet een overeenkomst een stap verder; akkoord volgt vanzelf uit de goedkeuringen."""
    from optimiser.uitruil.states import Status as State

    if status not in set(State):
        reason = f"'{status}' is geen status; bekend zijn {', '.join(State)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register status")
    with opened(register) as book:
        print_versions([book.advance(nummer, versie, State(status), wie, opmerking)])


def step_back(
    nummer: Nummer, versie: Versienummer, wie: Wie, reden: Reden, register: Register = None
) -> None:
    """Neem de laatste stap terug met een tegenstap en een reden; er verdwijnt niets."""
    with opened(register) as book:
        print_versions([book.step_back(nummer, versie, wie, reden)])


def settle(
    nummer: Nummer, halfjaar: Periode, versie: Versienummer, wie: Wie, register: Register = None
) -> None:
    """Leg vast dat een overeenkomst in één halfjaar is uitgevoerd."""
    with opened(register) as book:
        print_versions([book.settle(nummer, versie, halfjaar, wie)])


def add_to(app: typer.Typer) -> None:
    """Add these commands to a group."""
    for name, command in (
        ("keur-goed", approve),
        ("trek-in", withdraw),
        ("status", advance),
        ("stap-terug", step_back),
        ("verwerk", settle),
    ):
        app.command(name, cls=DutchCommand)(command)


def _day(text: str) -> "date":
    from datetime import datetime

    for form in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    reason = f"'{text}' is geen datum; schrijf bijvoorbeeld 12-10-2025."
    raise WrongUsageError(reden=reason, opdracht="taakstelling uitruil register keur-goed")
