"""The frontier against brute force and against itself."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from optimiser.engine import Infeasible, certify, frontier, objective, solve_exact
from optimiser.problem import Stage, moved
from tests.brute_force import allowed, best
from tests.instances import country, random_infeasible_instance, random_instance

FAIR = (Stage.EERLIJKST,)


def far_from_fair(seed, n, total):
    """A problem whose table before exchange is far from the shares, so that many persons move."""
    data = random_instance(seed, n, total=total, tightness=0.2, stages=FAIR)
    return replace(data, exact=tuple(reversed(data.exact)))


def test_every_budget_is_the_fairest_by_brute_force():
    budgets = 0
    for seed in range(300):
        data = far_from_fair(seed, 2 + seed % 4, 4 + seed % 9)
        line = frontier(data)
        assert line.least == min(moved(data.doel, x) for x in allowed(data)), seed
        for budget in range(line.least, line.most + 2):
            capped = replace(data, budget=budget)
            assert line.distribution(budget) == best(capped), (seed, budget)
            budgets += 1
    assert budgets > 600


def test_every_point_of_a_larger_frontier_carries_its_own_certificate():
    for seed in range(12):
        data = far_from_fair(seed, 20, 160)
        line = frontier(data)
        for budget in range(line.least, line.most + 1):
            x = line.distribution(budget)
            assert moved(data.doel, x) == budget
            assert certify(replace(data, budget=budget), x).holds, (seed, budget)


def test_unfairness_falls_ever_more_slowly_and_matches_the_exact_value():
    for seed in range(20):
        data = far_from_fair(seed, 15, 120)
        if not all(data.exact):
            continue
        line = frontier(data)
        exact = [
            objective(line.data, Stage.EERLIJKST, line.distribution(budget))
            for budget in range(line.least, line.most + 1)
        ]
        assert [float(v) for v in exact] == pytest.approx(list(line.unfairness))
        gains = [a - b for a, b in pairwise(exact)]
        assert gains == sorted(gains, reverse=True)
        assert all(gain > 0 for gain in gains[:-1])


def test_the_last_point_is_the_optimum_without_a_budget():
    for regions in (0, 12):
        data = replace(country(3, 100, regions, 3_000), stages=FAIR)
        shares = tuple(reversed(data.exact))
        data = replace(data, exact=shares)
        line = frontier(data)
        assert line.distribution(line.most) == solve_exact(data).x
        assert len(line.moves) > 50


def test_a_budget_below_the_least_is_refused_in_words():
    data = far_from_fair(1, 4, 12)
    line = frontier(data)
    with pytest.raises(ValueError, match="must move"):
        line.distribution(line.least - 1)


def test_a_problem_that_cannot_close_has_no_frontier():
    outcomes = {type(frontier(random_infeasible_instance(s, 6))) for s in range(30)}
    assert Infeasible in outcomes


def test_two_identical_gemeenten_share_what_moves():
    two = (Fraction(5), Fraction(5))
    data = random_instance(0, 2, total=10, tightness=0, stages=FAIR)
    data = replace(data, exact=two, doel=(8, 2), groups=(), limits=())
    line = frontier(data)
    # By head: (8, 2) -> (7, 3) -> (6, 4) -> (5, 5); squares 18, 8, 2, 0 over 5.
    assert line.moves == ((0, 1), (0, 1), (0, 1))
    assert line.unfairness == pytest.approx((18 / 5, 8 / 5, 2 / 5, 0))
