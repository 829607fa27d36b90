"""A line of the audit trail: who did what, when, in which workspace. Never a figure of a user."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

#: The clock that the trail shows.
ZONE = ZoneInfo("Europe/Amsterdam")


class SpoorSoort(StrEnum):
    """What was done."""

    AANGEMELD = "aangemeld"
    GEWEIGERD = "toegang geweigerd"
    INGELEZEN = "eigen cijfers ingelezen"
    STUK = "bestand gedownload"
    OVEREENKOMST = "register"
    LEVERING = "levering"


@dataclass(frozen=True, slots=True)
class Spoorregel:
    """One thing that somebody did.

    Attributes
    ----------
    tijdstip
        With its time zone.
    wie
        As it is kept with steps.
    werkruimte
        In which; empty on one's own computer.
    soort, waarover
        What, and about which agreement, delivery or file.
    """

    tijdstip: datetime
    wie: str
    werkruimte: str
    soort: SpoorSoort
    waarover: str

    def __post_init__(self) -> None:
        if self.tijdstip.tzinfo is None:
            msg = "a moment without a time zone is not one moment"
            raise ValueError(msg)

    def moment(self) -> str:
        """Return the moment by the clock in the Netherlands, with its distance to UTC.

        >>> Spoorregel(datetime(2026, 7, 1, 12, tzinfo=UTC), "j", "", SpoorSoort.STUK, "").moment()
        '2026-07-01T14:00:00+02:00'
        """
        return self.tijdstip.astimezone(ZONE).isoformat(timespec="seconds")


def now_done(wie: str, werkruimte: str, soort: SpoorSoort, waarover: str) -> Spoorregel:
    """Return a line about what is done at this moment."""
    return Spoorregel(datetime.now(UTC), wie, werkruimte, soort, waarover)
