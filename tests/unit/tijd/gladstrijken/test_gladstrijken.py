"""Smoothing: the tables of the design, by hand, and against other solvers."""

from itertools import accumulate, pairwise
from math import ceil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, linprog, milp, minimize

from optimiser.errors import InvalidScenarioError
from optimiser.io.scenarios import embedded_scenarios, read_scenario, scenario_from
from optimiser.lp.jaren.announcement import smooth_announcement
from optimiser.lp.jaren.tube import make_tube
from optimiser.problem import TijdStap
from optimiser.scenario.tijd import RijGrens
from optimiser.tijd.gladstrijken.errors import PeakTooLowError, TijdMissingError
from optimiser.tijd.gladstrijken.foresight import announce_without_foresight
from optimiser.tijd.gladstrijken.pareto import trace_pareto
from optimiser.tijd.gladstrijken.peak import announce_under_peak, find_lowest_peak
from optimiser.tijd.gladstrijken.plan import smooth_taakstelling
from optimiser.tijd.gladstrijken.queue import follow_queue
from optimiser.tijd.gladstrijken.taut_string import pull_taut_string
from optimiser.tijd.gladstrijken.tube_of_tijd import queue_limits

PIEK, SPRONG, WACHTEN = TijdStap
A = (6012, 5994, 5620, 6500, 13500, 11000, 10000, 13500)
B = (20000, 23000, 13000, 10000, 13000, 11000)
C = A[:6]
#: Waiting in the design counts with 14/26 of an inflow in tenths; here it is whole persons.
NEAR = 0.0005


def limits(series, **wanted):
    rij = RijGrens(bron="ontwerp", begin=wanted.pop("begin", 3237), **wanted)
    return queue_limits(tuple(series), rij)


def run(series, stappen, *, begin=3237, vorige=6012, **wanted):
    tube = make_tube(series, begin, limits(series, begin=begin, **wanted), vorige=vorige)
    getallen = smooth_announcement(tube, stappen).getallen
    return follow_queue(getallen, series, begin, vorige=vorige)


def facts(course):
    return course.piek, course.sprong, course.langste_rij


def test_as_announced():
    course = follow_queue(C, C, 3237, vorige=6012)
    assert facts(course) == (13500, 7000, 3237)
    assert course.wachtmaanden == pytest.approx(116532, rel=NEAR)
    assert course.over_norm == pytest.approx(220, abs=1)


@pytest.mark.parametrize(
    ("stappen", "wanted", "seen", "wachten"),
    [
        ([PIEK, WACHTEN], {"norm_houden": True}, (10632, 4132, 3237), 36633),
        ([PIEK, SPRONG, WACHTEN], {"norm_houden": True}, (10632, 1972, 3237), 82476),
        ([SPRONG, PIEK, WACHTEN], {"norm_houden": True}, (11371, 1479, 3608), 88048),
        ([SPRONG, PIEK, WACHTEN], {"maximum": 9000}, (11263, 1264, 4302), 104194),
    ],
)
def test_table_of_series_c(stappen, wanted, seen, wachten):
    course = run(C, stappen, **wanted)
    assert facts(course) == seen
    assert course.wachtmaanden == pytest.approx(wachten, rel=NEAR)


def test_least_waiting_as_printed():
    course = run(C, [PIEK, WACHTEN], norm_houden=True)
    assert course.getallen == (9249, 5994, 5620, 6500, 10632, 10632)


@pytest.mark.parametrize(
    ("jump", "seen", "over_norm"),
    [(1500, (8406, 1500, 13094), 10808), (4000, (10906, 4000, 10594), 8308)],
)
def test_without_foresight_the_peak_moves_into_the_centres(jump, seen, over_norm):
    numbers = announce_without_foresight(C, 3237, 6012, jump)
    course = follow_queue(numbers, C, 3237, vorige=6012)
    assert facts(course) == seen
    assert course.over_norm == over_norm
    waited = {1500: 191289, 4000: 183789}[jump]
    assert course.wachtmaanden == pytest.approx(waited, rel=NEAR)


@pytest.mark.parametrize(
    ("wanted", "peak"),
    [
        ({"maximum": 9000}, 20769),
        ({"maximum": 11000}, 19769),
        ({"maximum": 15000}, 17769),
        ({"halfjaren_hoogstens": 1}, 16846),
        ({}, 15000),
    ],
)
def test_the_queue_is_the_price_of_a_peak(wanted, peak):
    course = run(B, [PIEK, WACHTEN], begin=7538, vorige=None, **wanted)
    assert course.piek == peak
    tube = make_tube(B, 7538, limits(B, begin=7538, **wanted))
    assert ceil(find_lowest_peak(tube)) == peak
    if peak == 15000:
        assert (course.langste_rij, course.wachtmaanden) == (20538, 505368)
    if peak == 17769:
        assert [late for late in course.boven_norm if late] == [2616, 3231]


