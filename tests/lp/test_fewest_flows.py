"""Fewest agreements and others with as few: what is listed, and when the list is complete."""

from optimiser.lp.agreements.fewest import fewest_flows
from optimiser.lp.agreements.flows import FlowProblem

#: Two who hand over one each, three who may take one: two times three ways to choose.
SIX = FlowProblem((1, 1), ((0, 1), (0, 1), (0, 1)))


def test_all_with_as_few_agreements_are_listed_also_where_they_share_one():
    answer = fewest_flows(SIX, 10.0, alternatives=9)
    assert len({frozenset(flows) for flows in answer.flows}) == len(answer.flows) == 6
    assert (answer.bound, answer.proved, answer.complete) == (2, True, True)


def test_more_agreements_are_no_alternative():
    # One agreement with the first; two with the others are twice as many.
    answer = fewest_flows(FlowProblem((2,), ((0, 2), (0, 1), (0, 1))), 10.0, alternatives=9)
    assert answer.flows == ({(0, 0): 2},)
    assert answer.complete


def test_a_list_that_was_cut_off_is_not_complete():
    for asked in (1, 2):
        answer = fewest_flows(SIX, 10.0, alternatives=asked)
        assert (len(answer.flows), answer.complete) == (asked, False)


def test_that_nobody_may_take_over_is_proved_and_complete():
    answer = fewest_flows(FlowProblem((2,), ((0, 9),), frozenset({(0, 0)})), 10.0)
    assert (answer.flows, answer.bound, answer.proved, answer.complete) == ((), 1, True, True)
