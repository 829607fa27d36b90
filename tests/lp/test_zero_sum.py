"""Packing of zero-sum groups: what is chosen, and a bound that no choice exceeds."""

import pytest

from optimiser.lp.agreements.zero_sum import pack_multisets


@pytest.mark.parametrize(("n", "largest", "bound"), [(9, 2, 3), (11, 2, 3), (12, 3, 3), (7, 7, 0)])
def test_what_is_not_listed_counts_as_groups_of_one_more_than_the_list(n, largest, bound):
    assert pack_multisets({5: n}, [], largest, 5.0) == ([], bound)


def test_listed_groups_use_no_difference_more_often_than_it_is_there():
    columns = [(-3, 1, 2), (-3, 1, 1, 1), (-4, 2, 2)]
    times, bound = pack_multisets({-3: 2, 1: 4, 2: 1, -4: 1}, columns, 8, 5.0)
    assert (times, bound) == ([1, 1, 0], 2)
