"""The engine against every possible distribution of tiny problems."""

from dataclasses import replace

import numpy as np
import pytest

from optimiser.engine import ExactSolution, Infeasible, certify, objective, solve_exact
from optimiser.engine.closing.feasible import feasible_point
from optimiser.engine.costs import components
from optimiser.engine.order import UnitOrder
from optimiser.engine.search.descent import descend, is_optimum
from optimiser.engine.search.exchange import Exchange
from optimiser.engine.tree import build_tree
from optimiser.problem import Stage, moved
from tests.brute_force import allowed, best, ranking, value
from tests.instances import STAGE_ORDERS, random_infeasible_instance, random_instance


def name_of(stages):
    return "-".join(stages)


@pytest.mark.parametrize("stages", STAGE_ORDERS, ids=name_of)
def test_every_stage_order_finds_the_best_of_all_distributions(stages):
    for seed in range(24):
        data = random_instance(seed, 1 + seed % 5, total=1 + seed % 12, stages=stages)
        answer = solve_exact(data)
        assert isinstance(answer, ExactSolution), seed
        assert answer.x == best(data), seed


@pytest.mark.parametrize("stages", STAGE_ORDERS, ids=name_of)
def test_every_stage_order_keeps_to_a_budget_and_is_best_within_it(stages):
    for seed in range(100, 124):
        loose = random_instance(
            seed, 2 + seed % 4, total=3 + seed % 9, stages=stages, tightness=0.2
        )
        least = min(moved(loose.doel, x) for x in allowed(loose))
        data = replace(loose, budget=least + seed % 3)
        answer = solve_exact(data)
        assert isinstance(answer, ExactSolution), seed
        assert answer.x == best(data), seed
        short = solve_exact(replace(loose, budget=least - 1))
        assert isinstance(short, Infeasible), seed
        assert short.conflicts[0].amount == 1, seed


def test_the_certificate_holds_for_the_optimum_and_for_nothing_else():
    rng = np.random.default_rng(7)
    refused = 0
    for seed in range(400):
        data = random_instance(seed, 2 + seed % 4, total=3 + seed % 8, budget=seed % 2 == 0)
        ranked = ranking(data)
        winner = ranked[0][1]
        assert certify(data, winner).holds, seed
        for pick in rng.integers(len(ranked), size=3):
            other = ranked[int(pick)][1]
            assert certify(data, other).holds == (other == winner), seed
            refused += other != winner
    assert refused > 300


def test_a_start_passes_for_the_optimum_only_when_it_is():
    refused = 0
    for seed in range(400):
        stages = STAGE_ORDERS[seed % len(STAGE_ORDERS)]
        data = random_instance(seed, 2 + seed % 4, total=3 + seed % 8, stages=stages)
        tree, winner = build_tree(data), best(data)
        for other in allowed(data)[:: 1 + seed % 7]:
            assert is_optimum(tree, components(data), tuple(other)) == (other == winner), seed
            refused += other != winner
        assert is_optimum(tree, components(data), winner), seed
    assert refused > 500


def test_a_counterexample_without_a_budget_really_is_better():
    for seed in range(300):
        data = random_instance(seed, 3 + seed % 3, total=5 + seed % 6)
        worst = ranking(data)[-1][1]
        found = certify(data, worst).counterexample
        if worst == best(data):
            continue
        ((i, j),) = found
        better = list(worst)
        better[i], better[j] = better[i] - 1, better[j] + 1
        assert tuple(better) in allowed(data), seed
        ours, theirs = value(data, better), value(data, worst)
        assert ours < theirs or (ours == theirs and j < i), seed


def test_ties_list_exactly_the_gemeenten_that_the_gm_code_decided():
    seen = 0
    for seed in range(500):
        data = random_instance(seed, 2 + seed % 4, total=2 + seed % 9, tightness=0.2)
        if seed % 2:
            same = (data.exact[0],) * len(data.exact)
            data = replace(data, exact=same, basis=(data.basis[0],) * len(same))
        if seed % 5 == 0:
            data = replace(data, budget=moved(data.doel, solve_exact(data).x))
        ranked = ranking(data)
        equal = [x for v, x in ranked if v == ranked[0][0]]
        free = {data.gm_codes[i] for x in equal for i, k in enumerate(x) if k != ranked[0][1][i]}
        listed = {code for tie in solve_exact(data).ties for code in tie}
        assert listed == free, seed
        seen += bool(free)
    assert seen > 30


def test_the_exact_descent_alone_reaches_the_same_answer_from_a_poor_start():
    for seed in range(300):
        data = random_instance(seed, 3 + seed % 12)
        tree = build_tree(data)
        start = feasible_point(tree, tree.lower[: tree.n], tree.upper[: tree.n])
        state = Exchange(tree, UnitOrder(components(data)), start)
        descend(state)
        assert state.x == solve_exact(data).x, seed


def test_objectives_are_those_of_the_definition():
    for seed in range(100):
        data = random_instance(seed, 2 + seed % 4, total=4 + seed % 8)
        x = solve_exact(data).x
        flat = []
        for stage in data.stages:
            if stage is Stage.EERLIJKST:
                flat.append(sum(a for a, q in zip(x, data.exact, strict=True) if q == 0))
            flat.append(objective(data, stage, x))
        expected = [v[0] if isinstance(v, tuple) else v for v in value(data, x)[:-1]]
        assert flat == expected, seed


def test_infeasible_is_returned_exactly_when_nothing_is_allowed():
    outcomes = set()
    for seed in range(400):
        data = random_infeasible_instance(seed, 1 + seed % 5)
        if data.total > 14:
            continue
        feasible = isinstance(solve_exact(data), ExactSolution)
        assert feasible == bool(allowed(data)), seed
        outcomes.add(feasible)
    assert outcomes == {True, False}
