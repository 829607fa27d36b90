import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from optimiser.bouw import buren, checks
from optimiser.bouw.bronnen import read_gemeenten, read_handwerk

CODES = ["GM0001", "GM0002", "GM0003"]
NAMES = pd.DataFrame({"gemeente": ["Noord", "Zuid", "Eiland"]}, index=CODES)


@pytest.fixture
def three():
    shapes = [box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000), box(2000, 1000, 3000, 2000)]
    return gpd.GeoDataFrame(NAMES, geometry=shapes, crs=28992)


def by_hand(*crossings):
    return {"verbindingen": {"lijst": [list(row) for row in crossings]}}


def test_touching_in_a_corner_is_no_neighbour(three):
    assert buren.shared_borders(three).to_numpy().tolist() == [["GM0001", "GM0002", 1.0]]


def test_a_ferry_makes_neighbours_and_says_so(three):
    table = buren.neighbours(three, NAMES, by_hand(("Zuid", "Eiland", "veer", "Zuid - Eiland")))
    assert table["soort"].tolist() == ["grens", "veer"]
    assert buren.count_parts(table, CODES) == 1


def test_a_crossing_where_a_border_is_drawn_is_refused(three):
    with pytest.raises(ValueError, match="twice"):
        buren.neighbours(three, NAMES, by_hand(("Zuid", "Noord", "brug", "Brug")))


def test_the_crossings_by_hand_name_gemeenten_of_today():
    crossings = buren.crossings(read_handwerk(), read_gemeenten())
    assert (crossings["gm_code"] < crossings["buur_gm_code"]).all()
    assert set(crossings["soort"]) <= {"brug", "dam", "tunnel", "veer"}


def test_half_the_area_in_a_dry_region_is_a_fault(three):
    figures = NAMES.assign(corop="Twente", land_km2=[1.0, 2.0, 1.05])
    assert checks.area_faults(three, figures).index.tolist() == ["GM0002"]


def test_overlap_with_itself_is_one_and_with_half_of_it_a_half(three):
    half = three.set_geometry([box(0, 0, 500, 1000), *three.geometry[1:]])
    assert checks.overlap(three, half).tolist() == [0.5, 1.0, 1.0]


def test_a_place_just_off_the_coast_counts_as_inside(three):
    places = pd.DataFrame({"plaats": ["a", "b"], "x": [-200, -400], "y": [500, 500]})
    places.index = pd.Index(["GM0001", "GM0001"])
    assert checks.misplaced(three, places) == ["GM0001: b"]
