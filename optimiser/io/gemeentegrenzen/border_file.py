"""From a file of borders to a table of shapes; what kind it is follows from its content."""

import tempfile
import warnings
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import geopandas as gpd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError

from optimiser.errors import UnknownFileTypeError, UnreadableFileError
from optimiser.io.gemeentegrenzen.errors import GrenzenTooLargeError, GrenzenWithoutCrsError
from optimiser.io.gemeentegrenzen.layers import choose, pick_layer
from optimiser.io.gemeentegrenzen.topojson import topojson_columns, topojson_features
from optimiser.io.gemeentegrenzen.zip_parts import shapefile_parts, single_layer_file, unpack
from optimiser.io.reading.cells.xlsx_package import BROKEN_ZIP
from optimiser.io.strict_json import read_json

MAX_FILE = 200 * 1024**2
SUPPORTED = (".gpkg", ".geojson", ".json", ".topojson", ".zip")
#: What GDAL, GEOS and pandas can raise on a damaged file.
_BROKEN = (
    DataSourceError,
    DataLayerError,
    FieldError,
    GeometryError,
    ShapelyError,
    ProjError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    # pyogrio leaves a variable unset on some damaged shapefiles.
    UnboundLocalError,
    RuntimeError,
)


class Shapes(NamedTuple):
    """The rows of a layer, and its name where the file has several."""

    table: gpd.GeoDataFrame
    layer: str = ""


def read_shapes(path: Path, layer: str | None = None) -> Shapes:
    """Read all rows of the layer with gemeenten in a file, unchecked.

    Parameters
    ----------
    path
        The file.
    layer
        The layer to read; by default the one with codes of gemeenten.

    Raises
    ------
    UnreadableFileError
        If the file is absent or damaged.
    UnknownFileTypeError
        If its content is none of the supported kinds.
    GrenzenTooLargeError, UnsafeZipError
        If it must not be read.
    GrenzenLayerChoiceError, InvalidGrenzenError
        If it cannot be told which layer to read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(16)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(
            bestand=path.name, reden="bestaat niet of is afgeschermd"
        ) from error
    if size > MAX_FILE:
        raise GrenzenTooLargeError(bestand=path.name, wat="bytes", grens=MAX_FILE)
    if start == b"SQLite format 3\x00":
        return _read_file(path, path.name, "GPKG", layer)
    if start.startswith(b"PK\x03\x04"):
        return _read_zip(path, layer)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _read_json(path, layer)
    raise UnknownFileTypeError(bestand=path.name, bekend=list(SUPPORTED))


def _read_file(path: Path, name: str, driver: str, wanted: str | None) -> Shapes:
    try:
        with warnings.catch_warnings():
            # GDAL warns of oddities; what matters of them our own checks tell in Dutch.
            warnings.simplefilter("ignore")
            layer = pick_layer(path, name, wanted)
            if pyogrio.read_info(path, layer=layer)["driver"] != driver:
                raise UnknownFileTypeError(bestand=name, bekend=list(SUPPORTED))
            table = gpd.read_file(path, layer=layer, engine="pyogrio")
            several = len(pyogrio.list_layers(path)) > 1
    except _BROKEN as error:
        raise UnreadableFileError(bestand=name, reden="het bestand is beschadigd") from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise UnreadableFileError(bestand=name, reden="er staan geen vlakken in")
    return Shapes(table, layer if several else "")


def _read_json(path: Path, wanted: str | None) -> Shapes:
    try:
        content = read_json(path.read_bytes(), path.name)
        return _features(content, path.name, wanted)
    except ProjError as error:
        raise GrenzenWithoutCrsError(bestand=path.name, reden="onbekend stelsel") from error
    except _BROKEN as error:
        raise UnreadableFileError(bestand=path.name, reden="geen geldige GeoJSON") from error


def _features(content: dict[str, Any], name: str, wanted: str | None) -> Shapes:
    """Turn GeoJSON (also a single feature) or TopoJSON into a table.

    The crs stays open where the file does not say: RFC 7946 means degrees, but borders in RD are
    passed on in that form as well; where they lie tells.
    """
    kind = content.get("type")
    if kind == "Topology":
        objects = content["objects"]
        layer = choose(objects, wanted, name, lambda one: topojson_columns(objects[one]))
        table = gpd.GeoDataFrame.from_features(topojson_features(content, layer))
        return Shapes(table, layer if len(objects) > 1 else "")
    if kind in {"FeatureCollection", "Feature"}:
        features = content["features"] if kind == "FeatureCollection" else [content]
        member = content.get("crs")
        crs = None if member is None else str(member["properties"]["name"])
        if not features:
            raise UnreadableFileError(bestand=name, reden="er staan geen vlakken in")
        return Shapes(gpd.GeoDataFrame.from_features(features, crs=crs))
    raise UnknownFileTypeError(bestand=name, bekend=list(SUPPORTED))


def _read_zip(path: Path, layer: str | None) -> Shapes:
    """Unpack one shapefile, GeoPackage or GeoJSON, under a name of our own, and read that."""
    try:
        with ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
            if (whole := single_layer_file(archive, path.name)) is not None:
                inside = Path(folder) / f"grenzen{Path(whole.filename).suffix.lower()}"
                with archive.open(whole) as packed:
                    inside.write_bytes(packed.read(whole.file_size))
                return read_shapes(inside, layer)
            parts = shapefile_parts(archive, path.name)
            shapes = unpack(archive, parts, Path(folder), path.name)
            return _read_file(shapes, path.name, "ESRI Shapefile", None)
    except (*BROKEN_ZIP, *_BROKEN) as error:
        raise UnreadableFileError(bestand=path.name, reden="de zip is beschadigd") from error