def test_the_persons_over_the_norm_of_the_design_are_those_of_the_smallest_jump():
    """The design prints 2.615 and 4.139 at peak 17.769: broken persons, then the smallest jump.

    Least waiting under that peak (above) leaves 3.231 in the third half-year, 907 fewer.
    """
    course = run(B, [PIEK, SPRONG], begin=7538, vorige=None, maximum=15000)
    assert (course.piek, course.sprong) == (17769, 908)
    assert [late for late in course.boven_norm if late] == [2616, 4138]


def test_series_a():
    assert run(A, [PIEK, WACHTEN], norm_houden=True).piek == 11191
    course = run(A, [SPRONG, PIEK, WACHTEN], maximum=9000)
    assert (course.sprong, course.piek) == (1088, 12819)
    # The design prints 12.822: the peak at the jump in broken persons, 1.087,5. Half a person of
    # jump more gives a lower peak; the same in another solver, with and without whole persons.
    assert lowest_peak_of_a(1087.5, whole=False) == pytest.approx(12822)
    assert lowest_peak_of_a(1088, whole=False) == pytest.approx(12816.75)
    assert lowest_peak_of_a(1088, whole=True) == pytest.approx(12819)


def lowest_peak_of_a(jump, *, whole):
    """Ask scipy for the lowest peak of series A under a largest jump, queue at most 9.000."""
    tube, n = make_tube(A, 3237, limits(A, maximum=9000), vorige=6012), len(A)
    sums = np.c_[np.tril(np.ones((n, n))), np.zeros(n)]
    steps = np.c_[np.eye(n) - np.eye(n, k=-1), np.zeros(n)]
    first = 6012.0 * np.eye(n)[0]
    rows = [
        LinearConstraint(sums, tube.lower, tube.upper),
        LinearConstraint(steps, first - jump, first + jump),
        LinearConstraint(np.c_[np.eye(n), -np.ones(n)], -np.inf, 0),
    ]
    whole_ones = np.full(n + 1, int(whole))
    return milp(np.eye(n + 1)[n], constraints=rows, integrality=whole_ones).fun


@pytest.mark.parametrize(
    ("peak", "waited", "longest", "most_late"),
    [
        (15500, 451368, 19538, 10038),
        (17500, 263526, 15538, 4038),
        (19500, 170298, 11538, 0),
        (21500, 104070, 7538, 0),
        (23500, 68070, 4038, 0),
    ],
)
def test_pareto_of_series_b(peak, waited, longest, most_late):
    tube = make_tube(B, 7538, [None] * 6)
    course = trace_pareto(tube, peaks=[peak])[0].verloop
    assert course.wachtmaanden == waited
    assert max(course.rij) == longest
    assert max(course.boven_norm) == most_late


def test_squares_of_the_taut_string():
    """Sums of squares of the design: queue at most 11.000, at the end 14/26 of the last inflow."""
    for series, begin, squares in (
        (A, 3237 + 3 / 13, 601_932_333),
        (B, 7538 + 6 / 13, 1_459_628_201),
        (C, 3237 + 3 / 13, 359_734_478),
    ):
        ends = [11000] * (len(series) - 1) + [14 * series[-1] // 26]
        numbers = pull_taut_string(make_tube(series, int(begin), ends))
        assert float(sum(n * n for n in numbers)) == pytest.approx(squares, rel=2e-4)


def test_by_hand():
    tube = make_tube([6, 6, 6, 12], 0, [None, None, None, 3])
    assert find_lowest_peak(tube) == 9
    assert announce_under_peak(tube, 9) == (6, 6, 6, 9)
    assert follow_queue((6, 6, 6, 9), (6, 6, 6, 12), 0).wachtmaanden == 9
    jump = smooth_announcement(tube, [SPRONG])
    assert (jump.stappen[0].lp_value, jump.stappen[0].value) == (pytest.approx(1.5), 2)
    assert jump.stappen[0].by_milp
    with pytest.raises(PeakTooLowError):
        announce_under_peak(tube, 8)


tubes = st.integers(2, 7).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(0, 60), min_size=n, max_size=n),
        st.integers(0, 40),
        st.lists(st.none() | st.integers(0, 60), min_size=n - 1, max_size=n - 1),
        st.integers(0, 40),
    )
)


def tube_of(drawn):
    series, begin, ends, last = drawn
    return make_tube(series, begin, [*ends, last])


