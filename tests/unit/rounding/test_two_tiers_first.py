"""Regions that get what they have in a table per gemeente: its sums, and its ties, are kept."""

from fractions import Fraction

from optimiser.rounding import round_shares, round_two_tiers


def test_the_sums_and_the_ties_of_the_first_table_are_kept():
    """Three equal gemeenten and four persons: the tie that the code settles is not hidden."""
    thirds = {"A1": Fraction(1, 3), "A2": Fraction(1, 3), "B1": Fraction(1, 3)}
    first = round_shares(thirds, 4)
    assert first.persons == {"A1": 2, "A2": 1, "B1": 1}
    regions = {code: code[0] for code in thirds}
    outer, inner = round_two_tiers(thirds, regions, 4, "adams", first)
    assert outer.persons == {"A": 3, "B": 1}
    assert (outer.ties, outer.difference) == (first.ties, 0)
    assert set(first.ties) <= set(inner.ties)
