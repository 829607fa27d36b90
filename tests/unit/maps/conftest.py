"""Four squares in a row and the real country."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from optimiser.io.tables import read_regios
from optimiser.maps import View, embedded_geometry, map_geometry

CODES = ["GM0001", "GM0002", "GM0003", "GM0004"]


@pytest.fixture
def squares():
    shapes = [box(1000 * i, 0, 1000 * (i + 1), 1000) for i in range(4)]
    names = ["Noordstad", "Zuidstad", "Oostdorp", "Westdorp"]
    frame = gpd.GeoDataFrame({"gemeente": names}, index=CODES, geometry=shapes, crs=28992)
    return map_geometry(frame, "CBS", vervallen=["GM0009"])


@pytest.fixture(scope="session")
def country():
    return embedded_geometry()


@pytest.fixture(scope="session")
def tiles():
    return embedded_geometry(View.TEGEL)


@pytest.fixture(scope="session")
def provincies():
    return read_regios()["provincie"]


@pytest.fixture
def counts(country):
    return pd.Series(range(1, 343), index=list(country.codes))
