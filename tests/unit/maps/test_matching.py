from fractions import Fraction

import pandas as pd
import pytest

from optimiser.maps import View, embedded_geometry
from optimiser.maps.errors import MapIndelingError
from optimiser.maps.matching import match_values


def test_what_does_not_meet_is_reported_on_both_sides(squares):
    values = pd.Series({"GM0001": 1, "GM0002": None, "GM0003": Fraction(1, 2), "GM7777": 4})
    matched = match_values(values, squares)
    assert matched.zonder_geometrie == ("GM7777",)
    assert matched.zonder_waarde == ("GM0002", "GM0004")
    assert matched.aligned.loc["GM0003"] == 0.5


def test_a_code_without_geometry_and_without_a_value_is_no_news(squares):
    assert match_values(pd.Series({"GM7777": None}), squares).zonder_geometrie == ()


def test_values_of_a_vanished_gemeente_are_refused_with_the_way_out(squares):
    with pytest.raises(MapIndelingError) as caught:
        match_values(pd.Series({"GM0001": 1, "GM0009": 4}), squares)
    assert caught.value.params == {"aantal": 1, "codes": "GM0009"}


def test_the_embedded_map_refuses_figures_of_2018():
    with pytest.raises(MapIndelingError):
        match_values(pd.Series({"GM0003": 10}), embedded_geometry(View.TEGEL))


def test_a_code_that_occurs_twice_is_a_bug_of_the_caller(squares):
    with pytest.raises(ValueError, match="twice"):
        match_values(pd.Series([1, 2], index=["GM0001", "GM0001"]), squares)


def test_an_infinite_value_is_a_bug_of_the_caller(squares):
    with pytest.raises(ValueError, match="infinite"):
        match_values(pd.Series({"GM0001": float("inf")}), squares)
