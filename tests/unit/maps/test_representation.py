"""One rule: counts are circles, rates are colours, rounding is never a class."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optimiser.maps import circle_sizes, class_labels, class_of, count_style, rate_style
from optimiser.maps.errors import MapClassesError
from optimiser.maps.representation import difference_style


def test_the_area_of_a_circle_is_the_count():
    values = pd.Series([400, 100, 25, 0])
    sizes = circle_sizes(values, count_style("Taakstelling", values))
    assert sizes.tolist() == [1.0, 0.5, 0.25, 0.0]


def test_maps_that_are_compared_share_the_scale_of_their_circles():
    style = count_style("Taakstelling", [pd.Series([4, 9]), pd.Series([100, None])])
    assert style.circles == 100.0


def test_no_persons_anywhere_is_said_and_not_drawn():
    assert class_labels(count_style("Taakstelling", pd.Series([0, 0]))) == ("overal 0",)


@pytest.mark.parametrize("values", [[], [None], [-1, 4]])
def test_no_count_is_no_circle(values):
    with pytest.raises(MapClassesError):
        count_style("Taakstelling", pd.Series(values, dtype="Float64"))


def test_what_rounding_explains_is_one_colour():
    # 7,2 and 72 persons exact: rounded up 8 of 10.000 and rounded down 72 of 100.000 inhabitants.
    values, one_person = pd.Series([0.80, 0.72]), pd.Series([0.1, 0.01])
    style = rate_style("Per 1.000", values, decimals=2, grain=one_person)
    assert class_labels(style) == ("overal 0,73; de verschillen zijn afronding",)


def test_what_rounding_does_not_explain_has_classes():
    # A person less is 0,70, a person more is 0,73: no rate between them fits both.
    values, one_person = pd.Series([0.80, 0.72]), pd.Series([0.05, 0.01])
    style = rate_style("Per 1.000", values, decimals=2, grain=one_person)
    assert class_of(values, style).tolist() == [1, 0]


def test_values_that_print_the_same_are_not_told_apart():
    style = rate_style("Per 1.000", pd.Series([0.721, 0.724]), decimals=2)
    assert class_labels(style) == ("overal 0,72; de verschillen zijn afronding",)
    assert class_labels(rate_style("x", pd.Series([2.0, 2.0]))) == ("overal 2",)


def test_beside_another_key_no_class_break_lies_within_the_rounding_of_one():
    one_person = pd.Series([0.02] * 5)
    flat, other = pd.Series([0.71, 0.72, 0.72, 0.72, 0.73]), pd.Series([0.3, 0.5, 0.8, 0.9, 1.2])
    style = rate_style("Per 1.000", [flat, other], decimals=2, grain=[one_person, one_person])
    assert len(set(class_of(flat, style))) == 1
    assert len(set(class_of(other, style))) > 1


@given(
    st.lists(st.integers(1_000, 900_000), min_size=2, max_size=40),
    st.integers(1, 20),
    st.data(),
)
def test_a_distribution_by_inhabitants_is_constant_however_it_is_rounded(people, rate, data):
    up = data.draw(st.lists(st.booleans(), min_size=len(people), max_size=len(people)))
    exact = [Fraction(n * rate, 7_001) for n in people]
    persons = [int(x) + int(more and x != int(x)) for x, more in zip(exact, up, strict=True)]
    values = pd.Series([1000 * p / n for p, n in zip(persons, people, strict=True)])
    grain = pd.Series([1000 / n for n in people])
    style = rate_style("Per 1.000", values, decimals=2, grain=grain)
    assert style.breaks == ()
    assert style.note.startswith("overal ")


@given(st.lists(st.floats(0, 5), min_size=2, max_size=60), st.integers(2, 9))
@example(values=[0.0, 1.0, 0.03125], classes=2)  # the median is printed as the smallest value
@example(values=[0.0, 1.0, 1.1754943508222875e-38], classes=2)
@example(values=[0.0, 0.0, 1.9999999999999991], classes=2)
@example(values=[0.96, 0.9999999999999999], classes=3)
@example(values=[0.0, 0.96, 2.2250738585072014e-308], classes=2)
def test_a_class_is_never_narrower_than_what_it_prints(values, classes):
    style = rate_style("Beslag", pd.Series(values), decimals=1, classes=classes)
    assert bool(style.breaks) != bool(style.note)
    widths = [high - low for low, high in zip(style.breaks, style.breaks[1:], strict=False)]
    assert all(width > 0.0999 for width in widths)


def test_differences_lie_around_zero():
    style = difference_style("Verschil", pd.Series([-30, -2, 0, 5, 12]), "personen")
    assert style.diverging
    assert class_of(pd.Series([0]), style).tolist() == [len(style.breaks) // 2]
