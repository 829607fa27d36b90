"""The life of an agreement: from concept to verwerkt, never back, never gone."""

from enum import StrEnum

from optimiser.uitruil.errors import StatusChangeError


class Status(StrEnum):
    """Where an agreement stands."""

    CONCEPT = "concept"
    AKKOORD = "akkoord"
    GEMELD = "gemeld"
    VERWERKT = "verwerkt"
    VERVALLEN = "vervallen"


#: Which state may follow which. ``gemeld`` is no legal duty; it records that COA, the provincie
#: and BZK were told.
FOLLOWS: dict[Status, tuple[Status, ...]] = {
    Status.CONCEPT: (Status.AKKOORD, Status.VERVALLEN),
    Status.AKKOORD: (Status.GEMELD, Status.VERVALLEN),
    Status.GEMELD: (Status.VERWERKT, Status.VERVALLEN),
    Status.VERWERKT: (),
    Status.VERVALLEN: (),
}

#: States in which the persons of an agreement count in the test of a new one.
BINDING = frozenset({Status.AKKOORD, Status.GEMELD, Status.VERWERKT})


def require_step(naam: str, now: Status, wanted: Status) -> None:
    """Refuse a step that may not be taken.

    Raises
    ------
    StatusChangeError
        With the steps that may.

    Examples
    --------
    >>> require_step("Ruil", Status.CONCEPT, Status.AKKOORD)
    """
    if wanted not in FOLLOWS[now]:
        allowed = [str(status) for status in FOLLOWS[now]] or ["geen enkele stap"]
        raise StatusChangeError(naam=naam, van=str(now), naar=str(wanted), mag=allowed)
