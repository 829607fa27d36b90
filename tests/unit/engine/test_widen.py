"""Which area is asked to join one that cannot close."""

import pytest

from optimiser.engine.closing.widen import widen
from optimiser.problem import Block, Group, Limit
from tests.unit.engine.problems import problem


def test_of_the_areas_that_suffice_the_one_with_least_room_is_joined():
    # A is 5 short; B could take 20 and C 6: C is enough, and B stays as it was.
    groups = [("A", (0,), 10, 10), ("B", (1,), 10, 10), ("C", (2,), 10, 10)]
    found = widen(problem([10, 10, 10], upper=[5, 30, 16], groups=groups))
    assert [union.names for union in found.unions] == [("A", "C")]
    assert found.closes


def test_when_none_suffices_the_one_with_most_room_is_joined_first():
    # A is 8 short; B has room for 5, C for 6, D for 1: C, and then B is enough for the other 2.
    groups = [(name, (i,), 10, 10) for i, name in enumerate("ABCD")]
    found = widen(problem([10] * 4, upper=[2, 15, 16, 11], groups=groups))
    assert [union.names for union in found.unions] == [("A", "C", "B")]


def test_who_is_one_person_short_is_joined_too():
    groups = [("A", (0,), 10, 10), ("B", (1,), 10, 10)]
    for room in (30, 11):
        found = widen(problem([10, 10], upper=[9, room], groups=groups))
        assert [(union.names, union.within) for union in found.unions] == [(("A", "B"), None)]
        assert found.closes


def test_of_an_area_with_too_high_floors_another_takes_what_is_too_much():
    # The floors of A ask 2 above its 10; B could take 10 fewer and C, whose floor is 8, just 2.
    groups = [("A", (0,), 10, 10), ("B", (1,), 10, 10), ("C", (2,), 10, 10)]
    found = widen(problem([10, 10, 10], lower=[12, 0, 8], groups=groups))
    assert [union.names for union in found.unions] == [("A", "C")]
    assert found.groups[-1] == Group("A + C", (0, 2), 20, 20)
    assert found.closes


def test_a_sum_is_given_up_within_the_area_above_it():
    # A is 2 short; in P only the loose third gemeente has room, so the sum of P is kept.
    groups = [("A", (0, 1), 10, 10), ("P", (0, 1, 2), 14, 14)]
    found = widen(problem([5, 5, 4, 6], upper=[4, 4, 9, 9], groups=groups))
    (union,) = found.unions
    assert (union.names, union.within) == (("A",), "P")
    assert found.groups == (Group("P", (0, 1, 2), 14, 14),)


@pytest.mark.parametrize("upper", [(), (5, 5)])
def test_sums_that_do_not_make_the_total_are_all_given_up(upper):
    groups = [("A", (0,), 4, 4), ("B", (1,), 5, 5)]
    found = widen(problem([5, 5], upper=upper, groups=groups))
    (union,) = found.unions
    assert (union.names, union.within) == (("A", "B"), "")
    assert (found.closes, found.groups) == (True, ())


def test_a_join_that_is_still_short_is_joined_again():
    # In P, A is 4 short and B has 1; together they are 3 short, and P itself then goes to Q.
    groups = [("A", (0,), 10, 10), ("B", (1,), 10, 10), ("P", (0, 1), 20, 20), ("Q", (2,), 10, 10)]
    found = widen(problem([10, 10, 10], upper=[6, 11, 14], groups=groups))
    assert [(union.names, union.within) for union in found.unions] == [
        (("A",), "P"),
        (("P", "Q"), None),
    ]
    assert found.closes


@pytest.mark.parametrize(
    ("limits", "room"),
    [
        ({"upper": [4, 4]}, -2),
        ({"lower": [7, 5]}, -2),
        ({"upper": [6, 7], "lower": [4, 5]}, 1),
        ({"upper": [6, 6], "lower": [1, 1]}, 2),
        ({"upper": [5, 5], "lower": [5, 5]}, 0),
    ],
)
def test_the_room_of_the_country_is_counted_without_any_group(limits, room):
    groups = [("A", (0,), 5, 5), ("B", (1,), 5, 5)]
    assert widen(problem([5, 5], groups=groups, **limits)).country_room == room


def test_who_is_outside_the_own_areas_is_never_drawn_in():
    # A is 3 short. D, outside, could take 10; without it nobody can, and that is said.
    groups = [("A", (0,), 10, 10), ("D", (1,), 10, 10)]
    data = problem([10, 10], upper=[7, None], groups=groups, outside=(1,))
    found = widen(data)
    assert (found.closes, found.unions, found.groups) == (False, (), data.groups)


def test_a_limit_that_is_only_reported_counts_in_the_room_of_the_country():
    groups = [("A", (0,), 10, 10), ("D", (1,), 10, 10)]
    reported = (Limit(Block.PLAFOND, 1, upper=11),)
    data = problem([10, 10], upper=[7, None], groups=groups, outside=(1,), reported=reported)
    assert widen(data).country_room == -2
