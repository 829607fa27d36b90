"""Dwelling classes: from how many to how many persons each may hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from optimiser.koppelen.errors import WoningklasseError

#: Source of a class nobody vouches for.
AANNAME = "aanname"


@dataclass(frozen=True, slots=True)
class Woningklasse:
    """One class of dwellings.

    Attributes
    ----------
    naam
        As the reader knows it, such as ``3k`` (three rooms).
    kleinste, grootste
        Fewest and most persons of a household that fits [personen], inclusive.
    bron
        Who says so; ``AANNAME`` if nobody does.
    """

    naam: str
    kleinste: int
    grootste: int
    bron: str = AANNAME

    def holds(self, personen: int) -> bool:
        """Tell whether a household of this size fits."""
        return self.kleinste <= personen <= self.grootste


def ordered_klassen(klassen: Iterable[Woningklasse]) -> tuple[Woningklasse, ...]:
    """Check that both limits rise with the class, so that what fits is one run of classes.

    Raises
    ------
    WoningklasseError
        If a class holds nobody, or the limits cross: then the interval formula does not hold.

    Examples
    --------
    >>> small, large = Woningklasse("1k", 1, 1), Woningklasse("3k", 2, 3)
    >>> [k.naam for k in ordered_klassen([small, large])]
    ['1k', '3k']
    """
    found = tuple(klassen)
    for klasse in found:
        if not 1 <= klasse.kleinste <= klasse.grootste:
            raise WoningklasseError(klasse=klasse.naam, reden="het kleinste aantal is te groot")
    for before, after in pairwise(found):
        if after.kleinste < before.kleinste or after.grootste < before.grootste:
            reason = f"een grotere woning dan {before.naam} past voor minder personen"
            raise WoningklasseError(klasse=after.naam, reden=reason)
    return found


def fitting(klassen: Sequence[Woningklasse], personen: int) -> tuple[int, int] | None:
    """Return the first and last class that fit a size, or None if none does.

    >>> fitting((Woningklasse("1k", 1, 1), Woningklasse("2k", 1, 2)), 1)
    (0, 1)
    """
    fits = [number for number, klasse in enumerate(klassen) if klasse.holds(personen)]
    return (fits[0], fits[-1]) if fits else None
