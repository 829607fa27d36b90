"""Units are ranked by their exact cost, also where floats cannot tell two costs apart."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.engine.costs import Component, Part
from optimiser.engine.search.ranks import rank_together, rank_units

THIRD, MORE = Fraction(1, 3), Fraction(10**17 + 1, 3 * 10**17)
TOP = 2**53


def ranked(costs):
    """Rank the first unit of gemeenten with these costs."""
    part = Component(
        Part.EERLIJK,
        (0,) * len(costs),
        tuple(Fraction(cost).numerator for cost in costs),
        tuple(Fraction(cost).denominator for cost in costs),
    )
    every = np.arange(len(costs))
    return rank_units(part, every, 0 * every).tolist()


@pytest.mark.parametrize(
    "costs",
    [
        (THIRD, MORE, Fraction(2, 6)),
        (THIRD, MORE, Fraction(1, 2)),
        (TOP, TOP + 1, TOP + 2),
        (TOP + 1, TOP, -5),
        (2 * TOP, 2 * TOP + 1, 0),
        (-TOP, -TOP - 1, -TOP - 1),
    ],
)
def test_costs_are_ranked_exactly_in_whatever_order_they_come(costs):
    for order in permutations(costs):
        distinct = sorted(set(order))
        assert ranked(order) == [distinct.index(cost) for cost in order]


@given(st.lists(st.tuples(*[st.integers(0, 2)] * 3), min_size=1, max_size=12))
def test_costs_that_are_compared_from_the_left_are_ranked_as_tuples_are(rows):
    n = len(rows)
    parts = [
        Component(Part.EERLIJK, (0,) * n, tuple(column), (1,) * n)
        for column in zip(*rows, strict=True)
    ]
    every = np.arange(n)
    order = sorted(set(rows))
    assert rank_together(parts, every, 0 * every).tolist() == [order.index(row) for row in rows]
