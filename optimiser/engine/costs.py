"""What one person more costs a gemeente: the exact cost of every unit, shared by both engines.

``MODEL.md`` in this folder is the definition in words. Unit ``k`` of gemeente ``i`` is the step
from ``k`` to ``k + 1`` persons. Its cost is a tuple of numbers, one per ``Component``, compared
lexicographically; every component is non-decreasing in ``k`` (convex), so a distribution in B is
optimal if and only if no single person can be moved to a smaller tuple.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from optimiser.problem import ALL_BLOCKS, SOFT_BLOCKS, Block, Bounds, ModelInput, Same, Stage

Floats = NDArray[np.float64]
HARD_BLOCKS = ALL_BLOCKS - SOFT_BLOCKS


class Part(StrEnum):
    """The names of the components."""

    TEKORT = "tekort"
    VERPLAATST = "verplaatst"
    ZONDER_AANSPRAAK = "zonder_aanspraak"
    EERLIJK = "eerlijk"
    PIEK = "piek"
    PIEK_BASIS = "piek_basis"
    BODEM = "bodem"
    AANSPRAAK = "aanspraak"
    GM_CODE = "gm_code"


@dataclass(frozen=True)
class Component:
    """One number per unit, ``(slope * k + offset + jump * [k >= step]) / scale``, in whole numbers.

    Attributes
    ----------
    part
        Which component this is.
    slope, offset, scale
        Length n; ``slope >= 0`` and ``scale > 0``.
    step
        Length n, or empty for a component without a jump: the unit from which ``jump`` counts.
    jump
        Whole number ``>= 0``.
    """

    part: Part
    slope: tuple[int, ...]
    offset: tuple[int, ...]
    scale: tuple[int, ...]
    step: tuple[int, ...] = ()
    jump: int = 0

    def numerator(self, i: int, k: int) -> int:
        """Return the cost of unit ``k`` of gemeente ``i`` times ``scale[i]``, a whole number."""
        value = self.slope[i] * k + self.offset[i]
        return value + self.jump if self.step and k >= self.step[i] else value

    def value(self, i: int, k: int) -> Fraction:
        """Return the exact cost of unit ``k`` of gemeente ``i``."""
        return Fraction(self.numerator(i, k), self.scale[i])

    @cached_property
    def in_whole(self) -> bool:
        """Whether every cost is a whole number."""
        return self.scale.count(1) == len(self.scale)

    @cached_property
    def is_flat(self) -> bool:
        """Whether the costs of a gemeente differ by a jump alone."""
        return not any(self.slope)

    @cached_property
    def line(self) -> tuple[Floats, Floats]:
        """Per gemeente slope and offset in floats, without the jump; not to be written in."""
        if self.in_whole:
            return np.array(self.slope, dtype=float), np.array(self.offset, dtype=float)
        slope = np.array([a / b for a, b in zip(self.slope, self.scale, strict=True)])
        return slope, np.array([a / b for a, b in zip(self.offset, self.scale, strict=True)])


def steps(part: Part, step: tuple[int, ...], below: int, above: int) -> Component:
    """Return a component that costs ``below`` up to a number of persons and ``above`` beyond."""
    n = len(step)
    return Component(part, (0,) * n, (below,) * n, (1,) * n, step, above - below)


def _constant(part: Part, values: tuple[int, ...]) -> Component:
    n = len(values)
    return Component(part, (0,) * n, values, (1,) * n)


def ceiling(data: ModelInput, blocks: frozenset[Block] = SOFT_BLOCKS) -> tuple[int, ...]:
    """Return the lowest ceiling of some blocks per gemeente [personen]; the total if none.

    Never below zero: a negative ceiling counts from the first person on.
    """
    highest = data.bounds_of(blocks)[1]
    return highest if min(highest, default=0) >= 0 else tuple(max(0, most) for most in highest)


def bounds(data: ModelInput) -> Bounds:
    """Return the lowest and highest number allowed per gemeente [personen].

    With ``minste_tekort`` among the stages the soft ceilings (plafond, wil) do not bound: they
    stretch, at a cost. Without that stage every limit is hard.
    """
    stretch = Stage.MINSTE_TEKORT in data.stages
    return data.lower, data.bounds_of(HARD_BLOCKS)[1] if stretch else data.upper


def _fair(data: ModelInput) -> tuple[Component, ...]:
    # d/dx of (x - q)^2 / q over one unit: ((k+1-q)^2 - (k-q)^2) / q = (2k+1)/q - 2.
    parts = [q.as_integer_ratio() for q in data.exact]
    fair = Component(
        Part.EERLIJK,
        tuple(2 * d if n else 0 for n, d in parts),
        tuple(d - 2 * n if n else 0 for n, d in parts),
        tuple(n or 1 for n, _ in parts),
    )
    if all(n for n, _ in parts):
        return (fair,)
    return _constant(Part.ZONDER_AANSPRAAK, tuple(int(not n) for n, _ in parts)), fair


def _peak(data: ModelInput) -> tuple[Component, ...]:
    if any(b < 0 for b in data.basis):
        msg = "basis must not be negative to count a load"
        raise ValueError(msg)
    top = tuple(b.numerator or 1 for b in data.basis)
    bottom = tuple(b.denominator if b else 0 for b in data.basis)  # no basis: no load
    none = (0,) * len(top)
    return (
        Component(Part.PIEK, bottom, bottom, top),
        Component(Part.PIEK_BASIS, none, bottom, top),
    )


def tie_rule(data: ModelInput) -> tuple[Component, Component]:
    """Return the two components of the last tie rule: open claim ``q - k`` first, then gm_code."""
    return _open_claim(Same(data.exact)), _constant(Part.GM_CODE, tuple(range(len(data.exact))))


@lru_cache(maxsize=8)
def _open_claim(claims: Same) -> Component:
    parts: list[tuple[int, int]] = [q.as_integer_ratio() for q in claims.held]
    each = tuple(bottom for _, bottom in parts)
    return Component(Part.AANSPRAAK, each, tuple(-top for top, _ in parts), each)


def stage_components(data: ModelInput, stage: Stage) -> tuple[Component, ...]:
    """Return the component or components of one stage, most important first."""
    match stage:
        case Stage.MINSTE_TEKORT:
            return (steps(Part.TEKORT, ceiling(data), 0, 1),)
        case Stage.MINST_VERPLAATST:
            return (steps(Part.VERPLAATST, data.doel, -1, 1),)
        case Stage.EERLIJKST:
            return _fair(data)
        case Stage.LAAGSTE_PIEK:
            return _peak(data)


def components(data: ModelInput) -> tuple[Component, ...]:
    """Return all components in order: the stages as listed, then the tie rule.

    Returns
    -------
    tuple of Component
        Compared lexicographically. The last one, ``gm_code``, makes every two units of different
        gemeenten differ, so that the optimum is unique.

    Examples
    --------
    >>> half = Fraction(3, 2)
    >>> data = ModelInput(("GM0001", "GM0002"), (2, 1), (half, half), (half, half), (), (), 3)
    >>> [c.part.value for c in components(data)]
    ['eerlijk', 'verplaatst', 'aanspraak', 'gm_code']
    >>> components(data)[0].value(0, 1)
    Fraction(0, 1)
    """
    staged = [c for stage in data.stages for c in stage_components(data, stage)]
    return (*staged, *tie_rule(data))
