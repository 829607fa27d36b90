"""A picture of two gemeenten side by side, a line between them, sea around."""

import numpy as np
import pandas as pd
import pytest
import shapely

from optimiser.bouw import etiketten, raster, vlakken
from optimiser.bouw.ligging import Ligging, fit_ligging

LINE, LAND = 60, 200


@pytest.fixture
def picture():
    drawn = np.zeros((60, 100, 4), dtype=np.uint8)
    drawn[10:50, 10:90, 3] = 255
    drawn[10:50, 10:90, :3] = LINE
    drawn[12:48, 12:49, :3] = LAND
    drawn[12:48, 51:88, :3] = LAND
    return drawn


def test_lines_part_the_land_into_regions(picture):
    regions, near, gap = raster.number_regions(raster.find_core(picture))
    assert regions.max() == 2
    assert regions[30, 50] == 0
    assert near[30, 20] == regions[30, 20]
    assert near[0, 99] == regions[30, 60]
    assert gap[30, 20] == 0


def test_small_holes_are_filled_and_large_ones_stay(picture):
    picture[20:24, 20:24] = 0
    picture[20:40, 60:80] = 0
    land = raster.find_land(raster.find_core(picture), picture[..., 3])
    assert land[22 * raster.UP, 22 * raster.UP]
    assert not land[30 * raster.UP, 70 * raster.UP]


def test_regions_grow_until_they_meet_on_the_line(picture):
    pytest.importorskip("skimage", reason="needs the dependency-group bouw")
    core = raster.find_core(picture)
    regions, _, _ = raster.number_regions(core)
    land = raster.find_land(core, picture[..., 3])
    grown = raster.grow(regions, picture, land)
    row = grown[30 * raster.UP]
    border = np.flatnonzero(np.diff(row[row > 0]))
    assert len(border) == 1
    first = np.flatnonzero(row > 0)[0]
    assert abs((first + border[0]) / raster.UP - 50) < 1


def test_a_fragment_goes_to_the_neighbour_and_a_speck_in_the_sea_disappears():
    labels = np.ones((80, 80), dtype=np.int32)
    labels[:, 40:] = 2
    labels[:, 60:] = 0
    labels[10:14, 50:54] = 1
    labels[70:73, 70:73] = 1
    cleaned = raster.clean(labels)
    assert cleaned[12, 52] == 2
    assert cleaned[71, 71] == 0


def test_polygons_of_a_raster_fit_together_and_keep_their_area():
    labels = np.zeros((60, 60), dtype=np.int32)
    labels[5:55, 5:30] = 1
    labels[5:30, 30:55] = 2
    labels[30:55, 30:55] = 3
    shapes = vlakken.polygonise(labels, Ligging(4.0, 0.0, 1000.0), 3)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).tolist() == [1250.0, 625.0, 625.0]
    west, _, _, north = shapely.total_bounds(shapes)
    assert (west, north) == (-2.0 + 5, 1002.0 - 5)


def test_simplifying_keeps_neighbours_together_and_drops_specks():
    edge = [(0, 0), (0, 9000), (300, 9100), (0, 18000)]
    left = shapely.Polygon([(-9000, 0), *edge, (-9000, 18000)])
    right = shapely.Polygon([(9000, 0), *edge, (9000, 18000)])
    speck = shapely.box(20_000, 0, 20_100, 100)
    shapes = vlakken.simplify(np.array([left, shapely.MultiPolygon([right, speck])]))
    assert shapely.coverage_is_valid(shapes)
    assert [shape.geom_type for shape in shapes] == ["Polygon", "Polygon"]


def test_overlapping_polygons_are_not_simplified():
    with pytest.raises(ValueError, match="overlap"):
        vlakken.simplify(np.array([shapely.box(0, 0, 9, 9), shapely.box(5, 0, 15, 9)]))


def test_a_region_claimed_by_two_gemeenten_stops_the_build(picture):
    _, near, gap = raster.number_regions(raster.find_core(picture))
    places = pd.DataFrame({"gm_code": ["GM0001", "GM0002"], "x": [20.0, 30.0], "y": [30.0, 30.0]})
    with pytest.raises(ValueError, match="claims"):
        etiketten.label_by_places(near, gap, Ligging(1.0, 0.0, 60.0), places)


def test_of_namesakes_the_anchor_in_a_free_region_counts(picture):
    regions, near, _ = raster.number_regions(raster.find_core(picture))
    left, right = int(regions[30, 20]), int(regions[30, 70])
    anchors = pd.DataFrame({"gm_code": "GM0002", "plaats": "Dorp", "x": [20.0, 70.0], "y": 30.0})
    found = etiketten.label_by_anchors({left: "GM0001"}, near, Ligging(1.0, 0.0, 60.0), anchors)
    assert found == {left: "GM0001", right: "GM0002"}


def test_a_loose_part_is_the_region_nearest_to_its_point(picture):
    regions, _, _ = raster.number_regions(raster.find_core(picture))
    point = [(71.0, 29.0, "GM0009")]
    found = etiketten.label_loose_parts({}, regions, Ligging(1.0, 0.0, 60.0), point)
    assert found == {int(regions[30, 70]): "GM0009"}


def test_places_find_back_where_the_raster_lies(monkeypatch):
    """A chessboard of 64 fields of 20 pixels; places near the corners of their own field."""
    true = Ligging(100.0, 5_000.0, 30_000.0)
    core = np.zeros((190, 190), dtype=bool)
    rows = []
    for i in range(8):
        for j in range(8):
            top, left = 10 + 22 * i, 10 + 22 * j
            core[top : top + 20, left : left + 20] = True
            for r, c in ((1, 1), (18, 18), (1, 18), (18, 1)):
                y, x = true.y0 - 100.0 * (top + r), true.x0 + 100.0 * (left + c)
                rows.append((f"GM{8 * i + j:04d}", x, y))
    places = pd.DataFrame(rows, columns=["gm_code", "x", "y"])
    regions, near, gap = raster.number_regions(core)
    guess = Ligging(100.3, 4_700.0, 30_200.0)
    monkeypatch.setattr("optimiser.bouw.ligging.first_guess", lambda: guess)
    found, held_out = fit_ligging(regions, near, gap, places)
    assert found.scale == pytest.approx(true.scale, abs=1.0)
    assert found.x0 == pytest.approx(true.x0, abs=150)
    assert found.y0 == pytest.approx(true.y0, abs=150)
    assert (held_out <= 0.5).mean() > 0.9
