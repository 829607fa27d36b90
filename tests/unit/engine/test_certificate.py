import json
from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.engine import (
    Certificate,
    Violation,
    certify,
    from_plain,
    recheck,
    solve_exact,
    to_plain,
)
from optimiser.engine.order import UnitOrder
from optimiser.problem import Block, Limit, Stage
from tests.instances import country, random_instance
from tests.unit.engine.problems import FAIR, problem


def test_the_optimum_carries_a_certificate_that_holds():
    answer = solve_exact(problem([6, 4], exact=[5, 5], stages=FAIR))
    assert answer.x == (5, 5)
    assert answer.certificate.holds


def test_a_person_in_the_wrong_place_is_pointed_out():
    outcome = certify(problem([6, 4], exact=[5, 5], stages=FAIR), (6, 4))
    assert not outcome.holds
    assert outcome.counterexample == ((0, 1),)


def test_every_broken_bound_is_listed_before_any_exchange():
    data = problem([5, 5, 5], upper=[5, None, None], groups=[("A", (0, 1), 10, 10)], budget=1)
    found = certify(data, (7, 5, 4)).violations
    assert [(v.soort, v.naam, v.lower, v.upper, v.value) for v in found] == [
        ("gemeente", "GM0001", 0, 5, 7),
        ("groep", "A", 10, 10, 12),
        ("totaal", "", 15, 15, 16),
    ]
    wide = Violation("budget", "", 0, 1, 2)
    assert certify(data, (3, 7, 5)) == Certificate((wide,), (), ())


@pytest.mark.parametrize("x", [(5,), (5.0, 5), (True, 9)])
def test_anything_but_one_int_per_gemeente_is_refused(x):
    with pytest.raises(ValueError, match="one int"):
        certify(problem([5, 5]), x)


def test_a_used_up_budget_is_checked_by_pairs_of_moves():
    # Two areas keep their sums; one move is allowed. It gains most in A, so a move in B is
    # beaten by taking it back and spending it in A.
    groups = [("A", (0, 3), 10, 10), ("B", (1, 2), 10, 10)]
    data = problem([9, 6, 4, 1], exact=[5, 5, 5, 5], stages=FAIR, budget=1, groups=groups)
    assert certify(data, (8, 6, 4, 2)).holds
    assert certify(data, (9, 5, 5, 1)).counterexample == ((2, 1), (0, 3))


def equal(*x):
    """Three equal gemeenten: what the certificate says of this distribution."""
    third = [Fraction(sum(x), 3)] * 3
    return certify(problem(x, exact=third, stages=FAIR), x)


def test_all_that_tie_are_listed_givers_and_takers():
    everybody = (("GM0001", "GM0002", "GM0003"),)
    assert equal(2, 1, 1).ties == everybody
    assert equal(2, 2, 1).ties == everybody


@pytest.mark.parametrize(
    ("x", "move"),
    [
        ((1, 1, 2), (2, 0)),  # of the takers the lowest code
        ((1, 2, 2), (2, 0)),  # of the givers the highest
        ((1, 2, 1), (1, 0)),
        ((2, 1, 2), (2, 1)),
        ((6, 5, 4), (0, 2)),  # the dearest gives, although the second is as dear as what comes
    ],
)
def test_of_equal_exchanges_the_best_by_code_is_the_counterexample(x, move):
    assert equal(*x).counterexample == (move,)


def test_an_outcome_is_a_counterexample_or_ties_or_nothing():
    assert equal(1, 1, 2) == Certificate((), ((2, 0),), ())
    assert equal(1, 1, 1) == Certificate((), (), ())


def test_ties_of_two_areas_are_listed_apart():
    groups = [("A", (0, 1), 1, 1), ("B", (2, 3), 1, 1)]
    data = problem([1, 0, 1, 0], exact=[Fraction(1, 2)] * 4, stages=FAIR, groups=groups)
    assert certify(data, (1, 0, 1, 0)).ties == (("GM0001", "GM0002"), ("GM0003", "GM0004"))


def test_where_a_budget_is_spent_is_a_tie_of_both_areas():
    # One move gains as much in A as in B. In B the lowest code keeps its six, so B.
    groups = [("A", (0, 1), 10, 10), ("B", (2, 3), 10, 10)]
    data = problem([6, 4, 6, 4], exact=[5] * 4, stages=FAIR, budget=1, groups=groups)
    answer = solve_exact(data)
    assert answer.x == (6, 4, 5, 5)
    assert answer.ties == (("GM0001", "GM0002", "GM0003", "GM0004"),)
    assert certify(data, (5, 5, 6, 4)).counterexample == ((1, 0), (2, 3))


