"""The numbers one distribution problem consists of: what both engines get, and nothing else.

``ModelInput`` holds whole numbers and exact fractions; no tables, files, TOML or solver objects.
The LP (``optimiser.lp``) and the solver-free engine (``optimiser.engine``) read the same object
and must give the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple


class Stage(StrEnum):
    """One objective; a scenario names them in the order in which they are settled."""

    MINSTE_TEKORT = "minste_tekort"
    MINST_VERPLAATST = "minst_verplaatst"
    EERLIJKST = "eerlijkst"
    LAAGSTE_PIEK = "laagste_piek"


class TijdStap(StrEnum):
    """One objective for a national number over half-years; settled in the user's order."""

    LAAGSTE_PIEK = "laagste_piek"
    KLEINSTE_SPRONG = "kleinste_sprong"
    MINSTE_WACHTEN = "minste_wachten"


class Block(StrEnum):
    """Where a limit of a gemeente comes from."""

    PLAFOND = "plafond"
    WIL = "wil"
    BODEM = "bodem"
    MAX_WIJZIGING = "max_wijziging"
    VAST = "vast"
    NIET_DEELNEMEND = "niet_deelnemend"


#: Limits that are a policy choice: a diagnosis or ``minste_tekort`` may stretch them.
SOFT_BLOCKS = frozenset({Block.PLAFOND, Block.WIL})


class Limit(NamedTuple):
    """What one block says about one gemeente [personen]; ``None`` is no limit on that side.

    Attributes
    ----------
    block
        The rule it comes from.
    gemeente
        Position in ``ModelInput.gm_codes``.
    lower, upper
        Whole persons, inclusive.
    """

    block: Block
    gemeente: int
    lower: int | None = None
    upper: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A set of gemeenten whose sum is bounded; ``lower == upper`` fixes it (art. 29 lid 2).

    ``naam`` is as the reader knows it, ``"arbeidsmarktregio Drenthe"``; ``members`` are positions
    in ``ModelInput.gm_codes``, ascending; ``lower`` and ``upper`` are whole persons, inclusive.
    """

    naam: str
    members: tuple[int, ...]
    lower: int
    upper: int


@dataclass(frozen=True)
class ModelInput:
    """One problem: minimise the stages over ``B = {x whole : limits, groups, sum = total}``.

    Attributes
    ----------
    gm_codes
        Length n, unique, ascending.
    doel
        Length n: the table ``t`` before exchange [personen]; sums to ``total``.
    exact
        Length n: the exact share ``q`` under the key [personen], zero for a gemeente without any
        claim; the yardstick of ``eerlijkst``.
    basis
        Length n: what a load of ``laagste_piek`` is counted per (inhabitants or freed dwellings);
        zero for a gemeente whose number is fixed and counts in no load.
    limits
        All limits per gemeente, at most one per block and gemeente.
    groups
        Sums to keep. Laminar (nested or disjoint) unless the scenario brings crossing groups.
    total
        Persons to place.
    stages
        Objectives in order, without repeats; the tie rule always comes last.
    budget
        Most persons moved, ``1/2 sum |x - t|``; ``None`` is no limit.
    names
        Length n: for the reader; empty where only codes are known.
    neighbours
        Pairs of positions that border on each other, by land or a crossing; ``None`` if not known.
    outside, reported
        Positions in none of the user's own areas, uncounted, and their limits: told, never bound.
    """

    gm_codes: tuple[str, ...]
    doel: tuple[int, ...]
    exact: tuple[Fraction, ...]
    basis: tuple[Fraction, ...]
    limits: tuple[Limit, ...]
    groups: tuple[Group, ...]
    total: int
    stages: tuple[Stage, ...] = (Stage.EERLIJKST, Stage.MINST_VERPLAATST)
    budget: int | None = None
    names: tuple[str, ...] = field(default=(), compare=False)
    neighbours: tuple[tuple[int, int], ...] | None = field(default=None, compare=False)
    outside: tuple[int, ...] = ()
    reported: tuple[Limit, ...] = ()

    def __post_init__(self) -> None:
        n = len(self.gm_codes)
        if list(self.gm_codes) != sorted(set(self.gm_codes)):
            msg = "gm_codes must ascend without repeats"
            raise ValueError(msg)
        if not all(len(column) == n for column in (self.doel, self.exact, self.basis)):
            msg = "doel, exact and basis must have one value per gm_code"
            raise ValueError(msg)
        if any(list(one.members) != sorted(set(one.members)) for one in self.groups):
            msg = "members of a group must ascend without repeats"
            raise ValueError(msg)
        used = {i for group in self.groups for i in group.members}
        used |= {limit.gemeente for limit in self.limits} | set(self.outside)
        if not used <= set(range(n)):
            msg = "a group or limit is about a gemeente that is not there"
            raise ValueError(msg)
        if self.outside or self.reported:
            self._require_outside()
        if sum(self.doel) != self.total:
            msg = f"doel sums to {sum(self.doel)}, total is {self.total}"
            raise ValueError(msg)

    def _require_outside(self) -> None:
        limited = {limit.gemeente for limit in self.limits}
        if (
            not {limit.gemeente for limit in self.reported}
            <= set(self.outside)
            <= self._alone - limited
        ):
            msg = "a gemeente outside keeps its number; its limits are reported, no others"
            raise ValueError(msg)

    @cached_property
    def _alone(self) -> set[int]:
        return {g.members[0] for g in self.groups if len(g.members) == 1 and g.lower == g.upper}

    @cached_property
    def inside(self) -> tuple[int, ...]:
        """Positions the question is about, ascending."""
        outside = set(self.outside)
        return tuple(i for i in range(len(self.gm_codes)) if i not in outside)

    @cached_property
    def lower(self) -> tuple[int, ...]:
        """Lowest number allowed per gemeente [personen], never below zero."""
        lowest = [0] * len(self.gm_codes)
        for limit in self.limits:
            if limit.lower is not None:
                lowest[limit.gemeente] = max(lowest[limit.gemeente], limit.lower)
        return tuple(lowest)

    @cached_property
    def upper(self) -> tuple[int, ...]:
        """Highest number allowed per gemeente [personen], never above the total."""
        highest = [self.total] * len(self.gm_codes)
        for limit in self.limits:
            if limit.upper is not None:
                highest[limit.gemeente] = min(highest[limit.gemeente], limit.upper)
        return tuple(highest)


def moved(before: Sequence[int], after: Sequence[int]) -> int:
    """Count the persons that changed place, ``1/2 sum |after - before|`` [personen].

    >>> moved([5, 3, 2], [4, 3, 3])
    1
    """
    return sum(abs(b - a) for a, b in zip(before, after, strict=True)) // 2
