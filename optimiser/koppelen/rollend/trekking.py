"""One made-up half-year: when households come and which dwellings come free.

Drawn by inverting uniform numbers, because how numpy draws a Poisson or a permutation may differ
between its versions; the uniform numbers of PCG64 do not.
"""

from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from numpy.random import Generator, SeedSequence, default_rng

from optimiser.koppelen.errors import RollendError
from optimiser.lp.koppelen.area import Koppelgebied

#: Months of a half-year.
MAANDEN = 6
Woningen = tuple[tuple[int, ...], ...]


class Huishouden(NamedTuple):
    """A made-up household: number, month in which it comes (from 0), persons."""

    nummer: int
    maand: int
    personen: int


@dataclass(frozen=True)
class Trekking:
    """What one half-year brings.

    Attributes
    ----------
    huishoudens
        Per month those that come, in a random order.
    woningen
        Per month, per gemeente, the dwellings per class that come free.
    """

    huishoudens: tuple[tuple[Huishouden, ...], ...]
    woningen: tuple[Woningen, ...]

    def supply(self) -> list[int]:
        """Return the dwellings per class, all months and gemeenten together."""
        return [
            sum(row[k] for month in self.woningen for row in month)
            for k in range(len(self.woningen[0][0]))
        ]


def draw_halfjaar(gebied: Koppelgebied, zaad: int, nummer: int) -> Trekking:
    """Draw one half-year.

    Parameters
    ----------
    gebied
        Its households come in a month drawn evenly; of each class a gemeente gets dwellings by a
        Poisson draw per month, on average a sixth of its number.
    zaad, nummer
        The same two give the same draw.

    Raises
    ------
    RollendError
        If the area has no gemeenten or no households.
    """
    if not gebied.gm_codes or not any(gebied.huishoudens.values()):
        raise RollendError(waarde=gebied.naam, reden="er zijn geen gemeenten of geen huishoudens")
    rng = default_rng(SeedSequence(zaad, spawn_key=(nummer,)))
    sizes = [s for s, n in sorted(gebied.huishoudens.items()) for _ in range(n)]
    drawn = sorted((rng.random(), number) for number in range(len(sizes)))
    months: list[list[Huishouden]] = [[] for _ in range(MAANDEN)]
    for _, number in drawn:
        month = int(rng.random() * MAANDEN)
        months[month].append(Huishouden(number, month, sizes[number]))
    homes = tuple(
        tuple(tuple(_poisson(rng, n / MAANDEN) for n in row) for row in gebied.woningen)
        for _ in range(MAANDEN)
    )
    return Trekking(tuple(map(tuple, months)), homes)


def _poisson(rng: Generator, mean: float) -> int:
    """Invert the Poisson distribution; always takes one uniform number."""
    left, count, part = rng.random(), 0, exp(-mean)
    while left > part and part > 0:
        left -= part
        count += 1
        part *= mean / count
    return count
