"""Largest remainder under bounds, its ties, and the rule that settles them; sums by head."""

from fractions import Fraction

import pytest

from optimiser.errors import RoundingImpossibleError
from optimiser.rounding import Bounds, round_shares
from optimiser.rounding.result import settle


def hamilton(total, minimum=None, maximum=None, **parts):
    whole = sum(parts.values())
    shares = {code: Fraction(part, whole) for code, part in parts.items()}
    return round_shares(shares, total, "hamilton", Bounds(minimum or {}, maximum or {}))


def test_exact_shares_need_no_rule():
    found = hamilton(8, A=2, B=1, C=1)
    assert (found.persons, found.ties, found.difference) == ({"A": 4, "B": 2, "C": 2}, (), 0)


def test_equal_remainders_that_all_get_a_person_are_no_tie():
    # 1,75 1,75 and 0,5 of 4: floors 1 1 0, two left for two remainders of 0,75.
    found = hamilton(4, A=7, B=7, C=2)
    assert (found.persons, found.ties, found.difference) == ({"A": 2, "B": 2, "C": 0}, (), 0)


def test_a_tie_behind_a_larger_remainder_is_settled_at_the_last_person():
    # 4,5 2,5 1,6 and 1,4: C comes first; at the tenth person A and B lack as much, so the code.
    found = hamilton(10, A=45, B=25, C=16, D=14)
    assert found.persons == {"A": 5, "B": 2, "C": 2, "D": 1}
    (tie,) = found.ties
    assert (tie.gm_codes, tie.got, tie.by_code) == (("A", "B"), ("A",), True)


def test_of_a_tie_the_one_furthest_above_what_it_has_comes_first():
    # Of ten persons A would have 5 and has 5, B would have 2 and has 1.
    shares = {"A": Fraction(1, 2), "B": Fraction(1, 5)}
    found = settle(["A", "B"], 1, 9, {"A": 5, "B": 1}, shares)
    assert (found.got, found.by_code) == (("B",), False)


@pytest.mark.parametrize(
    ("total", "minimum", "maximum", "expected"),
    [
        # 8 4 2 2; A stops at 3, so B would get 6,5 and stops at 5; the other 8 are divided.
        (16, {}, {"A": 3, "B": 5}, {"A": 3, "B": 5, "C": 4, "D": 4}),
        # D takes 6 of 16, so C would get 1,43 and takes 2; 8 over A and B: 5,33 and 2,67.
        (16, {"D": 6, "C": 2}, {}, {"A": 5, "B": 3, "C": 2, "D": 6}),
    ],
)
def test_who_is_at_a_bound_stays_there_while_the_others_share(total, minimum, maximum, expected):
    assert hamilton(total, minimum, maximum, A=4, B=2, C=1, D=1).persons == expected


def test_the_larger_breach_is_mended_first():
    # 4,5 2,25 2,25. A is 3,5 above its most and C 0,75 below its least: A first, then 8 over two.
    found = hamilton(9, {"C": 3}, {"A": 1}, A=2, B=1, C=1)
    assert found.persons == {"A": 1, "B": 4, "C": 4}
    # C is 3,75 below its least and A 0,5 above its most: C first, then 3 as 2 and 1.
    found = hamilton(9, {"C": 6}, {"A": 4}, A=2, B=1, C=1)
    assert found.persons == {"A": 2, "B": 1, "C": 6}


def test_without_a_share_one_gets_its_least_and_no_more():
    assert hamilton(5, {"B": 2}, {"A": 3}, A=1, B=0).persons == {"A": 3, "B": 2}
    for minimum, maximum in (({}, {"A": 3}), ({"A": 4}, {"A": 3})):
        with pytest.raises(RoundingImpossibleError) as refused:
            hamilton(5, minimum, maximum, A=1, B=0)
        assert refused.value.params["afronding"] == "hamilton"
