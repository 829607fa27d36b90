from itertools import permutations

import pytest

from optimiser.engine import CrossingGroupsError, build_tree, is_laminar, solve_exact
from optimiser.engine.tree import crossing_pair
from optimiser.problem import Group
from optimiser.teksten import melding_for
from tests.unit.engine.problems import problem

NESTED = [("regio", (0, 1), 0, 9), ("provincie", (0, 1, 2), 0, 9), ("elders", (3, 4), 0, 9)]


def test_groups_are_nested_from_small_to_large_under_the_country():
    tree = build_tree(problem([1] * 5, groups=NESTED))
    regio, elders, provincie, land = tree.inner
    assert [tree.group[node - tree.n] for node in tree.inner] == [0, 2, 1, -1]
    assert tree.parent[tree.root] == -1
    assert tree.below(provincie) == (2, regio)
    assert tree.below(land) == (elders, provincie)
    assert tree.leaves(provincie) == (0, 1, 2)
    assert tree.ancestors(0) == (regio, provincie, land)
    assert tree.sums((1, 2, 3, 4, 5)) == [1, 2, 3, 4, 5, 3, 9, 6, 15]


def test_two_groups_of_the_same_gemeenten_lie_in_one_another():
    data = problem([4, 4], groups=[("a", (0,), 0, 3), ("b", (0,), 2, 9)])
    assert is_laminar(data)
    assert solve_exact(data).x == (3, 5)


def test_groups_that_cross_are_refused_by_name():
    crossing = [*NESTED, ("dwars", (2, 3), 0, 9)]
    data = problem([1] * 5, groups=crossing)
    assert not is_laminar(data)
    with pytest.raises(CrossingGroupsError) as caught:
        solve_exact(data)
    assert set(caught.value.pair) & {3}
    # It crosses provincie and elders; the smaller is named.
    assert caught.value.params == {"eerste": "elders", "tweede": "dwars"}
    melding = melding_for(caught.value)
    assert "dwars" in melding.tekst


def test_of_groups_that_touch_the_one_that_does_not_fit_is_named():
    # dwars holds regio and cuts through provincie.
    groups = [Group("dwars", (0, 1, 2), 0, 9), Group("regio", (0, 1), 0, 9)]
    groups.append(Group("provincie", (2, 3), 0, 9))
    assert crossing_pair(4, groups) == (0, 2)
    assert crossing_pair(4, groups[:2]) is None
    assert crossing_pair(3, [Group("a", (0, 1), 0, 9), Group("b", (1, 2), 0, 9)]) == (0, 1)


@pytest.mark.parametrize(
    ("sets", "nested"),
    [
        ([(0, 1, 2), (0, 1), (3, 4), (1,)], True),
        ([(0, 1, 2), (2, 3)], False),
        ([(0, 1), (2, 3), (1, 2)], False),
        ([(0, 1, 2), (1, 2), (2, 3)], False),
        ([(0, 1, 2, 3), (0, 1), (1,)], True),
    ],
)
def test_nested_groups_are_laminar_and_crossing_ones_are_not_in_any_order(sets, nested):
    for order in permutations(sets):
        groups = [(str(k), members, 0, 9) for k, members in enumerate(order)]
        assert is_laminar(problem([1] * 5, groups=groups)) is nested


def test_a_group_without_gemeenten_holds_nobody():
    fine = problem([1, 1], groups=[("leeg", (), 0, 3)])
    assert solve_exact(fine).x == (1, 1)
    conflict = solve_exact(problem([1, 1], groups=[("leeg", (), 2, 3)])).conflicts[0]
    assert (conflict.naam, conflict.required, conflict.possible) == ("leeg", 2, 0)


def test_a_country_of_one_gemeente_is_solved():
    assert solve_exact(problem([7])).x == (7,)
