"""What a series of national numbers does to the queue and to the people in it.

Whole persons: of an inflow ``a`` at most ``floor(norm_weken / 26 x a)`` came in the last
``norm_weken`` weeks (inflow taken as even over the half-year: aanname), so whatever the order of
housing at least ``Q - floor(..)`` wait longer than the norm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Weeks in a half-year.
WEEKS = 26
HALF_MONTHS = 3


def within_norm(inflow: int, norm_weken: int) -> int:
    """Return how many of an inflow can have come within the norm [personen].

    >>> within_norm(6012, 14)
    3237
    """
    return norm_weken * inflow // WEEKS


@dataclass(frozen=True, slots=True)
class Rijverloop:
    """A series of numbers and its queue; every tuple has one value per half-year [personen].

    Attributes
    ----------
    getallen
        The national numbers.
    rij
        Queue at the end of each half-year: not yet asked.
    boven_norm
        Least number that waits longer than the norm at the end of each half-year.
    begin
        Queue before the first half-year.
    vorige
        Number before the first half-year, ``None`` if unknown.
    """

    getallen: tuple[int, ...]
    rij: tuple[int, ...]
    boven_norm: tuple[int, ...]
    begin: int
    vorige: int | None

    @property
    def piek(self) -> int:
        """Highest number [personen]."""
        return max(self.getallen)

    @property
    def sprong(self) -> int:
        """Largest change from one half-year to the next [personen]."""
        known = self.getallen if self.vorige is None else (self.vorige, *self.getallen)
        return max((abs(b - a) for a, b in pairwise(known)), default=0)

    @property
    def langste_rij(self) -> int:
        """Longest queue, the start included [personen]."""
        return max(self.begin, *self.rij)

    @property
    def wachtmaanden(self) -> int:
        """Waiting of all together [persoonsmaanden], ``6 (Q_{t-1} + Q_t) / 2`` per half-year."""
        return sum(HALF_MONTHS * (a + b) for a, b in pairwise((self.begin, *self.rij)))

    @property
    def over_norm(self) -> int:
        """Persons over the norm, added up over the half-year ends."""
        return sum(self.boven_norm)


def follow_queue(
    getallen: Sequence[int],
    instroom: Sequence[int],
    begin: int,
    *,
    vorige: int | None = None,
    norm_weken: int = 14,
) -> Rijverloop:
    """Let a series of numbers run.

    Examples
    --------
    >>> course = follow_queue([6, 6, 6, 9], [6, 6, 6, 12], 0)
    >>> course.rij, course.piek, course.wachtmaanden
    ((0, 0, 0, 3), 9, 9)
    """
    queue, ends, late = begin, [], []
    for number, inflow in zip(getallen, instroom, strict=True):
        queue += inflow - number
        ends.append(queue)
        late.append(max(0, queue - within_norm(inflow, norm_weken)))
    return Rijverloop(tuple(getallen), tuple(ends), tuple(late), begin, vorige)
