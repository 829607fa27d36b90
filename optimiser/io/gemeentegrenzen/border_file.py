"""From a file of borders to a table of shapes; what kind it is follows from its content."""

import json
import tempfile
import warnings
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

import geopandas as gpd
import pyogrio
from pyogrio.errors import DataSourceError
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError

from optimiser.errors import UnknownFileTypeError, UnreadableFileError
from optimiser.io.gemeentegrenzen.errors import (
    GrenzenTooLargeError,
    GrenzenWithoutCrsError,
    InvalidGrenzenError,
    UnsafeZipError,
)
from optimiser.io.gemeentegrenzen.topojson import topojson_features

MAX_FILE = 200 * 1024**2
#: What a zip may unpack to, and how much smaller than that it may be.
MAX_UNPACKED = 500 * 1024**2
MAX_RATIO = 200
MAX_ENTRIES = 50
SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
SUPPORTED = (".gpkg", ".geojson", ".json", ".topojson", ".zip")


def read_shapes(path: Path) -> gpd.GeoDataFrame:
    """Read all rows of the one layer in a file, unchecked.

    Raises
    ------
    UnreadableFileError
        If the file is absent or damaged.
    UnknownFileTypeError
        If its content is none of the supported kinds.
    GrenzenTooLargeError, UnsafeZipError
        If it must not be read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise UnreadableFileError(
            bestand=path.name, reden="bestaat niet of is afgeschermd"
        ) from error
    if size > MAX_FILE:
        raise GrenzenTooLargeError(bestand=path.name, wat="bytes", grens=MAX_FILE)
    if start == b"SQLite format 3\x00":
        return _read_file(path, path.name, "GPKG")
    if start.startswith(b"PK\x03\x04"):
        return _read_zip(path)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _read_json(path)
    raise UnknownFileTypeError(bestand=path.name, bekend=list(SUPPORTED))


def _read_file(path: Path, name: str, driver: str) -> gpd.GeoDataFrame:
    try:
        with warnings.catch_warnings():
            # GDAL warns of oddities; what matters of them our own checks tell in Dutch.
            warnings.simplefilter("ignore", RuntimeWarning)
            layers = [str(layer) for layer, kind in pyogrio.list_layers(path) if kind is not None]
            if len(layers) != 1:
                reason = f"er moet één kaartlaag in staan, gevonden: {', '.join(layers) or 'geen'}"
                raise InvalidGrenzenError(bestand=name, reden=reason)
            if pyogrio.read_info(path, layer=layers[0])["driver"] != driver:
                raise UnknownFileTypeError(bestand=name, bekend=list(SUPPORTED))
            return gpd.read_file(path, layer=layers[0], engine="pyogrio")
    except DataSourceError as error:
        raise UnreadableFileError(bestand=name, reden="het bestand is beschadigd") from error


def _read_json(path: Path) -> gpd.GeoDataFrame:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        kind = content.get("type")
        if kind == "Topology":
            return gpd.GeoDataFrame.from_features(topojson_features(content), crs=4326)
        if kind == "FeatureCollection":
            return gpd.GeoDataFrame.from_features(content["features"], crs=_json_crs(content))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, ShapelyError) as error:
        raise UnreadableFileError(bestand=path.name, reden="geen geldige GeoJSON") from error
    except ProjError as error:
        raise GrenzenWithoutCrsError(bestand=path.name, reden="onbekend stelsel") from error
    except RecursionError as error:
        raise UnreadableFileError(bestand=path.name, reden="te diep genest") from error
    raise UnknownFileTypeError(bestand=path.name, bekend=list(SUPPORTED))


def _json_crs(content: dict[str, Any]) -> str:
    """Return the CRS member of older GeoJSON, or WGS 84 as RFC 7946 has it."""
    member = content.get("crs")
    return "EPSG:4326" if member is None else str(member["properties"]["name"])


def _checked_entries(archive: ZipFile, name: str) -> list[ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES:
        raise UnsafeZipError(bestand=name, reden=f"er zitten {len(entries)} bestanden in")
    parts = [entry for entry in entries if entry.filename.lower().endswith(SHAPEFILE)]
    if sum(entry.filename.lower().endswith(".shp") for entry in parts) != 1:
        raise UnsafeZipError(bestand=name, reden="er moet precies één .shp in zitten")
    packed = sum(entry.compress_size for entry in parts)
    unpacked = sum(entry.file_size for entry in parts)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
        raise UnsafeZipError(bestand=name, reden="uitgepakt is het veel groter dan ingepakt")
    if any(entry.flag_bits & 1 for entry in parts):
        raise UnsafeZipError(bestand=name, reden="er zit een wachtwoord op")
    return parts


def _read_zip(path: Path) -> gpd.GeoDataFrame:
    """Unpack only the parts of one shapefile, under names of our own, and read that."""
    try:
        with ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
            for entry in _checked_entries(archive, path.name):
                part = Path(folder) / f"grenzen{Path(entry.filename).suffix.lower()}"
                with archive.open(entry) as packed:
                    content = packed.read(entry.file_size + 1)
                if len(content) > entry.file_size:
                    raise UnsafeZipError(bestand=path.name, reden="de opgegeven grootte klopt niet")
                part.write_bytes(content)
            return _read_file(Path(folder) / "grenzen.shp", path.name, "ESRI Shapefile")
    except (BadZipFile, EOFError, NotImplementedError) as error:
        raise UnreadableFileError(bestand=path.name, reden="de zip is beschadigd") from error
