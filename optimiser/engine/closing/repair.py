"""The smallest change per option that lets a problem close, and how to make it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from optimiser.engine.closing.feasibility import clashes, find_conflicts
from optimiser.engine.closing.widen import Widening, widen
from optimiser.engine.costs import Component, Part, components, stage_components, steps, tie_rule
from optimiser.engine.search.descent import optimum
from optimiser.engine.search.path import least_moved
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import SOFT_BLOCKS, Block, Group, Limit, ModelInput, Stage, moved


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


def _free(tree: Tree, lower: tuple[int, ...], upper: tuple[int, ...]) -> Tree:
    """Return the tree with other bounds for the gemeenten; those of the groups stay."""
    n = tree.n
    return replace(tree, lower=(*lower, *tree.lower[n:]), upper=(*upper, *tree.upper[n:]))


def _ceiling(data: ModelInput, counts: Callable[[Block], bool]) -> tuple[int, ...]:
    highest = [data.total] * len(data.gm_codes)
    for limit in data.limits:
        if limit.upper is not None and counts(limit.block):
            highest[limit.gemeente] = max(0, min(highest[limit.gemeente], limit.upper))
    return tuple(highest)


def _settle(data: ModelInput, tree: Tree, first: tuple[Component, ...]) -> tuple[int, ...] | None:
    """Return the fairest distribution that stretches least, or None if groups alone clash."""
    if clashes(tree)[2]:
        return None
    return optimum(tree, (*first, *stage_components(data, Stage.EERLIJKST), *tie_rule(data)))


def _stretched(data: ModelInput, option: Option, x: tuple[int, ...] | None) -> Repair:
    """Return the repair that changes exactly the limits which ``x`` breaks."""
    if x is None:
        return Repair(option, available=False, budget=data.budget)
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
    return _with_budget(data, Repair(option, True, persons, changes, tuple(limits)))


def _with_budget(data: ModelInput, repair: Repair) -> Repair:
    if data.budget is None or not repair.available:
        return repair
    wider = apply_repair(data, repair)
    needed = moved(data.doel, least_moved(wider, build_tree(wider), components(wider)))
    return replace(repair, budget=max(data.budget, needed))


def stretch_limits(data: ModelInput) -> Repair:
    """Return the fewest persons by which limits of gemeenten must give way, and where.

    Floors give way last, then hard ceilings, soft ceilings (plafond, wil) first; among equals the
    fairest distribution says which gemeenten.
    """
    tree = build_tree(data)
    n = tree.n
    stretch = Stage.MINSTE_TEKORT in data.stages
    hard = _ceiling(data, lambda block: block not in SOFT_BLOCKS)
    soft = _ceiling(data, lambda block: block in SOFT_BLOCKS and not stretch)
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
        return Repair(Option.PLAATSEN, available=False, budget=data.budget)
    tree = build_tree(data)
    free = _free(tree, data.lower, _ceiling(data, lambda block: block is not Block.PLAFOND))
    places = _ceiling(data, lambda block: block is Block.PLAFOND)
    x = _settle(data, free, (steps(Part.TEKORT, places, 0, 1),))
    return _stretched(data, Option.PLAATSEN, x)


def widen_area(data: ModelInput) -> Repair:
    """Return which areas must exchange together so that all of them close."""
    widening = widen(data)
    repair = Repair(
        Option.GEBIED, widening.closes, persons=0, widening=widening, budget=data.budget
    )
    return _with_budget(data, repair)


def repairs(data: ModelInput) -> tuple[Repair, ...]:
    """Return the smallest repair per option, for a problem that cannot close.

    Returns
    -------
    tuple of Repair
        ``grenzen``, ``gebied``, ``plaatsen``; only ``budget`` if nothing but the budget is too
        small; empty for a problem that closes.
    """
    conflicts = find_conflicts(data)
    if not conflicts:
        return ()
    if not clashes(build_tree(data))[2]:
        return (Repair(Option.BUDGET, available=True, budget=conflicts[0].required),)
    return stretch_limits(data), widen_area(data), add_places(data)


def apply_repair(data: ModelInput, repair: Repair) -> ModelInput:
    """Return the problem with the repair made; an unavailable repair changes what it can.

    Examples
    --------
    >>> from fractions import Fraction
    >>> one = (Fraction(5), Fraction(5))
    >>> tight = (Limit(Block.PLAFOND, 0, upper=4), Limit(Block.PLAFOND, 1, upper=4))
    >>> data = ModelInput(("GM0001", "GM0002"), (5, 5), one, one, tight, (), 10)
    >>> repair = add_places(data)
    >>> repair.persons, apply_repair(data, repair).upper
    (2, (5, 5))
    """
    limits = list(data.limits)
    for position, limit in repair.limits:
        limits[position] = limit
    groups: tuple[Group, ...] = data.groups
    if repair.widening is not None:
        groups = repair.widening.groups
    budget = data.budget if repair.budget is None else repair.budget
    return replace(data, limits=tuple(limits), groups=groups, budget=budget)
