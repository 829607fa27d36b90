"""The parts of half-years together and of an announcement, by head."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from optimiser.lp.jaren.announcement import measure, smooth_announcement
from optimiser.lp.jaren.least_moved import moved_persons, solve_least_moved, unfairness
from optimiser.lp.jaren.parts import parts_of
from optimiser.lp.jaren.tube import Tube, make_tube
from optimiser.lp.jaren.years import Way, YearsAnswer, _recheck, closed_form, solve_years
from optimiser.lp.symbols import SolverFailedError
from optimiser.problem import TijdStap
from tests.lp.test_years import random_region, region_of

PIEK, SPRONG, WACHTEN = TijdStap.LAAGSTE_PIEK, TijdStap.KLEINSTE_SPRONG, TijdStap.MINSTE_WACHTEN


@pytest.mark.parametrize("claim", [Fraction(31, 2), Fraction(7), Fraction(1, 2), Fraction(0)])
def test_a_part_costs_the_slope_halfway_of_the_squared_deviation(claim):
    """(X - q)^2 / q has slope 2 (X - q) / q; below one person it is counted per person."""
    scale = max(claim, Fraction(1))
    for sign in (1, -1):
        at = Fraction(claim.numerator // claim.denominator)
        own = [(length, cost) for length, cost, to in parts_of(claim) if to == sign]
        for length, cost in own:
            halfway = at + sign * Fraction(min(length, 100), 2)
            assert cost == pytest.approx(float(2 * sign * (halfway - claim) / scale))
            at += sign * length
        # Down to nobody, and up as far as anybody asks.
        assert at == 0 if sign < 0 else at > 1_000_000
    assert [length for length, _, to in parts_of(Fraction(40)) if to < 0] == [4, 20, 16]


def good():
    """Return two gemeenten over two half-years: five asked, then three, with one place."""
    region = region_of(
        [5, 3], [[Fraction(5, 2)] * 2] * 2, [[2, 2], [2, 2]], [[1, 0], [0, 0]], [1, 0]
    )
    return YearsAnswer(region, ((3, 1), (2, 2)), ((1, 1), (0, 0)), ((1, 0), (0, 0)), Way.LP, ())


def test_what_holds_is_accepted():
    _recheck(good())


@pytest.mark.parametrize(
    "broken",
    [
        {"asked": ((3, 1), (2, 1))},  # four asked in all where three were needed
        {"asked": ((3, 0), (2, 2)), "late": ((1, 0), (0, 0))},
        {"asked": ((6, 1), (-1, 2)), "late": ((4, 4), (-3, -3))},  # less than nobody
        {"late": ((1, 1), (0, -1))},
        {"residents": ((1, -1), (0, 0)), "late": ((1, 2), (0, 0))},
        {"residents": ((2, 0), (0, 0)), "late": ((0, 1), (0, 0))},  # one place
        {"late": ((0, 1), (0, 0))},  # a dwelling too few
        {"late": ((1, 0), (0, 0))},
        {"late": ((5, 1), (0, 0)), "residents": ((0, 0), (0, 0))},  # late who was not asked
        {"asked": ((3, 1), (2, 2)), "late": ((4, 5), (0, 0)), "residents": ((1, 0), (0, 0))},
    ],
)
def test_what_breaks_a_row_is_refused(broken):
    with pytest.raises(SolverFailedError, match="half-year"):
        _recheck(replace(good(), **broken))


def test_nobody_lives_in_a_place_who_was_not_asked_for():
    for seed in (15, 26, 89, 93):
        dice = np.random.default_rng(seed)
        sizes = (int(dice.integers(1, 5)), int(dice.integers(2, 6)), int(dice.integers(3, 30)))
        region = random_region(dice, *sizes, with_places=True)
        statutory = tuple(map(tuple, dice.integers(0, 6, sizes[:2]).tolist()))
        answer = solve_least_moved(region, statutory)
        assert answer.least_late == closed_form(region)
        for g, row in enumerate(answer.residents):
            before = (region.achterstand[g], *answer.late[g]), (0, *row)
            for t, lives in enumerate(row):
                there = before[0][t] + before[1][t] + answer.asked[g][t]
                assert lives + answer.late[g][t] <= there


def test_persons_above_the_statutory_number_are_moved_and_those_below_are_not():
    assert moved_persons(((3, 1), (0, 4)), ((2, 2), (1, 3))) == 2
    region = region_of([4], [[Fraction(2)]] * 2, [[9], [9]])
    # Both ask what is just: the first whole person either way costs 1 over 2.
    assert unfairness(region, ((2,), (2,))) == 0
    assert unfairness(region, ((3,), (1,))) == pytest.approx(0.5 + parts_of(Fraction(2))[-1][1])


def test_what_both_aims_leave_open_is_asked_early_and_of_the_lowest_code():
    region = region_of([1, 1], [[Fraction(1, 2), Fraction(1)]] * 2, [[9, 9], [9, 9]])
    assert [sum(row) for row in solve_years(region).asked] == [1, 1]


def test_a_tube_needs_both_sides_of_each_half_year():
    with pytest.raises(ValueError, match="at least one"):
        Tube((), 0, None, (), ())
    with pytest.raises(ValueError, match="at least one"):
        Tube((3,), 0, None, (0,), ())
    with pytest.raises(ValueError, match="empty"):
        Tube((3,), 0, None, (4,), (3,))
    assert Tube((3,), 0, None, (3,), (3,)).lower == (3,)


def test_a_limit_on_the_queue_is_a_least_sum_and_no_limit_is_none():
    tube = make_tube([6, 6, 6], 2, [None, 20, 5], vorige=7)
    # 8, 14 and 20 persons together; at most 20 and then 5 may wait.
    assert (tube.lower, tube.upper, tube.vorige) == ((0, 0, 15), (8, 14, 20), 7)
    assert make_tube([6, 6], 0, [2, None]).lower == (4, 4)


def test_what_each_aim_amounts_to():
    tube = make_tube([3, 4], 5, [None, None], vorige=2)
    # Five wait at first; 4 after four are announced, 2 after six: 3 x (5 + 4) + 3 x (4 + 2).
    assert measure(tube, WACHTEN, (4, 6)) == 45
    assert measure(tube, PIEK, (4, 6)) == 6
    assert measure(tube, SPRONG, (8, 9)) == 6
    free = replace(tube, vorige=None)
    assert measure(free, SPRONG, (8, 9)) == 1
    assert measure(make_tube([3], 5, [None]), SPRONG, (8,)) == 0


def test_an_aim_that_came_first_is_kept_by_those_that_follow():
    tube = make_tube([6, 6, 6, 12], 0, [None] * 4)
    soon = smooth_announcement(tube, [WACHTEN, PIEK, SPRONG])
    assert soon.getallen == (6, 6, 6, 12)
    assert [(one.stap, one.value, one.by_milp) for one in soon.stappen] == [
        (WACHTEN, 0, False),
        (PIEK, 12, False),
        (SPRONG, 6, False),
    ]
    assert [one.lp_value for one in soon.stappen] == pytest.approx([0, 12, 6])


def test_waiting_is_counted_in_months_by_the_program_too():
    # Eight wait and nobody comes; at most 3 and then 5 may be announced.
    tube = Tube((0, 0), 8, None, (0, 0), (3, 5))
    (aim,) = smooth_announcement(tube, [WACHTEN]).stappen
    # 3 x (8 + 5) + 3 x (5 + 3)
    assert (aim.value, aim.lp_value) == (63, pytest.approx(63))


def test_what_halves_reach_and_whole_persons_do_not_is_made_whole_and_says_so():
    # Nobody before, one, then three in two half-years, each one more or less at most.
    tube = Tube((4, 0, 0), 0, 0, (1, 1, 4), (1, 4, 4))
    jump, peak = smooth_announcement(tube, [SPRONG, PIEK]).stappen
    assert (jump.value, jump.by_milp) == (1, False)
    assert (peak.lp_value, peak.value, peak.by_milp) == (pytest.approx(1.5), 2, True)


def test_among_equally_fair_numbers_those_that_move_fewest_are_taken():
    # One person in each half-year, of two gemeenten with half a claim each: either may be first.
    claims = [[Fraction(1, 2), Fraction(1)]] * 2
    for statutory in (((1, 0), (0, 1)), ((0, 1), (1, 0))):
        answer = solve_least_moved(region_of([1, 1], claims, [[9, 9], [9, 9]]), statutory)
        assert (answer.asked, answer.way) == (statutory, Way.LP)
    # Without a dwelling in time the first would be late: that comes before moving few.
    late = region_of([1, 1], claims, [[0, 9], [9, 9]])
    answer = solve_least_moved(late, ((1, 0), (0, 1)))
    assert (answer.asked, answer.late) == (((0, 1), (1, 0)), ((0, 0), (0, 0)))
