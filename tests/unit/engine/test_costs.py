from fractions import Fraction

import pytest

from optimiser.engine import Part, components, objective, solve_exact, without_claim
from optimiser.engine.costs import bounds, ceiling, stage_components, steps, tie_rule
from optimiser.engine.order import UnitOrder
from optimiser.problem import Block, Limit, Stage
from tests.unit.engine.problems import FAIR, problem


def values(data, stage, i, units):
    (part,) = stage_components(data, stage)
    return [part.value(i, k) for k in units]


def test_fairness_of_a_unit_is_the_difference_of_two_squares_over_the_share():
    data = problem([2, 1], exact=[Fraction(3, 2)] * 2)
    # (x - 3/2)^2 / (3/2) at x = 0, 1, 2, 3 is 3/2, 1/6, 1/6, 3/2.
    assert values(data, Stage.EERLIJKST, 0, range(3)) == [Fraction(-4, 3), 0, Fraction(4, 3)]


def test_moving_gains_one_up_to_the_doel_and_costs_one_beyond():
    assert values(problem([2, 1]), Stage.MINST_VERPLAATST, 0, range(4)) == [-1, -1, 1, 1]


def test_shortage_counts_from_the_lowest_ceiling():
    data = problem([4, 4], upper=[3, None], stages=(Stage.MINSTE_TEKORT,))
    wil = (Limit(Block.WIL, 0, upper=2), Limit(Block.VAST, 1, upper=1))
    data = type(data)(**{**vars(data), "limits": (*data.limits, *wil)})
    assert ceiling(data) == (2, 8)
    assert values(data, Stage.MINSTE_TEKORT, 0, range(4)) == [0, 0, 1, 1]
    assert bounds(data) == ((0, 0), (8, 1))


def test_a_ceiling_of_nobody_or_below_counts_from_the_first_person():
    assert ceiling(problem([4, 4, 4], upper=[0, -2, None])) == (0, 0, 12)


def test_each_stage_has_its_parts():
    parts = {
        stage: [c.part for c in stage_components(problem([1, 1], exact=[2, 0]), stage)]
        for stage in Stage
    }
    assert parts == {
        Stage.MINSTE_TEKORT: [Part.TEKORT],
        Stage.MINST_VERPLAATST: [Part.VERPLAATST],
        Stage.EERLIJKST: [Part.ZONDER_AANSPRAAK, Part.EERLIJK],
        Stage.LAAGSTE_PIEK: [Part.PIEK, Part.PIEK_BASIS],
    }
    assert steps(Part.BODEM, (3, 4), -1, 0).part is Part.BODEM


def test_who_has_no_claim_has_no_term_in_fairness_but_counts_before_it():
    without, fair = stage_components(problem([1, 1], exact=[2, 0]), Stage.EERLIJKST)
    assert [without.value(i, 0) for i in range(2)] == [0, 1]
    assert [fair.value(1, k) for k in range(3)] == [0, 0, 0]


def test_the_last_rule_counts_open_claims_and_then_codes():
    claim, code = tie_rule(problem([2, 1], exact=[Fraction(3, 2)] * 2))
    # q - k is open; a unit costs k - q.
    assert [claim.value(0, k) for k in range(3)] == [
        Fraction(-3, 2),
        Fraction(-1, 2),
        Fraction(1, 2),
    ]
    assert [code.value(i, k) for i in range(2) for k in range(2)] == [0, 0, 1, 1]


def test_without_any_basis_no_load_is_the_highest():
    assert objective(problem([3, 3], basis=[0, 0]), Stage.LAAGSTE_PIEK, (3, 3)) == 0


def test_without_the_shortage_stage_every_ceiling_is_hard():
    assert bounds(problem([4, 4], upper=[3, None]))[1] == (3, 8)


def test_the_peak_of_a_unit_is_the_load_after_it_and_then_the_smaller_step():
    load, step = stage_components(problem([3, 3], basis=[2, 4]), Stage.LAAGSTE_PIEK)
    assert [load.value(0, k) for k in range(2)] == [Fraction(1, 2), 1]
    for k in (0, 3):  # the step is that of one person, however many there are
        assert [step.value(i, k) for i in range(2)] == [Fraction(1, 2), Fraction(1, 4)]


def test_who_has_no_basis_carries_no_load():
    load, _ = stage_components(problem([3, 3], basis=[0, 1]), Stage.LAAGSTE_PIEK)
    assert [load.value(0, k) for k in range(2)] == [0, 0]


def test_a_negative_basis_is_refused_only_when_loads_count():
    data = problem([3, 3], basis=[-1, 1], stages=FAIR)
    assert components(data)
    with pytest.raises(ValueError, match="basis"):
        stage_components(data, Stage.LAAGSTE_PIEK)


def test_a_gemeente_without_a_claim_gets_persons_only_when_they_fit_nowhere_else():
    open_ = problem([6, 0], exact=[6, 0], stages=FAIR)
    assert solve_exact(open_).x == (6, 0)
    full = problem([6, 0], exact=[6, 0], upper=[4, None], stages=FAIR)
    answer = solve_exact(full)
    assert answer.x == (4, 2)
    assert without_claim(full, answer.x) == 2
    # (4 - 6)^2 / 6; the gemeente without a claim has no term.
    assert objective(full, Stage.EERLIJKST, answer.x) == Fraction(2, 3)


def test_the_components_end_with_the_open_claim_and_the_gm_code():
    assert [c.part for c in components(problem([1, 1], exact=[2, 0], stages=FAIR))] == [
        Part.ZONDER_AANSPRAAK,
        Part.EERLIJK,
        Part.AANSPRAAK,
        Part.GM_CODE,
    ]


def test_units_are_compared_exactly_beyond_the_reach_of_floats_and_int64():
    huge = 10**30
    data = problem([1, 1], exact=[huge, huge + 1], stages=FAIR)
    # (2k+1)/q - 2 is lower for the larger share, by one part in 10^30.
    order = UnitOrder(components(data)[:1])
    assert order.compare((1, 0), (0, 0)) == -1
    assert order.compare((0, 0), (0, 0)) == 0


def test_the_claim_decides_before_the_gm_code():
    data = problem([1, 1, 1], exact=[Fraction(1, 2), Fraction(3, 2), 1], stages=())
    # Open claims after one person each: -1/2, 1/2, 0; a second person for the first would be worse.
    assert solve_exact(data).x == (1, 1, 1)
    data = problem([1, 0], exact=[Fraction(1, 2), Fraction(1, 2)], stages=())
    answer = solve_exact(data)
    assert (answer.x, answer.ties) == ((1, 0), (("GM0001", "GM0002"),))


def test_formal_sums_let_the_highest_load_that_does_not_cancel_decide():
    data = problem([9, 9, 9, 9], basis=[1, 1, 1, 1], stages=(Stage.LAAGSTE_PIEK,))
    order = UnitOrder(components(data))
    # Up to load 5 and away from 4, against twice away from 5: the second five remains.
    assert order.sign_of_sum([(0, 4), (1, 3)], [(2, 4), (3, 3)], tie_by_code=False) == 0
    assert order.sign_of_sum([(0, 4)], [(1, 3)]) == 1
    assert order.sign_of_sum([(0, 3), (1, 3)], [(2, 4), (3, 2)]) == -1