@settings(max_examples=150, deadline=None)
@given(tubes)
def test_lowest_peak_and_taut_string_equal_a_quadratic_program(drawn):
    tube = tube_of(drawn)
    lower, upper = np.array(tube.lower, float), np.array(tube.upper, float)
    upper[-1] = lower[-1]
    sums = np.tril(np.ones((len(lower), len(lower))))
    rows = [
        {"type": "ineq", "fun": lambda x: sums @ x - lower, "jac": lambda _: sums},
        {"type": "ineq", "fun": lambda x: upper - sums @ x, "jac": lambda _: -sums},
    ]
    start = np.diff(np.concatenate(([0.0], np.clip(lower, None, upper))))
    found = minimize(
        lambda x: x @ x, start, jac=lambda x: 2 * x, constraints=rows,
        options={"ftol": 1e-15, "maxiter": 500},
    )  # fmt: skip
    numbers = pull_taut_string(tube)
    ours = float(sum(n * n for n in numbers))
    assert ours == pytest.approx(found.fun, rel=1e-9, abs=1e-9)
    assert max(numbers) == find_lowest_peak(tube)
    for total, low, high in zip(accumulate(numbers), tube.lower, tube.upper, strict=True):
        assert low <= total <= high


def test_least_waiting_equals_a_linear_program_on_a_thousand_series():
    dice = np.random.default_rng(14)
    for _ in range(1000):
        count = int(dice.integers(2, 9))
        series = dice.integers(0, 20000, count).tolist()
        begin = int(dice.integers(0, 9000))
        ends = [None if v < 2000 else int(v) for v in dice.integers(0, 15000, count)]
        tube = make_tube(series, begin, ends)
        peak = ceil(find_lowest_peak(tube)) + int(dice.integers(0, 3000))
        ours = follow_queue(announce_under_peak(tube, peak), series, begin).wachtmaanden
        sums = np.tril(np.ones((count, count)))
        # W = 3 sum (Q_{t-1} + Q_t) with Q_t = A_t - C_t
        together = np.array([begin + total for total in accumulate(series)])
        weights = np.full(count, 6.0)
        weights[-1] = 3.0
        base = 3 * begin + weights @ together
        found = linprog(
            -(weights @ sums),
            A_ub=np.vstack((sums, -sums)),
            b_ub=np.concatenate((tube.upper, [-low for low in tube.lower])),
            bounds=(0, peak),
        )
        assert base + found.fun == pytest.approx(ours, abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(tubes)
def test_smallest_jump_by_trying_everything_smaller(drawn):
    """No smaller jump exists: from each height only heights within the jump can follow."""
    tube = tube_of(drawn)
    jump = smooth_announcement(tube, [SPRONG]).stappen[0].value

    def possible(limit):
        states = {(n, n) for n in range(tube.lower[0], tube.upper[0] + 1)}
        for low, high in list(zip(tube.lower, tube.upper, strict=True))[1:]:
            states = {
                (n, total + n)
                for before, total in states
                for n in range(max(0, before - limit), before + limit + 1)
                if low <= total + n <= high
            }
        return bool(states)

    assert possible(jump)
    assert jump == 0 or not possible(jump - 1)


def test_the_ready_scenarios_show_both_sides():
    plan = smooth_taakstelling(read_scenario(embedded_scenarios()["glad-2019-2021"]))
    assert plan.verlopen["met_voorkennis"].piek == 10632
    assert plan.verlopen["zonder_voorkennis"].over_norm == 10808
    assert next(iter(plan.verlopen)) == "aangekondigd"
    assert max(abs(b - a) for a, b in pairwise(plan.verlopen["met_voorkennis"].getallen)) == 1972


def test_what_is_missing_is_said():
    with pytest.raises(TijdMissingError):
        smooth_taakstelling(read_scenario(embedded_scenarios()["wettelijk"]))
    fields = {
        "halfjaar": "2025-1",
        "tijd": {
            "van": "2025-1",
            "tot": "2025-2",
            "instroom": {"bron": "iemand", "aantallen": {"2025-1": 5}},
        },
    }
    with pytest.raises(InvalidScenarioError) as told:
        scenario_from(fields, "proef")
    assert "precies één aantal" in told.value.params["fouten"]


def test_a_fall_is_limited_as_a_rise_is():
    """By hand, 53 = floor(14/26 x 100), 21 = floor(14/26 x 40).

    1: 100 + 53 - 53 = 100, queue 53. 2: wants 100, but 53 + 40 = 93 are there, queue 0.
    3: wants 40 + 0 - 21 = 19, may not fall below 93 - 10 = 83, and 100 are there.
    """
    assert announce_without_foresight([100, 40, 100], 53, 100, 10) == (100, 93, 83)


def test_first_come_first_housed_counts_from_the_first_half_year():
    assert limits((6, 5, 4), begin=9, halfjaren_hoogstens=1, vrij_einde=True) == [6, 5, 4]
    assert limits((6, 5, 4), begin=9, halfjaren_hoogstens=2, vrij_einde=True) == [None, 11, 9]
    assert limits((6, 5, 4), begin=9, maximum=7) == [7, 7, 7]
