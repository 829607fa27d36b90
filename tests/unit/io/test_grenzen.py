import json

import pandas as pd
import pytest
import shapely

from optimiser.bouw import checks
from optimiser.bouw.bronnen import read_gemeenten
from optimiser.bouw.buren import count_parts, shared_borders
from optimiser.io.bronnen import checked_bytes
from optimiser.io.gemeentegrenzen import embedded
from optimiser.io.gemeentegrenzen.topojson import topojson_features
from optimiser.io.tables import read_buren, read_regios


@pytest.fixture(scope="module")
def shapes():
    return embedded.read_gemeentegrenzen()


def test_there_are_the_342_gemeenten_of_2025(shapes):
    assert list(shapes.index) == list(read_gemeenten().index)
    assert list(shapes["gemeente"]) == list(read_gemeenten()["gemeente"])
    assert len(shapes) == 342
    assert shapes.crs == "EPSG:28992"


def test_the_polygons_fit_together_without_gaps_or_overlaps(shapes):
    assert checks.coverage_faults(shapes) == []


def test_a_hole_between_gemeenten_is_noticed(shapes):
    broken = shapes.copy()
    broken.loc["GM0014", "geometry"] = broken.loc["GM0014", "geometry"].buffer(50)
    assert "GM0014: past niet" in checks.coverage_faults(broken)


def test_each_main_place_lies_in_its_own_gemeente(shapes):
    places = embedded.read_hoofdplaatsen()
    assert len(places) == 342
    assert checks.misplaced(shapes, places) == []


def test_a_place_in_another_gemeente_is_noticed(shapes):
    places = embedded.read_hoofdplaatsen()
    places.loc["GM0014", ["x", "y"]] = places.loc["GM0344", ["x", "y"]]
    assert checks.misplaced(shapes, places) == ["GM0014: Groningen"]


def test_where_there_is_little_water_the_area_is_within_8_percent_of_the_land_area_of_cbs(shapes):
    assert checks.area_faults(shapes, read_gemeenten()).empty
    assert (checks.area_ratio(shapes, read_gemeenten()) > 0.8).all()


def test_the_tiles_are_the_same_gemeenten_each_in_a_place_of_its_own(shapes):
    tiles = embedded.read_tegelkaart()
    assert list(tiles.index) == list(shapes.index)
    assert not tiles.duplicated(["kolom", "rij"]).any()


def test_neighbours_are_the_shared_borders_and_the_crossings_named_by_hand(shapes):
    buren = read_buren()
    by_land = buren[buren["soort"] == "grens"].reset_index(drop=True)
    pairs = ["gm_code", "buur_gm_code"]
    expected = shared_borders(shapes)
    assert by_land[pairs].astype(str).equals(expected[pairs].astype(str))
    by_hand = buren[buren["soort"] != "grens"]
    assert set(by_hand["soort"]) == {"brug", "dam", "tunnel", "veer"}
    assert (by_hand["naam"] != "").all()
    assert by_hand["lengte_km"].isna().all()


def test_neighbours_connect_all_gemeenten_islands_included(shapes):
    buren = read_buren()
    assert count_parts(buren, list(shapes.index)) == 1
    assert count_parts(buren[buren["soort"] == "grens"], list(shapes.index)) > 1


def test_the_topojson_holds_the_same_gemeenten_in_the_same_place(shapes):
    text = checked_bytes(embedded.TOPOJSON).decode()
    assert len(text.encode()) < 170_000
    features = topojson_features(json.loads(text))
    assert sorted(f["properties"]["gm_code"] for f in features) == list(shapes.index)
    found = {f["properties"]["gm_code"]: shapely.geometry.shape(f["geometry"]) for f in features}
    groningen = shapes.to_crs(4326).geometry["GM0014"]
    common = shapely.intersection(found["GM0014"], groningen).area
    assert common / groningen.area > 0.999


@pytest.mark.parametrize(
    ("grouping", "number"),
    [("provincie", 12), ("veiligheidsregio", 25), ("corop", 40), ("arbeidsmarktregio", 35)],
)
def test_regions_dissolve_without_losing_land(shapes, grouping, number):
    regio = read_regios()[grouping]
    joined = embedded.dissolve_regios(shapes, regio)
    assert len(joined) == number
    members = regio.reindex(shapes.index).dropna().index
    assert joined["aantal"].sum() == len(members)
    assert joined.area.sum() == pytest.approx(shapes.loc[members].area.sum())
    assert shapely.coverage_is_valid(joined.geometry.to_numpy())


def test_reading_gives_a_copy_that_may_be_changed():
    mine = embedded.read_gemeentegrenzen()
    mine["gemeente"] = "x"
    assert embedded.read_gemeentegrenzen()["gemeente"].nunique() == 342


def test_every_map_can_name_where_its_borders_come_from():
    assert "CBS/Kadaster" in embedded.grenzen_bron()
    assert "GeoNames" in embedded.grenzen_bron()


def test_a_region_is_never_made_of_gemeenten_that_have_none(shapes):
    regio = pd.Series({"GM0014": "Noord", "GM0344": None})
    assert list(embedded.dissolve_regios(shapes, regio).index) == ["Noord"]
