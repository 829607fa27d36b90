"""One way in which as many persons as can be have a dwelling, class by class: for the picture.

From small to large: a dwelling goes to who may no longer wait for a larger class (Glover 1967, the
earliest deadline first), which places all that :func:`check_passend` lets in. Another way to place
the same households may exist; who has no place is told at the last class that fits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from optimiser.koppelen.passend import Huishoudens, check_passend
from optimiser.koppelen.woningen import Woningklasse, fitting


@dataclass(frozen=True, slots=True)
class Bezetting:
    """Dwellings of a class, and who lives there.

    Attributes
    ----------
    klasse
        The class; None for households that fit in no class at all.
    woningen
        Dwellings there are.
    eigen
        Households that live there and fit in no smaller class.
    doorgeschoven
        Households that live there because the smaller classes they fit in are full.
    tekort
        Households without a place; this is the largest class they fit in.
    """

    klasse: Woningklasse | None
    woningen: int
    eigen: int
    doorgeschoven: int
    tekort: int

    @property
    def over(self) -> int:
        """Dwellings that stay free."""
        return self.woningen - self.eigen - self.doorgeschoven


def fill_klassen(
    huishoudens: Huishoudens, woningen: Sequence[int], klassen: Sequence[Woningklasse]
) -> tuple[Bezetting, ...]:
    """Place households from small to large.

    Parameters
    ----------
    huishoudens, woningen, klassen
        As :func:`~optimiser.koppelen.passend.check_passend`.

    Returns
    -------
    tuple of Bezetting
        Per class, and a last one where some households fit in none.

    Raises
    ------
    WoningklasseError, HuishoudensError
        As ``check_passend``.

    Examples
    --------
    Five single persons and two couples: a couple moves up, so that a single person has the 2k.

    >>> klassen = (Woningklasse("1k", 1, 1), Woningklasse("2k", 1, 2), Woningklasse("3k", 2, 3))
    >>> found = fill_klassen({1: 5, 2: 2}, (1, 2, 4), klassen)
    >>> [(b.eigen, b.doorgeschoven, b.tekort) for b in found]
    [(1, 0, 0), (0, 2, 2), (0, 2, 0)]
    """
    without = check_passend(huishoudens, woningen, klassen).zonder_plek
    runs = {s: fitting(klassen, s) for s in huishoudens}
    waiting = {s: n - without.get(s, 0) for s, n in huishoudens.items()}
    found = []
    for k, (klasse, room) in enumerate(zip(klassen, woningen, strict=True)):
        here = {s: run for s, run in runs.items() if run and run[0] <= k <= run[1]}
        placed = _fill(waiting, sorted(here, key=lambda s: (here[s][1], s)), room)
        own = sum(n for s, n in placed.items() if here[s][0] == k)
        short = sum(n for s, n in without.items() if (run := runs[s]) and run[1] == k)
        found.append(Bezetting(klasse, room, own, sum(placed.values()) - own, short))
    nowhere = sum(n for s, n in without.items() if runs[s] is None)
    return (*found, *((Bezetting(None, 0, 0, 0, nowhere),) if nowhere else ()))


def _fill(waiting: dict[int, int], order: Sequence[int], room: int) -> Mapping[int, int]:
    """Take households out of those that wait, in order, while there is room."""
    placed = {}
    for size in order:
        placed[size] = min(waiting[size], room)
        waiting[size] -= placed[size]
        room -= placed[size]
    return placed
