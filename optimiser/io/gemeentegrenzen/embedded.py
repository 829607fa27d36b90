"""The embedded geometry: borders, tiles, neighbours; and where each comes from.

The borders are *indicatief* (see ``data/bronnen.toml``). Borders of the user's own are read by
``optimiser.io.gemeentegrenzen.own``.
"""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from types import MappingProxyType

import geopandas as gpd
import pandas as pd
import shapely

from optimiser.io.bronnen import checked_bytes, read_bronnen, sha256_of
from optimiser.io.tables import read_csv

RD_NEW = 28992
GRENZEN = "geo/gemeentegrenzen.parquet"
TOPOJSON = "geo/gemeentegrenzen.topojson"
#: What the interactive map is made of.
ON_SCREEN = (GRENZEN, "geo/tegelkaart.csv", "geo/hoofdplaatsen.csv", "regios.csv")


@cache
def _embedded() -> gpd.GeoDataFrame:
    table = gpd.read_parquet(BytesIO(checked_bytes(GRENZEN)))
    return table.set_index("gm_code").sort_index()


def read_gemeentegrenzen() -> gpd.GeoDataFrame:
    """Read the embedded borders of the 342 gemeenten of 2023-2025.

    Returns
    -------
    geopandas.GeoDataFrame
        Index ``gm_code``, ascending; ``gemeente``, polygons in EPSG:28992 [m]. A fresh copy.

    Raises
    ------
    ChangedDataError
        If the file was altered since it was checked.

    >>> len(read_gemeentegrenzen())
    342
    """
    return _embedded().copy()


def grenzen_bron() -> str:
    """Return the attribution that goes with every map of the embedded borders."""
    return read_bronnen()[GRENZEN].eigenaar


def kaart_versie() -> str:
    """Return the version of the geometry of the interactive map: twelve digits."""
    bronnen = read_bronnen()
    return sha256_of("".join(bronnen[name].sha256 for name in ON_SCREEN).encode())[:12]


def read_tegelkaart() -> pd.DataFrame:
    """Read the hexagon of each gemeente.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``, ascending; ``gemeente``, ``kolom``, ``rij`` (whole numbers; odd rows lie
        half a tile to the right, row 0 is in the north).
    """
    table = read_csv("geo/tegelkaart.csv").set_index("gm_code").sort_index()
    return table.astype({"kolom": int, "rij": int})


@cache
def names_on_map() -> Mapping[str, str]:
    """Return ``gm_code`` to name of the gemeenten that can be drawn, codes ascending."""
    return MappingProxyType(read_tegelkaart()["gemeente"].to_dict())


def read_hoofdplaatsen() -> pd.DataFrame:
    """Read one main place per gemeente: index ``gm_code``; ``plaats``, ``x``, ``y`` [m, RD]."""
    table = read_csv("geo/hoofdplaatsen.csv").set_index("gm_code").sort_index()
    return table.astype({"x": int, "y": int})


def dissolve_regios(grenzen: gpd.GeoDataFrame, regio: pd.Series) -> gpd.GeoDataFrame:
    """Join gemeenten to regions.

    Parameters
    ----------
    grenzen
        Index ``gm_code``, a coverage.
    regio
        Index ``gm_code``: name of the region; NA where a gemeente belongs to none.

    Returns
    -------
    geopandas.GeoDataFrame
        Index: name of the region, ascending; ``aantal`` gemeenten, polygons in the same CRS.
    """
    own = regio.reindex(grenzen.index).dropna().astype(str)
    shapes = grenzen.geometry.loc[own.index]
    parts = {
        str(name): shapely.coverage_union_all(shapes.loc[codes].to_numpy())
        for name, codes in own.groupby(own).groups.items()
    }
    names = sorted(parts)
    counts = own.value_counts().reindex(names).to_numpy()
    index = pd.Index(names, name="regio")
    geometry = [parts[name] for name in names]
    return gpd.GeoDataFrame({"aantal": counts}, index=index, geometry=geometry, crs=grenzen.crs)
