import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen
from optimiser.maps import map_geometry
from optimiser.maps.geometry import to_path


def test_other_coordinates_than_rd_are_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="28992"):
        map_geometry(read_gemeentegrenzen().to_crs(4326))


def test_islands_and_zeeland_are_on_the_map(country):
    west, _, _, north = country.bounds
    assert west < 20_000
    assert north > 610_000
    assert {"Schiermonnikoog", "Vlieland", "Sluis", "Vaals"} <= set(country.namen)


@pytest.mark.parametrize("turned", [False, True])
def test_a_hole_in_a_polygon_stays_open_whichever_way_its_ring_runs(turned):
    hole = shapely.box(3, 3, 6, 6).exterior
    shape = shapely.Polygon(shapely.box(0, 0, 9, 9).exterior, [hole.reverse() if turned else hole])
    figure = Figure(figsize=(1, 1), dpi=90)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 9), ylim=(0, 9))
    axes.set_axis_off()
    axes.add_patch(PathPatch(to_path(shape), facecolor="black", edgecolor="none"))
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[..., 0]
    assert picture[45, 45] == 255
    assert picture[15, 15] == 0


def test_region_borders_run_between_regions_and_not_along_the_coast(squares):
    regio = pd.Series(["A", "A", "B", "B"], index=list(squares.codes))
    path = squares.borders(regio)
    assert sorted(map(tuple, path.vertices)) == [(2000.0, 0.0), (2000.0, 1000.0)]


def test_a_gemeente_in_no_region_has_a_border_of_its_own(squares):
    regio = pd.Series(["A", None, "A", "A"], index=list(squares.codes))
    assert set(squares.borders(regio).vertices[:, 0]) == {1000.0, 2000.0}


def test_borders_of_own_geometry_with_gaps_are_still_drawn():
    shapes = [shapely.box(0, 0, 1000, 1000), shapely.box(999, 0, 2000, 1000)]
    frame = gpd.GeoDataFrame(index=["GM0001", "GM0002"], geometry=shapes, crs=28992)
    geometry = map_geometry(frame)
    assert len(geometry.borders(pd.Series({"GM0001": "A", "GM0002": "B"})).vertices) > 0


def test_tiles_are_equally_large_and_touch_without_overlap(tiles):
    area = shapely.area(tiles.shapes)
    assert len(tiles.codes) == 342
    assert np.ptp(area) < 1e-3 * area.mean()
    assert shapely.coverage_is_valid(tiles.shapes)
    assert shapely.area(shapely.union_all(tiles.shapes)) == pytest.approx(area.sum())


def test_north_is_up_in_the_tiles(tiles):
    y = dict(zip(tiles.namen, shapely.get_y(shapely.centroid(tiles.shapes)), strict=True))
    assert y["Schiermonnikoog"] > y["Utrecht"] > y["Maastricht"]
