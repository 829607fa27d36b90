from fractions import Fraction
from itertools import combinations, pairwise

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optimiser.maps import Method, breaks_for, difference_breaks
from optimiser.maps.errors import MapClassesError, UnknownMapChoiceError

NUMBERS = st.lists(st.integers(0, 10**6), min_size=2, max_size=60)
DIFFERENT = NUMBERS.filter(lambda numbers: len(set(numbers)) > 1)


@pytest.mark.parametrize("method", list(Method))
@given(numbers=DIFFERENT)
@example(numbers=[310, 310, 310, 311, 311, 314])  # the median, 310,5, was rounded to 310
@example(numbers=[0, 0, 0, 0, 0, 5])  # every quantile is the smallest value
def test_different_whole_numbers_are_always_divided_and_breaks_ascend(method, numbers):
    breaks = breaks_for(pd.Series(numbers), method, classes=4)
    assert breaks
    assert list(breaks) == sorted(set(breaks))
    edges = [-1, *breaks, 10**7]
    assert method == "gelijk" or all(
        pd.cut(pd.Series(numbers), edges, right=False).value_counts() > 0
    )


def test_a_break_that_rounding_would_lose_is_the_next_value_that_occurs():
    values = pd.Series([310, 310, 310, 311, 311, 314])
    assert breaks_for(values, "kwantielen", classes=4) == (311,)


def test_when_most_values_are_the_smallest_the_others_are_a_class():
    assert breaks_for(pd.Series([0] * 9 + [5]), "kwantielen", classes=4) == (5,)


def spread(numbers):
    mean = Fraction(sum(numbers), len(numbers))
    return sum((number - mean) ** 2 for number in numbers)


# Numbers of two figures: a break is printed as it was found.
@given(st.lists(st.integers(0, 99), min_size=5, max_size=9), st.integers(2, 4))
def test_natural_breaks_have_the_least_spread_of_all_divisions(numbers, classes):
    ordered = sorted(set(numbers))
    if len(ordered) <= classes:
        return
    numbers = sorted(numbers)
    breaks = breaks_for(pd.Series(numbers), "natuurlijk", classes)

    def total(cuts):
        edges = [-1, *cuts, 100]
        return sum(
            spread(inside)
            for low, high in pairwise(edges)
            if (inside := [n for n in numbers if low <= n < high])
        )

    assert total(breaks) == min(total(cuts) for cuts in combinations(ordered[1:], classes - 1))


def test_quantiles_of_one_to_a_hundred_fall_at_the_quarters():
    assert breaks_for(pd.Series(range(1, 101)), "kwantielen", classes=4) == (26, 50, 75)


def test_natural_breaks_fall_in_the_gaps():
    values = pd.Series([1, 2, 3, 50, 51, 52, 900, 901])
    assert breaks_for(values, "natuurlijk", classes=3) == (50, 900)


def test_breaks_of_compared_maps_come_from_all_of_them():
    first, second = pd.Series([0, 1, 2]), pd.Series([100, 101, 102])
    assert breaks_for([first, second], "gelijk", classes=2) == (51,)


def test_missing_values_play_no_part():
    values = pd.Series([1, None, 3, pd.NA, 5, 7], dtype="Int64")
    assert breaks_for(values, "gelijk", classes=2) == breaks_for(values.dropna(), "gelijk", 2)


def test_one_single_value_cannot_be_divided():
    with pytest.raises(MapClassesError):
        breaks_for(pd.Series([4, 4, 4]))


def test_an_unknown_method_is_named():
    with pytest.raises(UnknownMapChoiceError) as caught:
        breaks_for(pd.Series([1, 2]), "kwartielen")
    assert caught.value.params["keuze"] == "kwartielen"


@given(st.lists(st.integers(-500, 500), max_size=50), st.integers(1, 5))
def test_breaks_of_differences_are_symmetric_and_start_at_one_person(numbers, steps):
    breaks = difference_breaks(pd.Series(numbers, dtype="Int64"), steps)
    assert breaks == tuple(-b for b in reversed(breaks))
    assert min(b for b in breaks if b > 0) == 1


def test_every_next_break_halves_what_lies_beyond_the_one_before():
    # Rates that differ by a little, as on a map per 1.000 inhabitants; as many zeros beside them.
    changes = pd.Series([0.0] * 100 + [sign * n / 100 for n in range(1, 51) for sign in (-1, 1)])
    breaks = difference_breaks(changes, decimals=3)
    assert breaks[3:] == (0.001, 0.3, 0.4)  # 0,255 and 0,3775 in one significant figure
    assert sum(abs(changes) >= 0.3) == 2 * 21


def test_small_whole_differences_keep_their_classes():
    # Most differ by one person: half of the others lie beyond three.
    changes = pd.Series([1] * 60 + [2, 3, 3, 40], dtype="Int64")
    assert difference_breaks(changes, steps=3)[3:] == (1.0, 3.0, 40.0)
