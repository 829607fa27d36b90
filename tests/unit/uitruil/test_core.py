"""The core test against trying every exchange of every group."""

from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest

from optimiser.uitruil.toets.core import Party, blocking_group
from optimiser.uitruil.toets.measures import Streven


def brute_force(parties):
    """Return the sizes of groups that do better alone, by trying every whole exchange."""
    n = len(parties)
    for size in range(2, n):
        for group in combinations(range(n), size):
            ranges = []
            for i in group:
                top = 8 if parties[i].upper is None else parties[i].upper
                ranges.append(range(parties[i].lower, top + 1))
            for numbers in product(*ranges):
                if sum(numbers) != sum(parties[i].before for i in group):
                    continue
                costs = [
                    (parties[i].streven.cost(x), parties[i].streven.cost(parties[i].after))
                    for i, x in zip(group, numbers, strict=True)
                ]
                if all(a <= b for a, b in costs) and any(a < b for a, b in costs):
                    return size
    return None


def test_the_smallest_blocking_group_is_that_of_brute_force():
    random = np.random.default_rng(16)
    found = 0
    for _ in range(150):
        n = int(random.integers(3, 5))
        before = [int(v) for v in random.integers(0, 5, n)]
        after = [int(v) for v in random.permutation(before)]
        parties = [
            Party(
                before=b,
                after=a,
                lower=0,
                upper=8 if random.random() < 0.5 else max(a, b),
                streven=Streven(
                    Fraction(int(random.integers(0, 14)), 2), bool(random.random() < 0.5)
                ),
            )
            for b, a in zip(before, after, strict=True)
        ]
        group = blocking_group(parties)
        expected = brute_force(parties)
        assert (None if group is None else len(group)) == expected
        found += group is not None
    assert 20 < found < 140


def test_too_many_parties_are_refused():
    party = Party(1, 1, 0, None, Streven(Fraction(1), eenzijdig=False))
    with pytest.raises(ValueError, match="17 parties"):
        blocking_group([party] * 17)
