"""Every total at once: what it refuses, its smallest totals, and the table of the command."""

from fractions import Fraction

import pytest

from optimiser.errors import RoundingImpossibleError, UnknownRoundingError
from optimiser.rounding.all_totals import all_totals, settle_claims
from optimiser.rounding.divisor import ADAMS
from optimiser.teksten import melding_for


def test_a_method_without_such_an_order_and_a_negative_total_are_refused_by_name(thirds):
    with pytest.raises(UnknownRoundingError) as caught:
        all_totals(thirds, 10, "hamilton")
    assert caught.value.params == {
        "afronding": "hamilton",
        "bekend": ["adams", "webster", "jefferson", "hill"],
    }
    with pytest.raises(RoundingImpossibleError) as refused:
        all_totals(thirds, -1, "webster")
    assert refused.value.params["afronding"] == "webster"
    assert "het totaal is negatief" in melding_for(refused.value).tekst


def test_a_total_that_was_not_asked_for_is_refused_by_its_number(thirds):
    with pytest.raises(ValueError, match=r"total 11 is outside 0\.\.10"):
        all_totals(thirds, 10).persons(11)


@pytest.mark.parametrize("method", ["adams", "webster", "jefferson", "hill"])
def test_of_no_person_nobody_gets_one_and_the_first_goes_to_the_larger(method, thirds):
    assert all_totals(thirds, 0, method).persons(0) == {"GM0001": 0, "GM0002": 0}
    assert all_totals(thirds, 1, method).persons(1) == {"GM0001": 0, "GM0002": 1}


def test_the_table_has_a_column_per_total():
    # Four divide exactly; of one person the largest share has the largest claim.
    shares = {"A": Fraction(1, 2), "B": Fraction(1, 4), "C": Fraction(1, 4)}
    table = all_totals(shares, 4, "jefferson").table([4, 1])
    assert table.to_dict("list") == {4: [2, 1, 1], 1: [1, 0, 0]}
    assert (list(table.index), table.index.name) == (["A", "B", "C"], "gm_code")
    assert set(table.dtypes.astype(str)) == {"int64"}


def test_of_an_equal_claim_the_one_furthest_above_what_it_has_comes_first_at_that_total():
    # A takes the sixth. B and C have 1/6 per person they have; of the seventh B would have
    # 7/6 - 1 = 1/6 more and C 14/6 - 2 = 1/3, so C. Of the fifth it would be B.
    shares = [Fraction(3, 6), Fraction(1, 6), Fraction(2, 6)]
    claims = [(0, 1), (1, 1), (2, 2)]
    assert settle_claims(claims, 5, ("A", "B", "C"), shares, ADAMS) == [0, 2, 1]
