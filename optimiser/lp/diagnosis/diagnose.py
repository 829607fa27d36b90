"""Infeasible is an answer: which limits must give way, and for how many persons.

First the soft ceilings stretch (stage ``minste_tekort``, over a network an LP); only when that is
not enough does the elastic program loosen hard limits and groups. What is short is counted at the
gemeente, once, never on nested rows: 9 short in a region is not 18 because the country is too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from optimiser.lp.diagnosis.elastic import loosened
from optimiser.lp.solve import solve_lp
from optimiser.lp.symbols import ModelInfeasibleError
from optimiser.problem import ModelInput, Stage


class BreachKind(StrEnum):
    """What had to give way."""

    GEMEENTE = "gemeente"
    GROEP = "groep"


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that has to give way.

    Attributes
    ----------
    soort
        A gemeente or a group.
    position
        In ``ModelInput.groups`` or ``ModelInput.gm_codes``.
    erboven, eronder
        Persons above the upper and below the lower bound [personen].
    """

    soort: BreachKind
    position: int
    erboven: int
    eronder: int


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The least that has to give way, and a distribution when it does.

    Attributes
    ----------
    conflicts
        Empty if the problem has an answer. Gemeenten first, then groups.
    tekort
        Persons without a place: above the ceilings of ``x``, each counted once [personen].
    x
        Everybody placed; breaks only what ``conflicts`` lists [personen].
    """

    conflicts: tuple[Breach, ...]
    tekort: int
    x: tuple[int, ...]

    def tekort_in(self, members: Sequence[int]) -> int:
        """Return the persons without a place in a set of gemeenten [personen]."""
        inside = set(members)
        own = (c for c in self.conflicts if c.soort is BreachKind.GEMEENTE and c.position in inside)
        return sum(c.erboven for c in own)


def diagnose(data: ModelInput, solver: str = "highs") -> Diagnosis:
    """Find the least that must give way so that everybody is placed.

    Parameters
    ----------
    data
        The problem; its aims and a budget of persons moved are left out.
    solver
        As in ``solve_lp``.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from optimiser.problem import Block, Group, Limit
    >>> data = ModelInput(
    ...     gm_codes=("GM0001", "GM0002"), doel=(6, 4), total=10,
    ...     exact=(Fraction(6), Fraction(4)), basis=(Fraction(1),) * 2,
    ...     limits=(Limit(Block.PLAFOND, 0, upper=5), Limit(Block.PLAFOND, 1, upper=3)),
    ...     groups=(Group("regio", (0, 1), 10, 10),),
    ... )
    >>> diagnose(data).tekort
    2
    """
    stretching = replace(data, stages=(Stage.MINSTE_TEKORT,), budget=None)
    try:
        x = solve_lp(stretching, solver, settle_ties=False).x
    except ModelInfeasibleError:
        x = solve_lp(loosened(stretching, solver), solver, settle_ties=False).x
    conflicts = _broken(data, x)
    short = sum(c.erboven for c in conflicts if c.soort is BreachKind.GEMEENTE)
    return Diagnosis(conflicts, short, x)


def _broken(data: ModelInput, x: tuple[int, ...]) -> tuple[Breach, ...]:
    """List what a distribution breaks, in whole numbers."""
    columns = zip(data.lower, x, data.upper, strict=True)
    found = [
        Breach(BreachKind.GEMEENTE, i, max(0, v - high), max(0, low - v))
        for i, (low, v, high) in enumerate(columns)
        if not low <= v <= high
    ]
    for number, group in enumerate(data.groups):
        held = sum(x[i] for i in group.members)
        if not group.lower <= held <= group.upper:
            over, under = max(0, held - group.upper), max(0, group.lower - held)
            found.append(Breach(BreachKind.GROEP, number, over, under))
    return tuple(found)
