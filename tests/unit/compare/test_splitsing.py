"""The split of inequality, against the formula of Shorrocks written out, in mini-Nederland."""

from math import log

import pytest

from optimiser.compare import Vraag, compare_sleutels, parse_keuzes
from optimiser.compare.changes.splitsing import split_scheefheid


@pytest.fixture
def split(mini):
    """Return by key and yardstick; region A has two gemeenten, B has one."""
    keys = parse_keuzes("woningvoorraad,sociale_huurvoorraad")
    found = split_scheefheid(compare_sleutels(Vraag("2025-1", keys), mini), "provincie", mini)
    return found.set_index(["sleutel", "last_per"])


def test_by_inhabitants_the_law_is_equal_by_dwellings_it_is_not_defined(split):
    # Persons 60 30 10 beside inhabitants 60 30 10; but the third has no corporation dwelling.
    assert split.at[("inwoners", "inwoners"), "theil"] == 0
    assert split.at[("inwoners", "vrijkomend"), "theil"] is None


def test_each_yardstick_is_the_one_it_is_named_after(split):
    # Persons 40 40 20 beside inhabitants 60 30 10: A has 80 persons and 90 inhabitants.
    row = split.loc[("woningvoorraad", "inwoners")]
    between = 0.8 * log(0.8 / 0.9) + 0.2 * log(0.2 / 0.1)
    within = 0.8 * (0.5 * log(0.5 / (2 / 3)) + 0.5 * log(0.5 / (1 / 3)))
    assert (row["tussen"], row["binnen"]) == pytest.approx((between, within))
    assert row["theil"] == pytest.approx(between + within)
    assert row["deel_tussen"] == pytest.approx(between / (between + within))
    # Persons 67 33 0 beside corporation dwellings 10 5 0: everything lies in A.
    row = split.loc[("sociale_huurvoorraad", "vrijkomend")]
    within = 0.67 * log(0.67 / (2 / 3)) + 0.33 * log(0.33 / (1 / 3))
    assert (row["tussen"], row["binnen"]) == pytest.approx((0, within))
