"""The numbers one distribution problem consists of: what both engines get, and nothing else.

``ModelInput`` holds whole numbers and exact fractions; no tables, files, TOML or solver objects.
The LP and the solver-free engine read the same object and must give the same answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache
from operator import lt
from typing import Any, NamedTuple


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
ALL_BLOCKS = frozenset(Block)
#: The lowest and the highest number per gemeente [personen].
Bounds = tuple[tuple[int, ...], tuple[int, ...]]


class Limit(NamedTuple):
    """What a block says of a gemeente, by position: whole persons, inclusive; None is no limit."""

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
        for wrong in self._wrong():
            raise ValueError(wrong)

    def _wrong(self) -> Iterator[str]:
        n, groups, outside = len(self.gm_codes), self.groups, set(self.outside)
        if not _ascends(self.gm_codes):
            yield "gm_codes must ascend without repeats"
        if not all(len(column) == n for column in (self.doel, self.exact, self.basis)):
            yield "doel, exact and basis must have one value per gm_code"
        if not all(_ascends(group.members) for group in groups):
            yield "members of a group must ascend without repeats"
        limited = {limit.gemeente for limit in self.limits}
        used = outside.union(limited, *(group.members for group in groups))
        if used and not 0 <= min(used) <= max(used) < n:
            yield "a group or limit is about a gemeente that is not there"
        alone = {g.members[0] for g in groups if len(g.members) == 1 and g.lower == g.upper}
        if not {limit.gemeente for limit in self.reported} <= outside <= alone - limited:
            yield "a gemeente outside keeps its number; its limits are reported, no others"
        if sum(self.doel) != self.total:
            yield f"doel sums to {sum(self.doel)}, total is {self.total}"

    @cached_property
    def inside(self) -> tuple[int, ...]:
        """Positions the question is about, ascending."""
        return tuple(sorted(set(range(len(self.gm_codes))) - set(self.outside)))

    @property
    def lower(self) -> tuple[int, ...]:
        """Lowest number allowed per gemeente [personen], never below zero."""
        return self.bounds_of(ALL_BLOCKS)[0]

    @property
    def upper(self) -> tuple[int, ...]:
        """Highest number allowed per gemeente [personen], never above the total."""
        return self.bounds_of(ALL_BLOCKS)[1]

    def bounds_of(self, blocks: frozenset[Block]) -> Bounds:
        """Return ``lower`` and ``upper`` under the limits of some blocks alone."""
        return _bounds(Same(self.limits), blocks, self.total, len(self.gm_codes))


@dataclass(eq=False, slots=True)
class Same:
    """Compared by identity: what was made of one object serves every problem that shares it."""

    held: Any

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.held is other.held


@lru_cache(maxsize=32)
def _bounds(limits: Same, blocks: frozenset[Block], total: int, n: int) -> Bounds:
    lowest, highest, counted = [0] * n, [total] * n, tuple(blocks)
    for block, i, low, high in limits.held:
        if block in counted:
            lowest[i] = low if low is not None and low > lowest[i] else lowest[i]
            highest[i] = high if high is not None and high < highest[i] else highest[i]
    return tuple(lowest), tuple(highest)


def _ascends(values: Sequence[str] | Sequence[int]) -> bool:
    """Tell whether values ascend without repeats."""
    return all(map(lt, values, values[1:]))


def moved(before: Sequence[int], after: Sequence[int]) -> int:
    """Count the persons that changed place, ``1/2 sum |after - before|`` [personen].

    >>> moved([5, 3, 2], [4, 3, 3])
    1
    """
    return sum(abs(b - a) for a, b in zip(before, after, strict=True)) // 2
