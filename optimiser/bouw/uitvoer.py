"""The files of ``data/geo/``: the same geometry gives the same bytes."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

#: Steps of the grid that the TopoJSON rounds to, over the width of the country.
QUANTA = 20000


def to_frame(gemeenten: pd.DataFrame, geometries: object) -> gpd.GeoDataFrame:
    """Join codes, names and geometry: index ``gm_code``, ``gemeente``, EPSG:28992."""
    return gpd.GeoDataFrame({"gemeente": gemeenten["gemeente"]}, geometry=geometries, crs=28992)


def write_parquet(grenzen: gpd.GeoDataFrame, path: Path) -> None:
    """Write GeoParquet with a column ``gm_code``."""
    grenzen.reset_index(names="gm_code").to_parquet(path, compression="zstd", index=False)


def write_topojson(grenzen: gpd.GeoDataFrame, path: Path) -> None:
    """Write TopoJSON in WGS 84 (as the format wants), each border once, ``id`` = ``gm_code``."""
    from topojson.core.topology import Topology

    degrees = grenzen.to_crs(4326).reset_index(names="gm_code")
    topology = Topology(
        degrees[["gm_code", "gemeente", "geometry"]], prequantize=QUANTA, shared_coords=False
    )
    path.write_text(str(topology.to_json()), encoding="utf-8", newline="\n")


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write a CSV as the other figures: comma, point, UTF-8, newline."""
    table.to_csv(path, index=False, lineterminator="\n")
