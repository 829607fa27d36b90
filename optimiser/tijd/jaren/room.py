"""Room over time, without a solver: where it is short, from when to when, and for good.

Without achterstand an area can take ``x`` iff for all a <= b::

    x_a + .. + x_b <= F_a + .. + F_b + P_b

The stretch that is short by most is the sentence "van 2026-2 t/m 2027-1 kan X hoogstens 84
huisvesten".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from optimiser.lp.jaren.network import Region
from optimiser.tijd.jaren.question import YearsQuestion


@dataclass(frozen=True, slots=True)
class Shortage:
    """A stretch of half-years in which an area is asked more than it can house.

    ``first`` and ``last`` are positions in the horizon; ``asked`` and ``room`` [personen].
    """

    naam: str
    first: int
    last: int
    asked: int
    room: int

    @property
    def short(self) -> int:
        """Persons too many."""
        return self.asked - self.room


def find_shortage(
    naam: str,
    asked: Sequence[int],
    dwellings: Sequence[int],
    places: Sequence[int],
    owed: int = 0,
) -> Shortage | None:
    """Return the stretch that is short by most, ``None`` where there is room.

    Parameters
    ----------
    owed
        Achterstand at the start, which the first half-year must house as well.

    Examples
    --------
    >>> find_shortage("X", [40, 50, 60, 10], [42, 42, 42, 42], [0, 0, 0, 0])
    Shortage(naam='X', first=1, last=2, asked=110, room=84)
    """
    best: Shortage | None = None
    for first in range(len(asked)):
        wanted, room = (owed if first == 0 else 0), 0
        for last in range(first, len(asked)):
            wanted += asked[last]
            room += dwellings[last]
            found = Shortage(naam, first, last, wanted, room + places[last])
            if found.short > (best.short if best else 0):
                best = found
    return best


def find_region_shortages(question: YearsQuestion) -> tuple[Shortage, ...]:
    """Return the worst stretch of every exchange area that is short, worst first."""
    found = [
        find_shortage(
            region.naam,
            region.needed,
            [sum(column) for column in zip(*region.dwellings, strict=True)],
            [sum(column) for column in zip(*region.places, strict=True)],
            sum(region.achterstand),
        )
        for region in question.regions
    ]
    return tuple(sorted((f for f in found if f), key=lambda f: (-f.short, f.naam)))


@dataclass(frozen=True, slots=True)
class Behind:
    """A gemeente whose room over the horizon is less than its claim: no half-year helps.

    ``claim`` is the sum of exact claims and what was owed; ``room`` dwellings and the places
    that are still open at the end [personen].
    """

    gm_code: str
    gebied: str
    claim: Fraction
    room: int

    @property
    def short(self) -> Fraction:
        """Persons it can never house within the horizon."""
        return self.claim - self.room


def find_behind(regions: Sequence[Region]) -> tuple[Behind, ...]:
    """Return who cannot catch up by itself within the horizon, worst first.

    Only exchange, places or more dwellings help them.
    """
    found = [
        Behind(
            code,
            region.naam,
            region.claims[g][-1] + region.achterstand[g],
            sum(region.dwellings[g]) + region.places[g][-1],
        )
        for region in regions
        for g, code in enumerate(region.gm_codes)
    ]
    short = [behind for behind in found if behind.short > 0]
    return tuple(sorted(short, key=lambda one: (-one.short, one.gm_code)))
