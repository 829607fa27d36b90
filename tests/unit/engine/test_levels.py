"""The float start: it never decides, but it must be close or large problems take long."""

from dataclasses import replace

import numpy as np
import pytest

from optimiser.engine.costs import components
from optimiser.engine.order import UnitOrder
from optimiser.engine.search.descent import descend, start_point
from optimiser.engine.search.exchange import Exchange
from optimiser.engine.search.levels import _shape, _sums
from optimiser.engine.tree import build_tree
from optimiser.problem import Stage
from tests.instances import STAGE_ORDERS, country
from tests.unit.engine.problems import problem


@pytest.mark.parametrize("stages", STAGE_ORDERS, ids="-".join)
def test_the_start_is_at_most_a_few_exchanges_from_the_optimum(stages):
    for regions in (0, 12):
        data = replace(country(5, 150, regions, 5_000), stages=stages)
        tree, costs = build_tree(data), components(data)
        state = Exchange(tree, UnitOrder(costs), start_point(tree, costs))
        assert descend(state) <= 3


def test_ties_of_many_equal_gemeenten_are_left_to_the_next_stage():
    data = replace(country(5, 60, 0, 1_000), stages=(Stage.MINST_VERPLAATST,), limits=())
    tree, costs = build_tree(data), components(data)
    assert start_point(tree, costs) == data.doel


def test_what_is_offered_below_an_area_is_cut_off_by_its_bounds():
    # A offers 9 and may hold 7; B offers 2 and must hold 3; the loose one offers 5: 15 in all.
    groups = [("A", (0, 1), 0, 7), ("B", (2,), 3, 9)]
    shape = _shape(build_tree(problem([4, 4, 2, 5], groups=groups)))
    b, a, country = 4, 5, 6
    sums = _sums(shape, np.array([4, 5, 2, 5]))
    assert [int(sums[node]) for node in (a, b, country)] == [9, 2, 7 + 3 + 5]


def test_an_equal_peak_is_settled_by_the_next_load_from_the_start():
    # Three make at most 2/30 (one in 20, two in 30). The fourth makes 1/10 wherever it goes:
    # as the third in 30 the next load is 1/20, elsewhere 2/30.
    data = problem([4, 0, 0], exact=[1, 1, 2], basis=[10, 20, 30], stages=(Stage.LAAGSTE_PIEK,))
    tree, costs = build_tree(data), components(data)
    assert start_point(tree, costs) == (0, 1, 3)
    state = Exchange(tree, UnitOrder(costs), (1, 1, 2))
    assert descend(state) == 1
    assert state.x == (0, 1, 3)
