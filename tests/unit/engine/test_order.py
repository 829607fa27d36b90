"""How costs of units, and sums of them, are compared; and what the descent makes of it."""

from fractions import Fraction

import pytest

from optimiser.engine.costs import components
from optimiser.engine.order import UnitOrder
from optimiser.engine.search.descent import descend
from optimiser.engine.search.exchange import Exchange
from optimiser.engine.tree import build_tree
from optimiser.problem import Stage
from tests.unit.engine.problems import FAIR, problem

PEAK = (Stage.LAAGSTE_PIEK,)


def order_of(doel, **rest):
    return UnitOrder(components(problem(doel, **rest)))


def test_a_unit_is_cheaper_dearer_or_the_same():
    order = order_of([5, 5], stages=FAIR)
    assert [order.compare(a, b) for a, b in (((0, 1), (0, 2)), ((0, 2), (0, 1)))] == [-1, 1]
    assert [order.compare(a, b) for a, b in (((0, 1), (1, 1)), ((1, 1), (0, 1)))] == [-1, 1]
    assert order.compare((0, 1), (1, 1), tie_by_code=False) == 0


def test_without_the_code_the_open_claim_still_decides():
    # (2k + 1)/q - 2 is -1 for the first unit of 1 and the second of 3; these claim 1 and 2 more.
    order = order_of([1, 3], stages=FAIR)
    assert order.compare((0, 0), (1, 1), tie_by_code=False) == 1
    assert order.sign_of_sum([(0, 0)], [(1, 1)], tie_by_code=False) == 1


def test_of_equal_sums_the_lowest_code_that_does_not_cancel_decides():
    order = order_of([1] * 4, stages=FAIR)
    for plus, minus, sign in (
        ([0], [1], -1),
        ([1], [0], 1),
        ([0, 1], [1, 2], -1),
        ([0, 3], [1, 2], -1),
        ([1, 2], [0, 3], 1),
        ([1, 1], [0, 2], 1),
        ([2, 1], [1, 2], 0),
    ):
        pair = [(i, 0) for i in plus], [(i, 0) for i in minus]
        assert order.sign_of_sum(*pair) == sign
        assert order.sign_of_sum(*pair, tie_by_code=False) == 0


def test_the_highest_load_decides_whatever_the_sum_of_loads():
    order = order_of([9] * 4, basis=[1] * 4, stages=PEAK)
    # Twice up to 4, against once up to 5 and once up to 3: as much in all, but lower.
    assert order.sign_of_sum([(2, 3), (3, 3)], [(0, 4), (1, 2)]) == -1
    assert order.sign_of_sum([(0, 4), (1, 2)], [(2, 3), (3, 3)]) == 1


def test_a_step_to_a_load_is_a_step_from_another():
    # A person is a load of 1 for the first and third and of 2 for the second. Up to 4 from 3 is
    # less than up to 4 from 2, and as much as that when somebody else goes from 2 to 3.
    order = order_of([9, 9, 9], basis=[1, Fraction(1, 2), 1], stages=PEAK)
    assert order.sign_of_sum([(0, 3)], [(1, 1)], tie_by_code=False) == -1
    exact = order_of([9, 9, 9], basis=[1, Fraction(1, 2), 1], exact=[9, 9, 9], stages=PEAK)
    level = UnitOrder(exact.components[:1] + exact.components[-1:])
    assert level.sign_of_sum([(0, 3), (2, 2)], [(1, 1)], tie_by_code=False) == 0


def test_equal_loads_leave_the_choice_to_the_claim():
    order = order_of([9, 10], basis=[1, 1], stages=PEAK)
    assert order.sign_of_sum([(0, 4)], [(1, 4)], tie_by_code=False) == 1


def test_persons_move_between_areas_as_well_as_inside_them():
    # Two areas that may hold anything: 3 and 3 against nobody become 2, 2, 1 and 1.
    groups = [("A", (0, 1), 0, 9), ("B", (2, 3), 0, 9)]
    data = problem([3, 3, 0, 0], exact=[Fraction(3, 2)] * 4, groups=groups, stages=FAIR)
    state = Exchange(build_tree(data), UnitOrder(components(data)), data.doel)
    assert descend(state) == 2
    assert state.x == (2, 2, 1, 1)


@pytest.mark.parametrize("start", [(10, 0, 0), (0, 10, 0), (0, 0, 10), (4, 3, 3)])
def test_from_anywhere_exact_shares_are_reached(start):
    data = problem(start, exact=[1, 3, 6], stages=FAIR)
    state = Exchange(build_tree(data), UnitOrder(components(data)), start)
    assert descend(state) == sum(max(0, s - q) for s, q in zip(start, (1, 3, 6), strict=True))
    assert state.x == (1, 3, 6)


@pytest.mark.parametrize(
    ("start", "end", "moves"),
    [
        ((9, 1, 5), (5, 5, 5), 4),
        ((1, 1, 2), (2, 1, 1), 1),
        ((1, 2, 2), (2, 2, 1), 1),
        ((1, 2, 1), (2, 1, 1), 1),
        ((5, 5, 5), (5, 5, 5), 0),
        ((0, 0, 7), (3, 2, 2), 5),
    ],
)
def test_equal_gemeenten_are_evened_out_person_by_person(start, end, moves):
    total = sum(start)
    data = problem(start, exact=[Fraction(total, 3)] * 3, stages=FAIR)
    state = Exchange(build_tree(data), UnitOrder(components(data)), start)
    assert descend(state) == moves
    assert state.x == end


def test_a_person_moves_only_where_every_area_around_has_one_to_spare():
    # A holds four and may hold no more; inside it, one moves from the second to the first.
    groups = [("A", (0, 1), 0, 4)]
    data = problem([1, 3, 2], exact=[2, 2, 2], groups=groups, stages=FAIR)
    state = Exchange(build_tree(data), UnitOrder(components(data)), (1, 3, 2))
    assert descend(state) == 1
    assert state.x == (2, 2, 2)
