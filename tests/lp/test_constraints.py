from dataclasses import replace
from itertools import permutations

import pytest

from optimiser.lp.build import start_face
from optimiser.lp.constraints import BLOCKS, covers_all
from optimiser.lp.symbols import Face, Measure, Row, within
from optimiser.problem import Group


def test_folded_rows_are_the_bounds_of_the_input(mini):
    face = start_face(mini)
    assert (face.lower, face.upper) == (mini.lower, mini.upper)


def test_stretching_leaves_out_the_ceilings_and_nothing_else(mini):
    face = start_face(mini, stretch=True)
    assert face.upper == (120, 120, 10, 20)
    assert face.lower == mini.lower


def test_only_ceilings_are_soft(mini):
    soft = {row.block for block in BLOCKS for row in block(mini) if row.soft}
    assert soft == {"plafond", "wil"}


def test_total_is_left_out_where_fixed_groups_say_it_already(mini):
    fixed = replace(mini, groups=(Group("a", (0, 1), 90, 90), Group("b", (2, 3), 30, 30)))
    assert covers_all(fixed)
    assert "totaal" not in {row.block for row in start_face(fixed).rows}


def test_total_stays_where_the_groups_close_on_another_number(mini):
    wrong = replace(mini, groups=(Group("a", (0, 1), 90, 90), Group("b", (2, 3), 31, 31)))
    assert not covers_all(wrong)


def test_total_stays_where_a_gemeente_is_in_no_group(mini):
    assert not covers_all(replace(mini, groups=(Group("a", (0, 1), 90, 90),)))


def test_a_sum_over_one_gemeente_is_a_bound_and_no_row(mini):
    face = start_face(replace(mini, groups=(Group("een", (1,), 31, 33),)))
    assert (face.lower[1], face.upper[1]) == (31, 33)
    assert [row.block for row in face.rows] == ["totaal", "budget"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_groups_within_groups_count_once_in_whatever_order_they_come(mini, order):
    groups = [
        Group("alles", (0, 1, 2, 3), 120, 120),
        Group("noord", (0, 1), 90, 90),
        Group("een", (1,), 30, 30),
    ]
    assert covers_all(replace(mini, groups=tuple(groups[i] for i in order)))


def test_a_face_holds_what_keeps_every_bound_and_every_row():
    row = Row("regiosom", "Noord", (0, 1), 5, 6)
    counted = Row("budget", "K", (0, 1, 2), None, 0, measure=Measure.ERBIJ)
    face = Face((1, 1, 0), (4, 4, 9), (row, counted))
    assert face.holds((1, 4, 9))
    assert face.holds((3, 3, 0))
    for broken in ((0, 4, 5), (1, 5, 5), (1, 3, 5), (4, 4, 5), (2, 3, 10), (2, 3), (2, 3, 0, 0)):
        assert not face.holds(broken), broken


def test_a_bound_of_zero_is_a_bound():
    row = Row("plafond", "GM0001", (0,), upper=0)
    assert not within(row, 1)
    assert row.measure is Measure.TOEWIJZING
