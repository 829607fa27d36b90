"""What every plan again is compared with, and who moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from optimiser.lp.koppelen.area import Cell, Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.stages import solve_area

#: Seconds for one plan again.
SECONDS = 2.0
#: Stages whose best value is mostly proved in a moment; the spread of large families is not.
COMPARED = (
    Koppelstap.IEDEREEN_EEN_PLEK,
    Koppelstap.BAND_GEVOLGD,
    Koppelstap.MINSTE_AFWIJKING,
)
SPREAD = Koppelstap.GROTE_GEZINNEN_GESPREID
#: Gemeente (number) and size to fewest and most households.
Limits = Mapping[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Verplaatsing:
    """One household of a size, from one gemeente (number) to another."""

    personen: int
    van: int
    naar: int


@dataclass(frozen=True)
class Basis:
    """A plan of an area, and what no plan of it can go below.

    Attributes
    ----------
    area
        What is asked, without the fixings of the group.
    plan
        Its plan, with the value of every stage.
    stappen
        The leading stages that are compared.
    best
        These stages of the area planned again without limits.
    spread
        Whether the spread of large families comes next.
    """

    area: Koppelgebied
    plan: Gevonden
    stappen: tuple[Koppelstap, ...]
    best: tuple[Tredewaarde, ...]
    spread: bool


def make_basis(area: Koppelgebied, plan: Gevonden, stappen: Sequence[Koppelstap]) -> Basis:
    """Plan an area again as it is asked; what comes after a stage not compared is not either."""
    stages = compared(stappen)
    best = solve_area(area, stages, SECONDS, start=plan).treden
    return Basis(area, plan, stages, best, SPREAD in stappen[len(stages) : len(stages) + 1])


def compared(stappen: Sequence[Koppelstap]) -> tuple[Koppelstap, ...]:
    """Return the leading stages that are compared."""
    first = next((i for i, stap in enumerate(stappen) if stap not in COMPARED), len(stappen))
    return tuple(stappen[:first])


def moved(basis: Basis, one: Verplaatsing) -> Limits:
    """Return the limits of a plan with one household fewer here and one more there."""
    count = count_at(basis.plan.cellen, one.personen)
    everything = basis.area.huishoudens[one.personen]
    return {
        (one.van, one.personen): (0, count.get(one.van, 0) - 1),
        (one.naar, one.personen): (count.get(one.naar, 0) + 1, everything),
    }


def count_at(cellen: Mapping[Cell, int], personen: int) -> dict[int, int]:
    """Return gemeente (number) to households of a size, over all classes."""
    found: dict[int, int] = {}
    for (g, s, _), count in cellen.items():
        if s == personen:
            found[g] = found.get(g, 0) + count
    return found
