"""Rounding in two steps and the plain methods under bounds; every sum can be done by head."""

from fractions import Fraction

import numpy as np
import pytest

from optimiser.errors import RoundingImpossibleError, UnknownRoundingError
from optimiser.rounding import Bounds, round_shares, round_two_tiers
from optimiser.rounding.batch import round_batch
from optimiser.rounding.result import Rounded


def by_region(total, method="adams", **parts):
    """Round; the first letter of a gemeente is its region, ``parts`` are relative sizes."""
    whole = sum(parts.values())
    shares = {code: Fraction(part, whole) for code, part in parts.items()}
    outer, inner = round_two_tiers(shares, {code: code[0] for code in parts}, total, method)
    return outer, inner


def test_a_region_weighs_what_its_gemeenten_weigh_together():
    outer, inner = by_region(8, A1=2, A2=1, B1=1)
    assert outer.persons == {"A": 6, "B": 2}
    assert inner.persons == {"A1": 4, "A2": 2, "B1": 2}


@pytest.mark.parametrize(
    ("method", "regions", "gemeenten"),
    [
        # 5 over 10 and 1: 4,55 and 0,45. Up with one divisor: 4 and 1; down: 5 and 0.
        # 4 over 9 and 1 up: 3 and 1. 5 over 9 and 1 down: 5 and 0.
        ("adams", {"A": 4, "B": 1}, {"A1": 3, "A2": 1, "B1": 1}),
        ("jefferson", {"A": 5, "B": 0}, {"A1": 5, "A2": 0, "B1": 0}),
    ],
)
def test_both_steps_are_rounded_as_asked(method, regions, gemeenten):
    outer, inner = by_region(5, method, A1=9, A2=1, B1=1)
    assert (outer.persons, inner.persons) == (regions, gemeenten)


def test_what_a_step_hands_out_too_many_carries_on():
    # Up: 7 times 3/4 is 5,25, so 6; 7 times 1/4 is 1,75, so 2. Inside A 6 is 4 and 2: exact.
    outer, inner = by_region(7, "wettelijk_naar_boven", A1=2, A2=1, B1=1)
    assert (outer.persons, outer.difference) == ({"A": 6, "B": 2}, 1)
    assert (inner.persons, inner.difference) == ({"A1": 4, "A2": 2, "B1": 2}, 1)


def test_the_ties_of_every_region_are_listed():
    outer, inner = by_region(6, A1=1, A2=1, B1=1, B2=1)
    assert outer.ties == ()
    assert [tie.gm_codes for tie in inner.ties] == [("A1", "A2"), ("B1", "B2")]
    assert [tie.got for tie in inner.ties] == [("A1",), ("B1",)]


def test_a_region_without_weight_gets_nobody():
    outer, inner = by_region(3, A1=1, B1=0)
    assert (outer.persons, inner.persons) == ({"A": 3, "B": 0}, {"A1": 3, "B1": 0})


@pytest.mark.parametrize("method", ["wettelijk_naar_boven", "rekenkundig"])
def test_plain_methods_keep_the_bounds_of_each_gemeente(method, thirds):
    # 9 persons: 3 and 6.
    free = round_shares(thirds, 9, method)
    assert (free.persons, free.ties, free.difference) == ({"GM0001": 3, "GM0002": 6}, (), 0)
    held = round_shares(thirds, 9, method, Bounds({"GM0001": 4}, {"GM0002": 5}))
    assert held.persons == {"GM0001": 4, "GM0002": 5}
    low = round_shares(thirds, 9, method, Bounds({}, {"GM0001": 2}))
    assert (low.persons, low.difference) == ({"GM0001": 2, "GM0002": 6}, -1)


def test_many_rows_at_once_are_refused_when_one_of_them_cannot_be_divided():
    good, none = [1.0, 2.0], [0.0, 0.0]
    with pytest.raises(UnknownRoundingError) as caught:
        round_batch(np.array([good]), np.array([3]), "hamilton")
    assert caught.value.params["afronding"] == "hamilton"
    assert set(caught.value.params["bekend"]) == {"adams", "webster", "jefferson"}
    for weights, total in (([good, none], 3), ([good, good], -1)):
        with pytest.raises(RoundingImpossibleError) as refused:
            round_batch(np.array(weights), np.array([3, total]), "webster")
        assert refused.value.params["afronding"] == "webster"
        assert refused.value.params["reden"] == "een totaal of gewicht klopt niet"


def test_without_rows_there_is_nothing_to_divide():
    assert round_batch(np.empty((0, 2)), np.empty(0, dtype=int)).shape == (0, 2)


@pytest.mark.parametrize("method", ["adams", "webster", "jefferson"])
def test_weights_below_one_are_weights_and_none_is_none(method):
    weights = [0.125, 0.25, 0.5, 0.0, 0.0625]
    whole = Fraction(sum(weights))
    shares = {f"GM{i:04d}": Fraction(w) / whole for i, w in enumerate(weights)}
    totals = np.arange(60)
    found = round_batch(np.tile(weights, (60, 1)), totals, method)
    for total, persons in zip(totals.tolist(), found.tolist(), strict=True):
        assert persons == list(round_shares(shares, total, method).persons.values())


@pytest.mark.parametrize("method", ["adams", "hill"])
def test_who_has_nobody_comes_before_all_others(method):
    # A must have three of the four; B and C have nobody yet, so the fourth is not for A.
    parts = {"A": Fraction(8, 10), "B": Fraction(1, 10), "C": Fraction(1, 10)}
    found = round_shares(parts, 4, method, Bounds({"A": 3}, {}))
    assert found.persons == {"A": 3, "B": 1, "C": 0}
    assert [tie.gm_codes for tie in found.ties] == [("B", "C")]


@pytest.mark.parametrize("method", ["adams", "webster", "jefferson", "hill"])
def test_who_reaches_its_most_on_the_way_gets_no_more(method):
    # Ten equal ones and 40 persons: 4 each, but the second stops at 3. The one that is left would
    # be for the first by its code; that stops at 4, so it is for the third.
    codes = [f"GM{i:04d}" for i in range(1, 11)]
    bounds = Bounds({}, {codes[0]: 4, codes[1]: 3})
    found = round_shares({code: Fraction(1, 10) for code in codes}, 40, method, bounds)
    assert list(found.persons.values()) == [4, 3, 5, 4, 4, 4, 4, 4, 4, 4]
    assert found.difference == 0


def test_a_region_without_weight_cannot_be_given_persons_by_a_first_table():
    first = Rounded({"A1": 2, "B1": 1}, (), 0)
    shares = {"A1": Fraction(1), "B1": Fraction(0)}
    with pytest.raises(RoundingImpossibleError) as caught:
        round_two_tiers(shares, {"A1": "A", "B1": "B"}, 3, "adams", first)
    assert "zonder aandeel" in caught.value.params["reden"]
