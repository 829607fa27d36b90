"""The shared unit costs (``optimiser.engine.costs``) in the shape in which the LP cuts them.

Unit ``k`` of a gemeente is the step from ``k`` to ``k + 1`` persons; every cost is non-decreasing
in ``k``. Nothing is defined here a second time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from optimiser.engine.costs import Component, stage_components
from optimiser.engine.solution import objective
from optimiser.lp.symbols import Cost
from optimiser.problem import ModelInput, Stage


class UnitCosts(Protocol):
    """What ``objective.py`` asks of a cost."""

    @property
    def name(self) -> str:
        """As the reader of an LP file knows it."""
        ...

    def unit(self, i: int, k: int) -> Cost:
        """Return the exact cost of unit ``k`` of gemeente ``i``."""
        ...

    def breaks(self, i: int) -> tuple[int, ...] | None:
        """Return where the cost of gemeente ``i`` jumps; ``None`` if every unit differs."""
        ...


@dataclass(frozen=True, slots=True)
class OneCost:
    """One component of the shared definition."""

    component: Component

    @property
    def name(self) -> str:
        """The part, such as ``eerlijk``."""
        return str(self.component.part)

    def unit(self, i: int, k: int) -> Cost:
        """Return the exact cost of unit ``k``; a whole number where the component has no scale."""
        scale = self.component.scale[i]
        top = self.component.numerator(i, k)
        return top if scale == 1 else Fraction(top, scale)

    def breaks(self, i: int) -> tuple[int, ...] | None:
        """Return the jump of a flat component."""
        if self.component.slope[i]:
            return None
        return (self.component.step[i],) if self.component.step else ()


@dataclass(frozen=True, slots=True)
class Tuples:
    """Several costs compared from the left: what the stages are together."""

    costs: tuple[UnitCosts, ...]

    @property
    def name(self) -> str:
        """The name of the most important one."""
        return self.costs[0].name

    def unit(self, i: int, k: int) -> Cost:
        """Return the tuple of unit ``k``."""
        return tuple(cost.unit(i, k) for cost in self.costs)

    def breaks(self, i: int) -> tuple[int, ...] | None:
        """Return all jumps, unless one of the costs is curved."""
        jumps = [cost.breaks(i) for cost in self.costs]
        if any(jump is None for jump in jumps):
            return None
        return tuple(k for jump in jumps for k in jump or ())


def components_of(costs: UnitCosts) -> tuple[Component, ...]:
    """Return the components that a cost is, most important first; none if it is more than those."""
    own = costs.costs if isinstance(costs, Tuples) else (costs,)
    plain = tuple(cost.component for cost in own if isinstance(cost, OneCost))
    return plain if len(plain) == len(own) else ()


def change_of(
    data: ModelInput, before: Sequence[int], changed: ModelInput, after: Sequence[int]
) -> tuple[tuple[Stage, Fraction], ...]:
    """Return exactly how every stage changes between two problems; negative is better.

    ``changed`` differs from ``data`` in limits and sums only: each shortage counts from its own
    ceilings.
    """
    return tuple((stage, _change(data, changed, stage, (before, after))) for stage in data.stages)


def _change(
    data: ModelInput, changed: ModelInput, stage: Stage, ends: tuple[Sequence[int], Sequence[int]]
) -> Fraction:
    before, after = ends
    if stage is Stage.EERLIJKST:  # only the gemeenten that differ: few, and exact sums are slow
        fair = OneCost(stage_components(data, stage)[-1])
        return Fraction(difference(fair, before, after))
    return objective(changed, stage, after) - objective(data, stage, before)


def difference(costs: UnitCosts, before: Sequence[int], after: Sequence[int]) -> Cost:
    """Return exactly how much more ``after`` costs than ``before``."""
    terms = []
    for i, (a, b) in enumerate(zip(before, after, strict=True)):
        if a != b:
            sign = 1 if b > a else -1
            units = [costs.unit(i, k) for k in range(min(a, b), max(a, b))]
            terms.append(add_up(units) * sign)
    return add_up(terms)


def add_up(terms: Sequence[Cost]) -> Cost:
    """Add fractions in pairs: with many denominators far faster than one by one."""
    while len(terms) > 1:
        tail = [terms[-1]] if len(terms) % 2 else []
        terms = [a + b for a, b in zip(terms[::2], terms[1::2], strict=False)] + tail
    return terms[0] if terms else Fraction(0)
