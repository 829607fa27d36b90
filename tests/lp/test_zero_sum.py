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


def test_groups_that_overlap_in_pairs_are_not_chosen_in_halves():
    # Each difference is there once and stands in two of the three groups: halves would make 1,5.
    times, bound = pack_multisets({1: 1, 2: 1, 3: 1}, [(1, 2), (2, 3), (1, 3)], 8, 5.0)
    assert (sum(times), bound) == (1, 1)


def test_who_is_left_over_is_too_few_for_a_larger_group():
    # Three groups of three leave one of ten; a group of four would cost more than it brings.
    assert pack_multisets({5: 10}, [(5, 5, 5)], 3, 5.0) == ([3], 3)


def test_no_bound_is_above_two_by_two():
    assert pack_multisets({5: 4, -5: 4}, [(-5, 5)], 2, 5.0) == ([4], 4)
    assert pack_multisets({5: 5}, [], 1, 5.0) == ([], 2)