def test_a_move_that_the_budget_forbids_is_no_tie():
    # 6 and 5 is as fair as 5 and 6, which is one move more than the budget allows.
    data = problem([7, 4], exact=[Fraction(11, 2)] * 2, stages=FAIR)
    both = (("GM0001", "GM0002"),)
    assert (solve_exact(data).x, solve_exact(data).ties) == ((6, 5), both)
    held = solve_exact(replace(data, budget=1))
    assert (held.x, held.ties) == ((6, 5), ())
    assert solve_exact(replace(data, budget=2)).ties == both


def test_under_a_used_up_budget_a_person_may_go_back_out_of_an_area():
    # The second, in A, has one too many and the third, in B, one too few: back is fairer.
    groups = [("A", (0, 1), 0, 15), ("B", (2, 3), 0, 15)]
    limits = {"upper": [5, None, None, 5], "lower": [None, None, None, 5]}
    data = problem([5] * 4, **limits, stages=FAIR, budget=1, groups=groups)
    assert certify(data, (5, 6, 4, 5)).counterexample == ((1, 2),)


def test_a_budget_on_loads_goes_to_the_highest_although_another_gains_more():
    # In A 10 and 8 can become 9 and 9; in B 5 and 0 can become 4 and 1: four lower, but lower down.
    groups = [("A", (0, 1), 18, 18), ("B", (2, 3), 5, 5)]
    data = problem([10, 8, 5, 0], stages=(Stage.LAAGSTE_PIEK,), budget=1, groups=groups)
    assert solve_exact(data).x == (9, 9, 5, 0)


def test_what_is_only_reported_is_stored_too():
    groups = [("A", (0,), 5, 5), ("D", (1,), 5, 5)]
    told = (Limit(Block.PLAFOND, 1, lower=2, upper=9),)
    data = problem([5, 5], groups=groups, outside=(1,), reported=told)
    plain = json.loads(json.dumps(to_plain(data)))
    assert from_plain(plain) == data
    older = {key: value for key, value in plain.items() if key not in {"outside", "reported"}}
    assert from_plain(older) == replace(data, outside=(), reported=())


def test_a_budget_is_spent_where_it_gains_most():
    # Four too many in the first: two may move; a third stands still, as it is where it should be.
    answer = solve_exact(problem([9, 1, 5], exact=[5, 5, 5], stages=FAIR, budget=2))
    assert answer.x == (7, 3, 5)
    assert answer.certificate.holds


def test_a_stored_problem_is_rechecked_from_json():
    for seed in range(20):
        data = random_instance(seed, 8, budget=seed % 2 == 0)
        text = json.dumps({"problem": to_plain(data), "x": list(solve_exact(data).x)})
        stored = json.loads(text)
        assert from_plain(stored["problem"]) == data
        assert recheck(stored["problem"], stored["x"]).holds


def test_no_changed_number_of_persons_passes():
    data = random_instance(4, 12)
    plain, x = to_plain(data), solve_exact(data).x
    for i in range(len(x)):
        for change in (-1, 1, 10):
            other = list(x)
            other[i] += change
            assert not recheck(plain, other).holds
    for i in range(len(x)):
        for j in range(len(x)):
            if i != j and x[i]:
                other = list(x)
                other[i], other[j] = x[i] - 1, x[j] + 1
                assert not recheck(plain, other).holds


def test_the_certificate_uses_no_float(monkeypatch):
    """Whole numbers only: comparing never divides."""
    kinds = set()
    original = UnitOrder.compare

    def spy(self, a, b, **rest):
        kinds.update(type(v) for part in self.components for v in (*part.slope, *part.offset))
        return original(self, a, b, **rest)

    monkeypatch.setattr(UnitOrder, "compare", spy)
    data = replace(country(1, 30, 4, 500), stages=FAIR)
    assert certify(data, solve_exact(data).x).holds
    assert kinds == {int}


def test_a_wrong_answer_of_our_own_is_a_bug_and_raises(monkeypatch):
    monkeypatch.setattr("optimiser.engine.solution.optimum", lambda *_: (6, 4))
    with pytest.raises(RuntimeError, match="own check"):
        solve_exact(problem([6, 4], exact=[5, 5], stages=FAIR))
