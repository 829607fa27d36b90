"""Which area is asked to join one that cannot close."""

from optimiser.engine.closing.widen import widen
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
    found = widen(problem([10, 10], upper=[9, 30], groups=groups))
    assert [union.names for union in found.unions] == [("A", "B")]
    assert found.closes
