"""What a measure of inequality must do: zero at proportion, free of scale, fair to transfers."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from optimiser.indicators.concentratie import gini, hoover, theil, theil_split

SIZES = st.integers(2, 9)


@st.composite
def cases(draw, least=1):
    n = draw(SIZES)
    w = draw(st.lists(st.integers(1, 500), min_size=n, max_size=n))
    x = draw(st.lists(st.integers(least, 500), min_size=n, max_size=n))
    return x, w


@given(st.lists(st.integers(1, 500), min_size=1, max_size=9), st.integers(1, 50))
def test_zero_when_everyone_carries_its_part(w, factor):
    x = [factor * value for value in w]
    assert hoover(x, w) == 0
    assert gini(x, w) == 0
    assert theil(x, w) == pytest.approx(0, abs=1e-14)


@given(cases(), st.integers(2, 30), st.integers(2, 30))
def test_scale_does_not_matter(case, a, b):
    x, w = case
    scaled = [a * n for n in x], [b * n for n in w]
    assert hoover(*scaled) == hoover(x, w)
    assert gini(*scaled) == gini(x, w)
    assert theil(*scaled) == pytest.approx(theil(x, w), abs=1e-12)


@given(cases(least=2), st.data())
def test_a_person_from_heavier_to_lighter_never_makes_it_worse(case, data):
    x, w = case
    i, j = data.draw(st.permutations(range(len(x))))[:2]
    assume(Fraction(x[i] - 1, w[i]) >= Fraction(x[j] + 1, w[j]))
    moved = list(x)
    moved[i], moved[j] = moved[i] - 1, moved[j] + 1
    assert hoover(moved, w) <= hoover(x, w)
    assert gini(moved, w) < gini(x, w)
    assert theil(moved, w) < theil(x, w) + 1e-15


@given(cases(least=0), st.data())
def test_theil_splits_exactly(case, data):
    x, w = case
    assume(sum(x) > 0)
    groups = data.draw(st.lists(st.sampled_from("ABC"), min_size=len(x), max_size=len(x)))
    between, within = theil_split(x, w, groups)
    assert between + within == pytest.approx(theil(x, w), abs=1e-12)
    assert between >= -1e-12
    assert within >= -1e-12


@given(cases())
def test_gini_is_the_mean_difference(case):
    """The textbook definition with all pairs, in fractions."""
    x, w = case
    total, yard = sum(x), sum(w)
    loads = [Fraction(a, b) for a, b in zip(x, w, strict=True)]
    pairs = sum(
        w[i] * w[j] * abs(loads[i] - loads[j]) for i in range(len(x)) for j in range(len(x))
    )
    assert gini(x, w) == Fraction(pairs) / (2 * yard * total)


@given(cases())
def test_agrees_with_the_inequality_library(case):
    from inequality.gini import Gini
    from inequality.theil import Theil

    x, _ = case
    ones = [1] * len(x)
    assert float(gini(x, ones)) == pytest.approx(Gini(np.array(x, dtype=float)).g, abs=1e-9)
    assert theil(x, ones) == pytest.approx(float(Theil(np.array(x, dtype=float)).T), abs=1e-9)


def test_infinite_theil_is_none_not_a_number():
    assert theil([1, 1], [1, 0]) is None
    assert theil_split([1, 1], [1, 0], ["A", "A"]) is None
