"""The float start: it never decides, but it must be close or large problems take long."""

from dataclasses import replace

import pytest

from optimiser.engine.costs import components
from optimiser.engine.order import UnitOrder
from optimiser.engine.search.descent import descend, start_point
from optimiser.engine.search.exchange import Exchange
from optimiser.engine.tree import build_tree
from optimiser.problem import Stage
from tests.instances import STAGE_ORDERS, country


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
