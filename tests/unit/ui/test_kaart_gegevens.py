"""What the browser gets: sizes, order, and nothing dropped."""

import json

import numpy as np
import pandas as pd
import pytest

from optimiser.io.gemeentegrenzen.embedded import names_on_map
from optimiser.io.tables import read_regios
from optimiser.maps import MapStyle, Panel, class_of, count_style, rate_style
from optimiser.ui.kaart import component_data, map_data

CODES = list(names_on_map())
STYLE = MapStyle("Taakstelling", (10.0, 20.0), eenheid="personen")


@pytest.fixture
def values():
    return pd.Series(range(342), index=CODES)


def test_classes_and_values_stand_in_the_order_of_the_codes(values):
    shuffled = values.sample(frac=1, random_state=1)
    data = map_data(shuffled, STYLE)
    assert data == map_data(values, STYLE)
    assert [ord(one) - ord("0") for one in data["klassen"]] == class_of(values, STYLE).tolist()
    assert data["waarden"].split("|")[:3] == ["0", "1", "2"]


def test_the_counts_of_the_legend_add_up_to_all_gemeenten(values):
    values.iloc[[0, 15]] = pd.NA
    data = map_data(values.astype("Int64"), STYLE)
    assert data["aantallen"] == [9, 9, 322]
    assert data["zonder"] == 2
    assert sum(data["aantallen"]) + data["zonder"] == 342


def test_a_gemeente_without_a_value_is_hatched_and_not_zero():
    data = map_data(pd.Series({"GM0014": 0}), STYLE)
    assert data["klassen"] == "0" + "." * 341
    assert data["waarden"].split("|")[:2] == ["0", ""]
    assert data["leeg"] == "geen gegevens"


def test_classes_below_zero_are_counted_so_that_the_browser_dots_them():
    style = MapStyle("Verschil", (-5.0, -1.0, 1.0, 5.0), diverging=True)
    assert map_data(pd.Series({"GM0014": -7}), style)["onder"] == 2
    assert map_data(pd.Series({"GM0014": 7}), STYLE)["onder"] == 0


def test_a_value_of_another_indeling_is_named_and_not_dropped():
    data = map_data(pd.Series({"GM0014": 7, "GM0003": 5}), STYLE, {"GM0003": "Appingedam"})
    assert data["zonder_geometrie"] == ["Appingedam (GM0003)"]


def test_a_missing_value_of_another_indeling_is_nothing_to_report():
    data = map_data(pd.Series({"GM0003": None}), STYLE)
    assert data["zonder_geometrie"] == []


def test_a_code_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        map_data(pd.Series([1, 2], index=["GM0014", "GM0014"]), STYLE)


def test_the_same_style_gives_the_same_class_to_the_same_value_beside_an_outlier(values):
    outlier = values.copy()
    outlier.iloc[-1] = 10**9
    first, second = map_data(values, STYLE), map_data(outlier, STYLE)
    assert first["klassen"][:-1] == second["klassen"][:-1]
    assert first["kleuren"] == second["kleuren"]


def test_a_rerun_stays_far_below_two_hundred_kilobytes():
    busy = pd.Series(np.linspace(1e3, 9e5, 342), index=CODES)
    style = MapStyle("Inwoners", (20000.0, 30000.0), decimals=1)
    one = component_data([Panel("", busy, style)], None, {})
    three = component_data([Panel(str(n), busy, style) for n in range(3)], None, {})
    assert len(json.dumps(one)) < 11_000
    assert len(json.dumps(three)) < 33_000


def test_names_travel_only_where_they_differ():
    names = {**names_on_map(), "GM0014": "Stad"}
    data = component_data([Panel("", pd.Series({"GM0014": 1}), STYLE)], names, {})
    assert data["namen"] == {"GM0014": "Stad"}
    assert "Stad" in data["kaarten"][0]["alt"]


