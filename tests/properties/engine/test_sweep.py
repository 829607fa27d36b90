"""A sweep gives what the same scenarios give one by one, to the person."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from optimiser.engine import CrossingGroupsError, ExactSolution, optima, solve_exact
from optimiser.engine.costs import bounds
from optimiser.engine.search import pools, sweep
from optimiser.lp import ModelInfeasibleError, solve_lp
from optimiser.problem import SOFT_BLOCKS, Block, Group, Limit, ModelInput, Stage
from tests.brute_force import best
from tests.instances import STAGE_ORDERS, country, random_instance

SCENARIOS = 6


def changed(data, rng):
    """Other floors, ceilings and sums per scenario; some then have no answer."""
    n, groups = len(data.gm_codes), len(data.groups)
    lower, upper = (np.array(side) for side in bounds(data))
    lower = np.maximum(0, lower + rng.integers(-2, 2, (SCENARIOS, n)))
    upper = upper + rng.integers(-1, 4, (SCENARIOS, n))
    sums = np.array([(g.lower, g.upper) for g in data.groups], dtype=int).reshape(groups, 2)
    sums = np.maximum(0, sums + rng.integers(-1, 2, (SCENARIOS, groups, 2)))
    return lower, upper, np.sort(sums, axis=2)


def alone(data, lower, upper, sums):
    """The same scenario as a problem of its own; what its stages price stays."""
    priced = SOFT_BLOCKS if Stage.MINSTE_TEKORT in data.stages else ()
    limits = [limit for limit in data.limits if limit.block in priced]
    limits += [Limit(Block.BODEM, i, lower=int(low)) for i, low in enumerate(lower)]
    limits += [Limit(Block.MAX_WIJZIGING, i, upper=int(high)) for i, high in enumerate(upper)]
    pairs = zip(data.groups, sums.tolist(), strict=True)
    groups = tuple(replace(group, lower=low, upper=high) for group, (low, high) in pairs)
    return replace(data, limits=tuple(limits), groups=groups)


@pytest.mark.parametrize("stages", STAGE_ORDERS, ids="-".join)
def test_a_sweep_is_what_one_by_one_gives(stages, monkeypatch):
    seen = {True: 0, False: 0}
    for seed in range(12):
        monkeypatch.setattr(sweep, "REACH", (1, 3, 16)[seed % 3])  # so that answers end at the edge
        monkeypatch.setattr(pools, "TOGETHER", (1, 100)[seed % 2])
        data = random_instance(seed, 2 + seed % 8, stages=stages, tightness=0.5)
        bound = changed(data, np.random.default_rng([seed, 2]))
        found, closes = optima(data, *bound)
        for x, fits, *case in zip(found.tolist(), closes.tolist(), *bound, strict=True):
            answer = solve_exact(alone(data, *case))
            assert isinstance(answer, ExactSolution) == fits, seed
            assert x == (list(answer.x) if fits else [-1] * len(x)), seed
            seen[fits] += 1
    assert min(seen.values()) > 5


@pytest.mark.parametrize("stage", [s for s in Stage if s is not Stage.MINSTE_TEKORT])
def test_a_sweep_over_regions_is_what_the_linear_program_gives(stage):
    data = replace(country(7, 40, 4, 600), stages=(stage,))
    rng = np.random.default_rng(1)
    upper = np.maximum(0, np.array(data.doel) + rng.integers(-4, 6, (20, 40)))
    found, closes = optima(data, 0, upper)
    for x, fits, row in zip(found.tolist(), closes.tolist(), upper.tolist(), strict=True):
        ceilings = tuple(Limit(Block.PLAFOND, i, upper=u) for i, u in enumerate(row))
        try:
            assert x == list(solve_lp(replace(data, limits=ceilings)).x)
        except ModelInfeasibleError:
            assert not fits
    assert 0 < closes.sum() < 20


def test_ties_go_to_the_lower_code_as_everywhere():
    # Four equal gemeenten of 5; one full at 3, so two persons go to the first two of the others.
    equal = (Fraction(5),) * 4
    data = ModelInput(("GM0001", "GM0002", "GM0003", "GM0004"), (5,) * 4, equal, equal, (), (), 20)
    upper = [[20, 3, 20, 20], [3, 20, 20, 20], [20, 20, 20, 20]]
    found, _ = optima(data, 0, upper)
    assert found.tolist() == [[6, 3, 6, 5], [3, 6, 6, 5], [5, 5, 5, 5]]


def test_sums_per_scenario_hold_and_are_best_of_all_distributions():
    share = tuple(Fraction(v) for v in (4, 3, 2, 1))
    groups = (Group("noord", (0, 1), 7, 7), Group("zuid", (2, 3), 3, 3))
    codes = ("GM0001", "GM0002", "GM0003", "GM0004")
    data = ModelInput(codes, (4, 3, 2, 1), share, share, (), groups, 10)
    sums = [[(low, low), (10 - low, 10 - low)] for low in range(11)]
    found, closes = optima(data, 0, 6, sums)
    assert closes.all()
    for x, ((low, _), _) in zip(found.tolist(), sums, strict=True):
        north, south = (
            replace(g, lower=s, upper=s) for g, s in zip(groups, (low, 10 - low), strict=True)
        )
        limits = tuple(Limit(Block.PLAFOND, i, upper=6) for i in range(4))
        assert tuple(x) == best(replace(data, groups=(north, south), limits=limits))


def test_a_country_without_ceilings_needs_only_the_units_near_its_optimum():
    # 342 gemeenten that may each take all 13.680 persons: 4,7 million units, a few of which matter.
    data = replace(country(342, 342, 35, 13_680), groups=(), limits=())
    upper = np.full((3, 342), data.total)
    upper[1, 7], upper[2] = 0, np.array(data.doel) + 1
    found, closes = optima(data, 0, upper)
    assert closes.all()
    assert found[0].tolist() == list(solve_exact(data).x)
    assert found[1].tolist() == list(solve_exact(alone(data, [0] * 342, upper[1], np.empty(0))).x)


def test_what_a_sweep_cannot_answer_is_refused():
    data = country(7, 10, 2, 100)
    with pytest.raises(ValueError, match="budget"):
        optima(replace(data, budget=3), 0, 100)
    crossing = (Group("a", (0, 1), 0, 100), Group("b", (1, 2), 0, 100))
    with pytest.raises(CrossingGroupsError):
        optima(replace(data, groups=crossing), 0, 100)


def test_a_floor_above_a_ceiling_has_no_answer():
    found, closes = optima(country(7, 10, 2, 100), 3, 2)
    assert not closes.any()
    assert found.tolist() == [[-1] * 10]
