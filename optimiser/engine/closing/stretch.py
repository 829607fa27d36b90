"""The fewest persons by which the limits of gemeenten must give way, so that a problem closes."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from optimiser.engine.closing.clashes import clashes
from optimiser.engine.closing.widen import Widening
from optimiser.engine.costs import (
    HARD_BLOCKS,
    Component,
    Part,
    ceiling,
    stage_components,
    steps,
    tie_rule,
)
from optimiser.engine.search.descent import optimum
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import ALL_BLOCKS, SOFT_BLOCKS, Block, Limit, ModelInput, Stage


class Option(StrEnum):
    """What may be changed to let a problem close."""

    GRENZEN = "grenzen"
    GEBIED = "gebied"
    PLAATSEN = "plaatsen"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Repair:
    """One way out; ``apply_repair`` makes the change.

    Attributes
    ----------
    option
        What is changed: limits per gemeente (ceilings up, floors down only where nothing else
        helps), the exchange area, places (only the block ``plafond``), or the budget.
    available
        False if this option alone cannot close the problem.
    persons
        Persons by which limits are stretched together, the least possible; for ``gebied`` 0.
    changes
        Per gemeente that is changed: position, persons its ceiling goes up, persons its floor
        goes down.
    limits
        Positions in ``ModelInput.limits`` and what stands there after the change.
    widening
        Which areas are joined; only for ``gebied``.
    budget
        The budget after the change; larger than before only where it must be.
    """

    option: Option
    available: bool
    persons: int = 0
    changes: tuple[tuple[int, int, int], ...] = ()
    limits: tuple[tuple[int, Limit], ...] = ()
    widening: Widening | None = None
    budget: int | None = None

    @property
    def blocks(self) -> set[Block]:
        """Which limits give way."""
        return {limit.block for _, limit in self.limits}


def _free(tree: Tree, lower: tuple[int, ...], upper: tuple[int, ...]) -> Tree:
    """Return the tree with other bounds for the gemeenten; those of the groups stay."""
    n = tree.n
    return replace(tree, lower=(*lower, *tree.lower[n:]), upper=(*upper, *tree.upper[n:]))


def _settle(data: ModelInput, tree: Tree, first: tuple[Component, ...]) -> tuple[int, ...] | None:
    """Return the fairest distribution that stretches least, or None if groups alone clash."""
    if clashes(tree)[2]:
        return None
    return optimum(tree, (*first, *stage_components(data, Stage.EERLIJKST), *tie_rule(data)))


def _stretched(data: ModelInput, option: Option, x: tuple[int, ...] | None) -> Repair:
    """Return the repair that changes exactly the limits which ``x`` breaks."""
    if x is None:
        return Repair(option, available=False)
    skip = SOFT_BLOCKS if Stage.MINSTE_TEKORT in data.stages else frozenset[Block]()
    limits = list[tuple[int, Limit]]()
    up, down = Counter[int](), Counter[int]()
    for position, limit in enumerate(data.limits):
        i, persons, other = limit.gemeente, x[limit.gemeente], limit
        if limit.upper is not None and persons > limit.upper and limit.block not in skip:
            up[i] = max(up[i], persons - max(0, limit.upper))
            other = other._replace(upper=persons)
        if limit.lower is not None and persons < limit.lower:
            down[i] = max(down[i], limit.lower - persons)
            other = other._replace(lower=persons)
        if other is not limit:
            limits.append((position, other))
    changes = tuple((i, up[i], down[i]) for i in sorted({*up, *down}))
    persons = sum(up.values()) + sum(down.values())
    return Repair(option, True, persons, changes, tuple(limits))


def stretch_limits(data: ModelInput) -> Repair:
    """Return the fewest persons by which limits of gemeenten must give way, and where.

    Floors give way last, then hard ceilings, soft ceilings (plafond, wil) first; among equals the
    fairest distribution says which gemeenten.
    """
    tree = build_tree(data)
    n = tree.n
    stretch = Stage.MINSTE_TEKORT in data.stages
    hard = ceiling(data, HARD_BLOCKS)
    soft = ceiling(data, frozenset() if stretch else SOFT_BLOCKS)
    first = (
        steps(Part.BODEM, data.lower, -1, 0),
        steps(Part.TEKORT, hard, 0, 1),
        steps(Part.TEKORT, soft, 0, 1),
    )
    free = _free(tree, (0,) * n, (max(data.total, *data.lower),) * n)
    return _stretched(data, Option.GRENZEN, _settle(data, free, first))


def add_places(data: ModelInput) -> Repair:
    """Return the fewest extra places (block ``plafond``) that close the problem, and where.

    Not available where another limit binds: places do not help a gemeente that may not take more.
    """
    if Stage.MINSTE_TEKORT in data.stages:
        return Repair(Option.PLAATSEN, available=False)
    tree = build_tree(data)
    plafond = frozenset({Block.PLAFOND})
    free = _free(tree, data.lower, ceiling(data, ALL_BLOCKS - plafond))
    places = ceiling(data, plafond)
    x = _settle(data, free, (steps(Part.TEKORT, places, 0, 1),))
    return _stretched(data, Option.PLAATSEN, x)
