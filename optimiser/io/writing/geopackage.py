"""GeoPackage: layers with numbers and borders (EPSG:28992), and tables without borders."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

RD_NEW = "EPSG:28992"


@dataclass(frozen=True)
class Laag:
    """One layer.

    Attributes
    ----------
    naam
        Of the layer, Dutch, lower case.
    tabel
        With geometry in RD New, or a plain table; the index is left out.
    """

    naam: str
    tabel: pd.DataFrame

    def __post_init__(self) -> None:
        if isinstance(self.tabel, gpd.GeoDataFrame) and self.tabel.crs != RD_NEW:
            msg = f"layer {self.naam!r} is not in {RD_NEW}"
            raise ValueError(msg)


def to_geopackage(lagen: Sequence[Laag], titel: str = "") -> bytes:
    """Write layers as one GeoPackage.

    Parameters
    ----------
    lagen
        At least one with geometry; an empty layer is left out.
    titel
        Description of the layers, for GIS programs.

    >>> import shapely
    >>> shapes = gpd.GeoDataFrame({"n": [1]}, geometry=[shapely.box(0, 0, 1, 1)], crs=RD_NEW)
    >>> to_geopackage([Laag("vlakken", shapes)])[:15]
    b'SQLite format 3'
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kaart.gpkg"
        for laag in lagen:
            if len(laag.tabel):
                _write(path, laag, titel)
        return path.read_bytes()


def _write(path: Path, laag: Laag, titel: str) -> None:
    table = laag.tabel.reset_index(drop=True)
    append = path.exists()
    options = {"layer": laag.naam, "driver": "GPKG", "append": append}
    if isinstance(table, gpd.GeoDataFrame):
        kinds = set(table.geom_type)
        several = "MultiPolygon" if any("Polygon" in kind for kind in kinds) else "LineString"
        pyogrio.write_dataframe(
            table,
            path,
            geometry_type=several,
            promote_to_multi=several.startswith("Multi"),
            layer_options={"DESCRIPTION": titel},
            **options,
        )
    else:
        pyogrio.write_dataframe(table, path, layer_options={"DESCRIPTION": titel}, **options)
