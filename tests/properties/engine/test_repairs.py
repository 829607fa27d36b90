"""A thousand problems that cannot close: the named node, and what makes it close.

The judge is an LP over the same rows, solved by scipy; the engine itself has no solver.
"""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog

from optimiser.engine import Level, Option, Side, apply_repair, find_conflicts, repairs
from optimiser.engine.closing import feasibility
from optimiser.engine.closing.excerpt import clashing
from optimiser.engine.closing.nearest import nearest
from optimiser.engine.closing.stretch import add_places, stretch_limits
from optimiser.engine.costs import bounds
from tests.instances import random_infeasible_instance

BATCHES = 10
PER_BATCH = 100


def infeasible_instances(batch):
    """Yield a hundred problems without an answer, each with its conflicts."""
    found, seed = 0, batch * 100_000
    while found < PER_BATCH:
        seed += 1
        data = random_infeasible_instance(seed, 2 + seed % 11)
        if conflicts := find_conflicts(data):
            found += 1
            yield data, conflicts


def extreme(data, members, groups, sign):
    """Return the least (sign 1) or most (sign -1) that these gemeenten can house, or None."""
    column = {i: k for k, i in enumerate(members)}
    low, high = bounds(data)
    if any(low[i] > high[i] for i in members):
        return None
    rows, limits = [], []
    for group in groups:
        row = np.zeros(len(members))
        row[[column[i] for i in group.members]] = 1
        rows += [row, -row]
        limits += [group.upper, -group.lower]
    box = [(low[i], high[i]) for i in members]
    outcome = linprog(
        sign * np.ones(len(members)), A_ub=rows or None, b_ub=limits or None, bounds=box
    )
    return round(sign * outcome.fun) if outcome.status == 0 else None


def closes(data):
    least = extreme(data, range(len(data.doel)), data.groups, 1)
    most = extreme(data, range(len(data.doel)), data.groups, -1)
    return least is not None and least <= data.total <= most


def check_lowest(data, conflicts):
    """Check by LP the conflicts that have no other conflict inside them."""
    checked = 0
    low, high = bounds(data)
    for conflict in conflicts:
        inside = set(conflict.members)
        if conflict.level is Level.GEMEENTE:
            (i,) = inside
            assert (conflict.required, conflict.possible) == (low[i], high[i])
            continue
        if any(set(c.members) <= inside for c in conflicts if c is not conflict):
            continue
        below = [g for g in data.groups if set(g.members) < inside]
        sign = -1 if conflict.side is Side.TEKORT else 1
        found = extreme(data, conflict.members, below, sign)
        if conflict.side is Side.TEKORT:
            assert found == conflict.possible < conflict.required
        else:
            assert found == conflict.required > conflict.possible
        checked += 1
    return checked


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_named_node_cannot_close_and_every_repair_closes_the_whole(batch):
    checked, made = 0, dict.fromkeys(Option, 0)
    for data, conflicts in infeasible_instances(batch):
        assert not closes(data)
        checked += check_lowest(data, conflicts)
        for repair in repairs(data):
            if not repair.available:
                continue
            repaired = apply_repair(data, repair)
            assert closes(repaired), (data, repair)
            assert find_conflicts(repaired) == ()
            made[repair.option] += 1
            if repair.option is Option.GRENZEN:
                assert repair.persons == sum(conflict.amount for conflict in conflicts)
    assert checked > PER_BATCH // 3
    assert made[Option.GRENZEN] == PER_BATCH
    assert made[Option.GEBIED] > PER_BATCH // 10


def least_stretch(data):
    """Return by LP the fewest persons by which limits must give way, ceilings and floors alike."""
    n = len(data.doel)
    low, high = bounds(data)
    member = np.zeros((len(data.groups), n))
    for row, group in zip(member, data.groups, strict=True):
        row[list(group.members)] = 1
    one, none = np.eye(n), np.zeros((len(data.groups), n))
    # Columns: x, ceilings up, floors down.
    rows = np.vstack(
        [
            np.hstack([one, -one, 0 * one]),
            np.hstack([-one, 0 * one, -one]),
            np.hstack([member, none, none]),
            np.hstack([-member, none, none]),
        ]
    )
    limits = [*high, *(-v for v in low), *(g.upper for g in data.groups)]
    limits += [-g.lower for g in data.groups]
    outcome = linprog(
        np.repeat([0, 1, 1], n),
        A_ub=rows,
        b_ub=limits,
        A_eq=[np.repeat([1, 0, 0], n)],
        b_eq=[data.total],
    )
    return round(outcome.fun)


def test_no_smaller_stretch_of_limits_closes():
    for data, _ in infeasible_instances(77):
        assert repairs(data)[0].persons == least_stretch(data)


def test_extra_places_touch_nothing_but_ceilings_of_the_block_plafond():
    used = 0
    for batch in range(4):
        for data, _ in infeasible_instances(batch):
            repair = repairs(data)[-1]
            if repair.option is Option.PLAATSEN and repair.available:
                assert {limit.block.value for _, limit in repair.limits} == {"plafond"}
                used += 1
    assert used > 3


def test_the_nearest_distribution_places_all_that_fit_and_breaks_no_ceiling():
    for batch in range(2):
        for data, _ in infeasible_instances(batch):
            outcome = nearest(data)
            _, high = bounds(data)
            assert all(0 <= x <= max(0, top) for x, top in zip(outcome.x, high, strict=True))
            assert all(sum(outcome.x[i] for i in g.members) <= g.upper for g in data.groups)
            assert outcome.unplaced == data.total - sum(outcome.x)
            most = most_without_floors(data, high)
            assert sum(outcome.x) == min(data.total, most)


def most_without_floors(data, high):
    """Return by LP how many persons fit when only ceilings and upper sums count."""
    n = len(high)
    rows = [[1.0 if i in set(g.members) else 0.0 for i in range(n)] for g in data.groups]
    limits = [g.upper for g in data.groups]
    box = [(0, max(0, top)) for top in high]
    return round(-linprog(-np.ones(n), A_ub=rows or None, b_ub=limits or None, bounds=box).fun)


def only_places(data):
    """Return the problem in which nothing but places limits anybody."""
    return replace(data, limits=tuple(one for one in data.limits if one.block == "plafond"))


@pytest.mark.parametrize("change", [lambda data: data, only_places], ids=["all", "only places"])
def test_what_gives_way_is_found_in_the_part_that_clashes_as_in_the_whole(change):
    smaller = alike = 0
    for batch in range(200, 206):
        for data, _ in infeasible_instances(batch):
            changed = change(data)
            found = repairs(changed)
            if len(found) < 3:
                continue
            whole = stretch_limits(changed), add_places(changed)
            assert (found[0], found[2]) == whole, changed
            smaller += len(clashing(changed).gemeenten) < len(changed.doel)
            alike += found[0].limits == found[2].limits
    assert smaller > 20
    assert alike > 10


def test_other_groups_close_exactly_when_nothing_clashes_with_them():
    seen = {True: 0, False: 0}
    for batch in range(300, 303):
        for data, _ in infeasible_instances(batch):
            for kept in range(len(data.groups) + 1):
                groups = data.groups[:kept]
                closed = not find_conflicts(replace(data, groups=groups))
                assert feasibility.closes(data, groups) == closed
                seen[closed] += 1
    assert min(seen.values()) > 100
