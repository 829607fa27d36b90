"""The ledger as the commands see it: embedded tables, settled deliveries, a loose file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import printing
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.gegevens.halfjaar import Halfjaar
    from optimiser.tijd.grootboek.compose import Aanlevering
    from optimiser.tijd.grootboek.course import Course
    from optimiser.tijd.grootboek.grootboek import Grootboek

LEVELS = ("land", "provincie", "gemeente")
Half = Annotated[
    str | None,
    typer.Option(metavar="JJJJ-N", help="Halfjaar; standaard het laatste met bekende realisatie."),
]
Per = Annotated[
    str, typer.Option(metavar="NIVEAU", help="land (alle halfjaren), provincie of gemeente.")
]
BekendOp = Annotated[
    str | None,
    typer.Option(metavar="DATUM", help="Alleen wat op deze dag bekend was, zoals 2021-10-01."),
]
Peildatum = Annotated[
    str | None,
    typer.Option(metavar="DATUM", help="Alleen tellingen tot en met deze dag."),
]
Realisatie = Annotated[
    Path | None,
    typer.Option(
        "--cijfers",
        metavar="BESTAND",
        help="Realisatie per gemeente (gm_code, periode, peildatum, realisatie), naast wat is "
        "vastgesteld.",
    ),
]


@dataclass(frozen=True)
class Opened:
    """The ledger of one command.

    Attributes
    ----------
    gegevens
        The figures.
    book
        The ledger.
    course
        Worked out with the days that were asked for.
    """

    gegevens: "Gegevens"
    book: "Grootboek"
    course: "Course"

    def halfjaar(self, wanted: str | None, per: str) -> "Halfjaar":
        """Return the half-year that was asked for, or the last with a realisatie of this level."""
        from optimiser.gegevens.halfjaar import Halfjaar
        from optimiser.tijd.grootboek.errors import UnknownBookingPeriodError
        from optimiser.tijd.grootboek.stand import last_halfjaar

        if wanted is None:
            return last_halfjaar(self.course, per)
        periode = Halfjaar.parse(wanted)
        if periode not in self.course.perioden:
            known = [str(one) for one in self.course.perioden]
            raise UnknownBookingPeriodError(halfjaar=wanted, bekend=known)
        return periode


def open_ledger(
    cijfers: Path | None = None, bekend_op: str | None = None, peildatum: str | None = None
) -> Opened:
    """Return the ledger, worked out as it was known on a day.

    Raises
    ------
    InvalidDatumError
        If a day is none.
    LeveringRefusedError
        If the loose file has faults; what must be confirmed is told and counts.
    """
    from optimiser.datapunt.current import read_gegevens
    from optimiser.datapunt.held import read_aanleveringen, read_uitruil
    from optimiser.tijd.grootboek.compose import compose_grootboek
    from optimiser.zicht.zicht import EVERYTHING

    figures, brought = read_gegevens(), list(read_aanleveringen(EVERYTHING))
    if cijfers is not None:
        brought.append(_loose(cijfers, figures))
    book = compose_grootboek(figures, brought, read_uitruil(EVERYTHING))
    return Opened(figures, book, book.course(read_day(bekend_op), read_day(peildatum)))


def _loose(path: Path, figures: "Gegevens") -> "Aanlevering":
    """Return a file that is not in the data point; it counts as learned on each peildatum."""
    import hashlib

    from optimiser.datapunt.deliver import preview
    from optimiser.datapunt.toets.bevinding import PuntSoort
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.tijd.grootboek.compose import Aanlevering as Brought

    content = read_file(path)
    seen = preview(path.name, content, figures, tabel="realisatie")
    seen.require(bevestigd=True)
    for line in seen.oordeel.told(PuntSoort.BEVESTIGEN):
        printing.remark(line)
    digest = hashlib.sha256(content).hexdigest()
    return Brought(seen.gelezen.rijen, None, path.name, digest)


def read_day(text: str | None) -> date | None:
    """Return the day an option says; None if it says nothing.

    Raises
    ------
    InvalidDatumError
        If it is none.
    """
    from optimiser.gegevens.datum import read_datum

    return None if text is None else read_datum(text)


def require_level(per: str) -> str:
    """Refuse a word that is no level."""
    if per not in LEVELS:
        reason = f"'{per}' bij --per is niet bekend; kies uit {', '.join(LEVELS)}."
        raise WrongUsageError(reden=reason, opdracht="taakstelling saldo")
    return per
