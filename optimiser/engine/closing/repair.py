"""The smallest change per option that lets a problem close, and how to make it."""

from dataclasses import replace

from optimiser.engine.closing.clashes import clashes
from optimiser.engine.closing.excerpt import Excerpt, clashing
from optimiser.engine.closing.feasibility import find_conflicts
from optimiser.engine.closing.stretch import Option, Repair, add_places, stretch_limits
from optimiser.engine.closing.widen import widen
from optimiser.engine.costs import components
from optimiser.engine.search.path import least_moved
from optimiser.engine.tree import build_tree
from optimiser.problem import Block, Group, ModelInput, moved


def _in_whole(data: ModelInput, excerpt: Excerpt, repair: Repair) -> Repair:
    """Return a repair of an excerpt with the positions of the whole problem."""
    changes = tuple((excerpt.gemeenten[i], up, down) for i, up, down in repair.changes)
    limits = []
    for position, limit in repair.limits:
        own = data.limits[excerpt.limits[position]]
        limits.append((excerpt.limits[position], limit._replace(gemeente=own.gemeente)))
    return replace(repair, changes=changes, limits=tuple(limits))


def _with_budget(data: ModelInput, repair: Repair) -> Repair:
    """Return a repair with the budget that it needs, where there is one."""
    if data.budget is None or not repair.available:
        return replace(repair, budget=data.budget)
    wider = apply_repair(data, repair)
    needed = moved(data.doel, least_moved(wider, build_tree(wider), components(wider)))
    return replace(repair, budget=max(data.budget, needed))


def widen_area(data: ModelInput) -> Repair:
    """Return which areas must exchange together so that all of them close."""
    widening = widen(data)
    return Repair(Option.GEBIED, widening.closes, persons=0, widening=widening)


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
    excerpt = clashing(data)
    stretch = stretch_limits(excerpt.data)
    if stretch.blocks == {Block.PLAFOND}:
        # Best of all, and all other limits hold: so it is best among those that keep them, too.
        places = replace(stretch, option=Option.PLAATSEN)
    else:
        places = add_places(excerpt.data)
    found = _in_whole(data, excerpt, stretch), widen_area(data), _in_whole(data, excerpt, places)
    return tuple(_with_budget(data, repair) for repair in found)


def apply_repair(data: ModelInput, repair: Repair) -> ModelInput:
    """Return the problem with the repair made; an unavailable repair changes what it can.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from optimiser.problem import Limit
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
