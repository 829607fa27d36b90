"""Axioms of apportionment: which hold for which method, and which do not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.rounding import METHODS, Bounds, round_shares
from optimiser.rounding.divisor import ADAMS, HILL, JEFFERSON, WEBSTER

CLOSING = [name for name, method in METHODS.items() if method.closes]
DIVISORS = {"adams": ADAMS, "webster": WEBSTER, "jefferson": JEFFERSON, "hill": HILL}


@st.composite
def cases(draw):
    weights = draw(st.lists(st.integers(1, 10**6), min_size=1, max_size=12))
    codes = [f"GM{i:04d}" for i in range(len(weights))]
    return {c: Fraction(w, sum(weights)) for c, w in zip(codes, weights, strict=True)}


TOTALS = st.integers(0, 3_000)


@pytest.mark.parametrize("method", CLOSING)
@given(cases(), TOTALS)
def test_the_sum_closes(method, shares, total):
    rounded = round_shares(shares, total, method)
    assert sum(rounded.persons.values()) == total
    assert min(rounded.persons.values()) >= 0


@given(cases(), TOTALS)
def test_hamilton_keeps_quota(shares, total):
    for code, persons in round_shares(shares, total, "hamilton").persons.items():
        assert abs(persons - shares[code] * total) < 1


@given(cases(), TOTALS)
def test_adams_never_exceeds_the_quota_rounded_up(shares, total):
    # Upper quota holds for Adams (Balinski & Young) once everyone can have one person.
    if total >= len(shares):
        for code, persons in round_shares(shares, total, "adams").persons.items():
            assert persons < shares[code] * total + 1 or persons == 1


@given(cases(), TOTALS)
def test_jefferson_never_falls_below_the_quota_rounded_down(shares, total):
    for code, persons in round_shares(shares, total, "jefferson").persons.items():
        assert persons > shares[code] * total - 1


@pytest.mark.parametrize("method", DIVISORS)
@given(cases(), TOTALS)
def test_a_larger_total_takes_nobody_away(method, shares, total):
    less = round_shares(shares, total, method).persons
    more = round_shares(shares, total + 1, method).persons
    assert all(more[code] >= less[code] for code in shares)


@pytest.mark.parametrize("method", DIVISORS)
@given(cases(), TOTALS)
def test_no_priority_left_out_is_larger_than_one_let_in(method, shares, total):
    """The definition of a divisor method, checked by pairs with exact fractions."""
    divisor, persons = DIVISORS[method], round_shares(shares, total, method).persons
    got = [divisor.priority(shares[c], n - 1) for c, n in persons.items() if n > 0]
    wanted = [divisor.priority(shares[c], n) for c, n in persons.items()]
    assert not got or min(got) >= max(wanted)


@pytest.mark.parametrize("method", METHODS)
@given(cases(), TOTALS, st.randoms(use_true_random=False))
def test_row_order_is_irrelevant(method, shares, total, random):
    shuffled = dict(random.sample(list(shares.items()), len(shares)))
    assert round_shares(shuffled, total, method).persons == {
        code: round_shares(shares, total, method).persons[code] for code in shuffled
    }


@pytest.mark.parametrize("method", METHODS)
@given(cases(), TOTALS)
def test_renaming_changes_nothing_but_a_listed_tie(method, shares, total):
    renamed = {f"GM{9999 - int(code[2:])}": share for code, share in shares.items()}
    before, after = round_shares(shares, total, method), round_shares(renamed, total, method)
    same = list(before.persons.values()) == list(after.persons.values())
    assert same or any(tie.by_code for tie in before.ties)


@pytest.mark.parametrize("method", CLOSING)
@given(cases(), TOTALS, st.data())
def test_bounds_hold_and_the_sum_closes(method, shares, total, data):
    free = round_shares(shares, total, method).persons
    low = {c: data.draw(st.integers(0, n)) for c, n in free.items()}
    high = {c: data.draw(st.integers(n, n + 5)) for c, n in free.items()}
    bounded = round_shares(shares, total, method, Bounds(low, high))
    assert sum(bounded.persons.values()) == total
    assert all(low[c] <= n <= high[c] for c, n in bounded.persons.items())


@given(cases(), TOTALS)
def test_plain_methods_are_within_one_person(shares, total):
    for method, below, above in (("wettelijk_naar_boven", 0, 1), ("rekenkundig", 0.5, 0.5)):
        for code, persons in round_shares(shares, total, method).persons.items():
            gap = persons - shares[code] * total
            assert -below <= gap <= above


def test_exactness_where_floats_fail():
    """A third of 3 x 10**17 is whole; in floating point it is not."""
    total = 3 * 10**17
    thirds = {f"GM{i:04d}": Fraction(1, 3) for i in range(3)}
    assert set(round_shares(thirds, total, "hamilton").persons.values()) == {10**17}
    assert set(round_shares(thirds, total, "wettelijk_naar_boven").persons.values()) == {10**17}
