"""Costs cut into segments around an anchor: every unit once, at the price of the first used."""

from dataclasses import replace
from fractions import Fraction
from itertools import groupby

import numpy as np
import pytest

from optimiser.engine.costs import stage_components, tie_rule
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost, Tuples
from optimiser.lp.objective import first_anchor, grid, ranks, segments
from optimiser.lp.symbols import Face
from optimiser.problem import Block, Group, Limit, Stage
from tests.instances import country, random_instance


def costs_of(data, kind):
    """Return a flat cost, a curved one, or both beside each other."""
    moved = OneCost(stage_components(data, Stage.MINST_VERPLAATST)[0])
    fair = OneCost(stage_components(data, Stage.EERLIJKST)[0])
    tie = OneCost(tie_rule(data)[-1])
    kinds = {"flat": moved, "curved": fair}
    return {**kinds, "flat pair": Tuples((moved, tie)), "both": Tuples((fair, moved))}[kind]


@pytest.mark.parametrize("budget", [True, False])
@pytest.mark.parametrize("kind", ["flat", "flat pair", "curved", "both"])
def test_every_unit_is_in_one_segment_at_the_cost_of_the_first_used(kind, budget):
    for seed in range(12):
        data = replace(random_instance(seed, 6), limits=())
        costs, rng = costs_of(data, kind), np.random.default_rng(seed)
        lower = tuple(int(n) for n in rng.integers(0, 3, 6))
        upper = tuple(low + int(n) for low, n in zip(lower, rng.integers(0, 12, 6), strict=True))
        anchor = [int(rng.integers(a, b + 1)) for a, b in zip(lower, upper, strict=True)]
        reach = [int(n) for n in rng.integers(0, 3, 6)]
        parts = segments(data, costs, Face(lower, upper, ()), anchor, reach, budget=budget)
        found = {i: list(own) for i, own in groupby(parts, lambda part: part.gemeente)}
        assert set(found) == {i for i in range(6) if lower[i] < upper[i]}
        for i, own in found.items():
            at = lower[i]
            for part in own:
                units = range(at, at + part.length)
                assert part.length > 0
                assert part.step == (1 if at >= anchor[i] else -1)
                assert part.cost == costs.unit(i, units[0] if part.step > 0 else units[-1])
                assert part.above is (at >= data.doel[i])
                assert part.whole is (kind.startswith("flat") or part.length == 1)
                if part.whole:
                    assert {costs.unit(i, k) for k in units} == {part.cost}
                if budget:
                    assert not at < data.doel[i] < at + part.length
                if reach[i] and part.length > 1 and not kind.startswith("flat"):
                    assert not units[0] - reach[i] < anchor[i] < units[-1] + 1 + reach[i]
                at += part.length
            assert at == upper[i]
            if not reach[i] and not budget and not kind.startswith("flat"):
                assert len(own) <= 2


def test_cuts_are_every_unit_nearby_and_doubling_steps_further_away():
    assert sorted(grid(0, 10, 40, 1)) == [0, 3, 7, 9, 10, 11, 13, 17, 25, 40]
    # What lies beyond a bound is the bound; a side without room has none.
    assert sorted(grid(8, 10, 10, 3)) == [8, 9, 10]
    assert sorted(grid(0, 0, 5, 2)) == [0, 1, 2, 4, 5]
    assert sorted(grid(3, 4, 5, 1)) == [3, 4, 5]


def test_equal_costs_share_a_number_and_the_numbers_ascend_by_one():
    assert ranks([7, 7, -2]) == [1, 1, 0]
    third, more = Fraction(1, 3), Fraction(10**17 + 1, 3 * 10**17)
    assert float(third) == float(more)
    assert ranks([more, third, 2, third, Fraction(2)]) == [1, 0, 2, 0, 2]
    pairs = [(third, 5), (third, -1), (more, -9), (0, 9), (third, 5)]
    assert ranks(pairs) == [2, 1, 3, 0, 2]


def test_the_guess_closes_every_fixed_group_and_keeps_every_bound():
    for seed in range(6):
        data = replace(country(seed, 24, 4, 600), stages=(Stage.EERLIJKST,))
        face, cost = start_face(data), OneCost(stage_components(data, Stage.EERLIJKST)[0])
        x = first_anchor(data, cost, face)
        assert face.holds(x)
        assert sum(x) == data.total


def test_without_curves_the_guess_is_the_taakstelling_within_its_bounds():
    data = country(3, 12, 2, 200)
    face, cost = start_face(data), OneCost(stage_components(data, Stage.MINST_VERPLAATST)[0])
    bounds = zip(data.doel, face.lower, face.upper, strict=True)
    assert first_anchor(data, cost, face) == tuple(min(max(t, a), b) for t, a, b in bounds)


def test_the_guess_fills_the_inner_group_and_leaves_the_rest_to_the_outer():
    # Six alike: two hold 4 together, four 20, all 30: so 2, 2, then 8 each, then 5 each.
    base = replace(country(1, 6, 0, 30), limits=())
    same = (Fraction(5),) * 6
    groups = (Group("wijd", (0, 1, 2, 3), 20, 20), Group("nauw", (0, 1), 4, 4))
    data = replace(base, doel=(5,) * 6, exact=same, basis=same, groups=groups, total=30)
    cost = OneCost(stage_components(data, Stage.EERLIJKST)[0])
    assert first_anchor(data, cost, start_face(data)) == (2, 2, 8, 8, 5, 5)


@pytest.mark.parametrize(
    ("fourth", "guess"),
    [
        (11, (2, 4, 3)),  # the others keep what they have: at the jumps
        (8, (3, 5, 4)),  # 3 more for them, filled to one level of the curve: one each
        (14, (1, 3, 2)),  # 3 less
    ],
)
def test_the_guess_for_several_costs_lies_on_their_side_of_the_jump(fourth, guess):
    base = replace(country(1, 4, 0, 20), limits=(), groups=(), doel=(2, 4, 3, 11))
    claims = tuple(map(Fraction, base.doel))  # each as far above its claim as the next
    fixed = (Limit(Block.VAST, 3, lower=fourth, upper=fourth),)
    data = replace(base, exact=claims, basis=(Fraction(1),) * 4, limits=fixed)
    moved = OneCost(stage_components(data, Stage.MINST_VERPLAATST)[0])
    together = Tuples((moved, OneCost(tie_rule(data)[0])))
    assert first_anchor(data, together, start_face(data)) == (*guess, fourth)
