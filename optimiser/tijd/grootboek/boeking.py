"""One booking: a fact about one unit and half-year, never changed and never deleted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimiser.gegevens.halfjaar import Halfjaar

#: Unit of the whole country.
NEDERLAND = "NL"


class BoekingSoort(StrEnum):
    """What a booking is about; the sign says what it does to the saldo.

    ``taakstelling``, ``beginstand`` and ``realisatie`` are booked as counts of persons; a
    realisatie lowers the saldo. The other kinds carry their own sign: + raises the saldo.
    """

    BEGINSTAND = "beginstand"
    TAAKSTELLING = "taakstelling"
    UITRUIL = "uitruil"
    REALISATIE = "realisatie"
    CORRECTIE = "correctie"
    ONVERKLAARD = "onverklaard"


class BoekingStatus(StrEnum):
    """How firm a fact is, in ascending order."""

    RAMING = "raming"
    VOORLOPIG = "voorlopig"
    DEFINITIEF = "definitief"


@dataclass(frozen=True, slots=True)
class Boeking:
    """One row of the ledger.

    Its identity is (``eenheid``, ``periode``, ``soort``, ``sleutel``): of the bookings with one
    identity the one with the highest ``versie``, then ``geboekt_op``, counts.

    Attributes
    ----------
    eenheid
        ``GMxxxx``, ``PVxx`` or ``NL``.
    periode
        Half-year it belongs to.
    soort
        What it is about.
    personen
        Persons; see ``BoekingSoort`` for the sign.
    peildatum
        To which day the fact is known.
    geboekt_op
        The day we learned it.
    status
        How firm it is.
    versie
        Higher replaces lower.
    bron, bron_sha256
        Where it comes from; the checksum of the file, if it was one.
    sleutel
        Tells bookings of one kind apart: an agreement, an event.
    toelichting
        For the reader.

    Raises
    ------
    ValueError
        If a taakstelling or a realisatie is negative: a lower number is a ``correctie``.

    >>> Boeking("NL", Halfjaar(2021, 1), BoekingSoort.TAAKSTELLING, 13500, date(2021, 1, 1),
    ...         date(2021, 1, 1)).personen
    13500
    """

    eenheid: str
    periode: Halfjaar
    soort: BoekingSoort
    personen: int
    peildatum: date
    geboekt_op: date
    status: BoekingStatus = BoekingStatus.DEFINITIEF
    versie: int = 1
    bron: str = ""
    bron_sha256: str = ""
    sleutel: str = ""
    toelichting: str = ""

    def __post_init__(self) -> None:
        if self.personen < 0 and self.soort in {BoekingSoort.TAAKSTELLING, BoekingSoort.REALISATIE}:
            msg = f"a {self.soort} cannot be negative; book a correctie"
            raise ValueError(msg)