def test_what_is_chosen_off_the_map_travels_with_its_name():
    names = {"GM0003": "Appingedam", "GM0010": "Delfzijl"}
    panel = Panel("", pd.Series({"GM0014": 1}), STYLE)
    data = component_data([panel], names, {"selected": ["GM0014", "GM0003"]})
    assert data["namen"] == {"GM0003": "Appingedam"}


def test_own_regions_give_equal_numbers_inside_a_region():
    regions = read_regios()["provincie"].rename("eigen")
    data = component_data([Panel("", pd.Series({"GM0014": 1}), STYLE)], None, {"borders": regions})
    numbers = pd.Series(data["grenzen"], index=CODES)
    assert numbers.nunique() == 12
    assert numbers.groupby(regions.reindex(CODES)).nunique().eq(1).all()


def test_a_gemeente_outside_every_own_region_gets_minus_one():
    regions = pd.Series({"GM0014": "a"})
    data = component_data([Panel("", pd.Series({"GM0014": 1}), STYLE)], None, {"borders": regions})
    assert data["grenzen"] == [0] + [-1] * 341


def settings_data(**settings):
    return component_data([Panel("", pd.Series({"GM0014": 1}), STYLE)], None, settings)


def test_a_line_to_a_gemeente_of_another_indeling_is_told():
    data = settings_data(lines=[("GM0014", "GM0034", 5), ("GM0014", "GM0003", 1200)])
    assert data["lijnen"] == [(0, 1, 5)]
    assert data["buiten"] == [
        "Niet op de kaart te tekenen: uitruil van Groningen (GM0014) naar GM0003, 1.200 personen."
    ]


def test_marks_keep_their_reason_and_their_places():
    data = settings_data(marks={"GM0034": "verschoonbaar", "GM0003": "verschoonbaar"})
    assert data["merken"] == [{"reden": "verschoonbaar", "plaatsen": [1]}]
    assert data["buiten"] == ["Niet op de kaart te tekenen: GM0003 (verschoonbaar)."]


def test_what_is_zoomed_to_travels_as_places_on_the_map():
    assert settings_data(zoom_to=["GM0034", "GM0003", "GM0014"])["uitsnede"] == [0, 1]
    assert settings_data(zoom_to=[])["uitsnede"] == []
    assert settings_data()["uitsnede"] is None


@pytest.mark.parametrize(
    "settings",
    [
        {"borders": "kantons"},
        {"lines": [("GM0014", "GM0034", 0)]},
        {"marks": {f"GM000{n}": f"reden {n}" for n in range(4)}},
        {"view": "bol"},
    ],
)
def test_what_cannot_be_drawn_is_refused(settings):
    with pytest.raises(ValueError):  # noqa: PT011 - four different sentences
        settings_data(**settings)


def test_counts_travel_as_radii_with_nested_circles_for_the_legend():
    counts = pd.Series([400, 100, 0], index=["GM0014", "GM0034", "GM0037"])
    data = map_data(counts, count_style("Taakstelling", counts))
    sizes = dict(zip(CODES, data["cirkels"]["stralen"].split("|"), strict=True))
    assert [sizes[code] for code in counts.index] == ["1000", "500", "0"]
    assert data["cirkels"]["labels"] == ["400", "100", "20"]
    assert data["cirkels"]["delen"] == [1.0, 0.5, 0.2236]
    assert data["cirkels"]["nul"] == "geen cirkel: 0 (1)"
    assert data["zonder"] == 339
    assert data["labels"] == []


def test_what_is_constant_is_one_colour_with_a_sentence():
    rate, grain = pd.Series([0.69, 0.75], index=CODES[:2]), pd.Series([0.1, 0.1], index=CODES[:2])
    data = map_data(rate, rate_style("Per 1.000", rate, decimals=2, grain=grain))
    assert data["labels"] == ["overal 0,72; de verschillen zijn afronding"]
    assert len(data["kleuren"]) == 1
    assert data["cirkels"] is None
