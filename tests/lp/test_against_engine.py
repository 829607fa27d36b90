"""Two engines that share nothing but the unit costs agree on every person."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from optimiser.engine.certificate import certify
from optimiser.engine.costs import bounds, components, stage_components, tie_rule
from optimiser.engine.search.descent import optimum
from optimiser.engine.tree import build_tree, is_laminar
from optimiser.lp import ModelInfeasibleError, solve_lp
from optimiser.lp.solver import check_available
from optimiser.lp.symbols import OptimiserError
from optimiser.problem import Group, ModelInput, Stage, moved
from tests.instances import compositions, country, random_infeasible_instance, random_instance


def has_cbc():
    try:
        check_available("cbc")
    except OptimiserError:
        return False
    return True


def feasible(data):
    """List every distribution of a tiny problem by brute force."""
    for x in compositions(data.total, *bounds(data)):
        sums = (sum(x[i] for i in group.members) for group in data.groups)
        kept = all(g.lower <= s <= g.upper for g, s in zip(data.groups, sums, strict=True))
        if kept and (data.budget is None or moved(data.doel, x) <= data.budget):
            yield x


def objective(data, x):
    """Value a distribution straight from the definitions, without unit costs for the peak."""
    key = []
    for stage in data.stages:
        if stage is Stage.LAAGSTE_PIEK:
            loads = (v / b for v, b in zip(x, data.basis, strict=True))
            key.append(tuple(sorted(loads, reverse=True)))
        else:
            key += [total(part, x) for part in stage_components(data, stage)]
    return (*key, *(total(part, x) for part in tie_rule(data)))


def total(part, x):
    return sum((part.value(i, k) for i, v in enumerate(x) for k in range(v)), Fraction(0))


@pytest.mark.parametrize("batch", range(10))
def test_lp_and_exchange_agree_on_every_person(batch):
    for seed in range(50 * batch, 50 * batch + 50):
        data = random_instance(seed, 3 + seed % 14)
        solution = solve_lp(data)
        assert solution.x == optimum(build_tree(data), components(data)), seed
        certificate = certify(data, solution.x)
        assert certificate.holds, seed
        tied = {data.gm_codes[i] for i in solution.ties}
        assert tied == {code for tie in certificate.ties for code in tie}, seed


@pytest.mark.parametrize("batch", range(10))
def test_the_certificate_holds_under_a_budget(batch):
    for seed in range(10 * batch, 10 * batch + 10):
        data = random_instance(seed, 3 + seed % 8, budget=True)
        assert certify(data, solve_lp(data).x).holds, seed


@pytest.mark.parametrize("stage", [Stage.EERLIJKST, Stage.LAAGSTE_PIEK])
def test_a_budget_half_way_is_used_up_and_certified(stage):
    data = replace(country(8, 60, 6, 1200), stages=(stage,))
    # a table that was not rounded from the fair shares, so that fairness wants moves
    doel = tuple(v + (1 if i % 2 else -1) for i, v in enumerate(data.doel))
    groups = tuple(
        replace(g, lower=sum(doel[i] for i in g.members), upper=sum(doel[i] for i in g.members))
        for g in data.groups
    )
    data = replace(data, doel=doel, groups=groups, limits=())
    free = moved(doel, solve_lp(data).x)
    data = replace(data, budget=free // 2)
    x = solve_lp(data).x
    assert moved(doel, x) == free // 2 > 5
    assert certify(data, x).holds


@pytest.mark.parametrize("batch", range(10))
@pytest.mark.parametrize("budget", [False, True])
def test_brute_force_agrees_on_tiny_problems(budget, batch):
    for seed in range(12 * batch, 12 * batch + 12):
        data = random_instance(seed, 2 + seed % 4, total=9, budget=budget)
        best = min(feasible(data), key=lambda x: objective(data, x))
        assert solve_lp(data).x == best, seed


@pytest.mark.parametrize("seed", range(10))
def test_brute_force_agrees_where_groups_cross(seed):
    rng = np.random.default_rng(seed)
    compared = 0
    while compared < 4:
        data = random_instance(int(rng.integers(10**6)), 4, total=10, stages=(Stage.EERLIJKST,))
        chosen = [tuple(sorted(rng.choice(4, 2, replace=False).tolist())) for _ in range(3)]
        held = [sum(data.doel[i] for i in members) for members in chosen]
        groups = (Group("x", m, max(0, h - 1), h + 1) for m, h in zip(chosen, held, strict=True))
        data = replace(data, groups=tuple(groups))
        possible = list(feasible(data))
        if possible and not is_laminar(data):
            best = min(objective(data, x) for x in possible)
            assert objective(data, solve_lp(data).x) == best
            compared += 1


@pytest.mark.parametrize("batch", range(5))
def test_infeasible_exactly_when_brute_force_finds_nothing(batch):
    for seed in range(30 * batch, 30 * batch + 30):
        data = random_infeasible_instance(seed, 2 + seed % 3)
        if sum(data.doel) <= 12:
            try:
                assert solve_lp(data).x in set(feasible(data)), seed
            except ModelInfeasibleError:
                assert not any(True for _ in feasible(data)), seed


@pytest.mark.skipif(not has_cbc(), reason="cbc is not installed on this machine")
@pytest.mark.parametrize("batch", range(10))
def test_both_solvers_give_the_same_distribution(batch):
    for seed in range(6 * batch, 6 * batch + 6):
        data = random_instance(seed, 3 + seed % 10, budget=seed % 3 == 0)
        assert solve_lp(data, "cbc").x == solve_lp(data, "highs").x, seed


def renamed(data: ModelInput, order) -> ModelInput:
    """Give the gemeenten other places; position ``order[i]`` becomes ``i``."""
    place = {old: new for new, old in enumerate(order)}
    pick = lambda column: tuple(column[old] for old in order)  # noqa: E731
    groups = (replace(g, members=tuple(sorted(place[i] for i in g.members))) for g in data.groups)
    return replace(
        data,
        doel=pick(data.doel),
        exact=pick(data.exact),
        basis=pick(data.basis),
        limits=tuple(one._replace(gemeente=place[one.gemeente]) for one in reversed(data.limits)),
        groups=tuple(reversed(list(groups))),
    )


@pytest.mark.parametrize("batch", range(10))
def test_renaming_changes_only_gemeenten_in_a_listed_tie(batch):
    rng = np.random.default_rng(batch)
    for seed in range(10 * batch, 10 * batch + 10):
        data = random_instance(seed, 8)
        order = rng.permutation(8).tolist()
        before, after = solve_lp(data), solve_lp(renamed(data, order))
        changed = {old for new, old in enumerate(order) if before.x[old] != after.x[new]}
        assert changed <= set(before.ties), seed
