"""Borders that a user supplies: read safely, brought to RD New, checked, and reported on.

The kind of file is taken from its content, so a file cannot make GDAL open something else.
Nothing is repaired in silence: every change and every gap stands in ``meldingen``.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely.errors import GEOSException, ShapelyError

from optimiser.io.gemeentegrenzen.border_file import read_shapes
from optimiser.io.gemeentegrenzen.coordinates import brought_to_rd
from optimiser.io.gemeentegrenzen.errors import (
    GrenzenTooLargeError,
    GrenzenWithoutCodesError,
    InvalidGrenzenError,
)
from optimiser.io.gemeentegrenzen.layers import code_column

#: Most vertices in one file: the exact CBS borders have about a million.
MAX_VERTICES = 5_000_000
#: Most vertices of shapes that cross themselves: repairing more takes minutes.
MAX_INVALID = 50_000
WATER = ("water", "h2o")
GM_CODE = r"GM\d{4}"


@dataclass(frozen=True)
class EigenGrenzen:
    """Borders of a user, ready for a map.

    Attributes
    ----------
    grenzen
        Index ``gm_code``, ascending; polygons in EPSG:28992.
    meldingen
        What was changed and what is missing, in Dutch; empty if nothing.
    """

    grenzen: gpd.GeoDataFrame
    meldingen: tuple[str, ...]


def read_own_grenzen(
    path: Path,
    expected: Collection[str] = (),
    crs: int | str | None = None,
    layer: str | None = None,
) -> EigenGrenzen:
    """Read borders from GeoPackage, GeoJSON, TopoJSON or a zipped shapefile.

    Parameters
    ----------
    path
        The file; at most 200 MB.
    expected
        The gemeenten that should be there; differences are reported, not refused.
    crs
        The coordinates, if the file does not say: an EPSG number or name. Without it they are
        taken from where the shapes lie, and told.
    layer
        The layer to read, if several hold gemeenten.

    Raises
    ------
    UnreadableFileError, UnknownFileTypeError, UnsafeZipError, GrenzenTooLargeError
        If the file cannot or must not be read.
    GrenzenLayerChoiceError
        If several layers hold gemeenten, or the wanted one is absent.
    GrenzenWithoutCrsError, GrenzenWithoutCodesError, InvalidGrenzenError
        If its content is no set of gemeenten on a map of the Netherlands.
    """
    table, read_layer = read_shapes(path, layer)
    if table.empty:
        raise InvalidGrenzenError(bestand=path.name, reden="er staan geen vlakken in")
    if int(shapely.get_num_coordinates(table.geometry.to_numpy()).sum()) > MAX_VERTICES:
        raise GrenzenTooLargeError(bestand=path.name, wat="hoekpunten", grens=MAX_VERTICES)
    try:
        own = _checked(table, expected, crs, path.name)
    except (ShapelyError, GEOSException) as error:
        raise InvalidGrenzenError(bestand=path.name, reden="een vlak is onbruikbaar") from error
    if not read_layer:
        return own
    return replace(own, meldingen=(f"Gelezen is de kaartlaag {read_layer}.", *own.meldingen))


def _checked(
    table: gpd.GeoDataFrame, expected: Collection[str], crs: int | str | None, name: str
) -> EigenGrenzen:
    table, notes = _without_water(table)
    table, more = _with_codes(table, name)
    notes += more
    table, more = brought_to_rd(table, crs, name)
    notes += more
    table, more = _valid(table, name)
    notes += more
    if len(expected):
        notes += _compared(table.index, expected, name)
    return EigenGrenzen(table, tuple(notes))


def _without_water(table: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[str]]:
    """Leave out the rows that CBS marks as water."""
    for column in table.columns:
        if str(column).lower() in WATER:
            water = table[column].astype(str).str.upper().eq("JA")
            if water.any():
                note = f"{int(water.sum())} rijen met water zijn weggelaten (kolom {column})."
                return table[~water], [note]
    return table, []


def _with_codes(table: gpd.GeoDataFrame, name: str) -> tuple[gpd.GeoDataFrame, list[str]]:
    attributes = table.drop(columns=table.geometry.name)
    column = code_column({str(c): list(attributes[c]) for c in attributes.columns})
    if column is None:
        raise GrenzenWithoutCodesError(bestand=name, reden="geen kolom met codes zoals GM0003")
    written = [str(cell).strip().removesuffix(".0") for cell in table[column]]
    text, notes = pd.Series(written, index=table.index, dtype=object), []
    bare = text.str.fullmatch(r"\d{1,4}")
    if bare.any():
        text = text.where(~bare, "GM" + text.str.zfill(4))
        notes.append(f"{int(bare.sum())} codes zonder GM zijn aangevuld (kolom {column}).")
    if bad := sorted(set(text[~text.str.fullmatch(GM_CODE)])):
        raise GrenzenWithoutCodesError(bestand=name, reden=f"geen gemeentecodes: {bad[:5]}")
    if twice := sorted(set(text[text.duplicated()])):
        reason = f"{len(twice)} codes staan er meer dan eens in: {', '.join(twice[:5])}"
        raise GrenzenWithoutCodesError(bestand=name, reden=reason)
    coded = table.set_index(pd.Index(text, name="gm_code")).sort_index()
    bare_shapes = gpd.GeoDataFrame(index=coded.index, geometry=coded.geometry.to_numpy())
    return bare_shapes.set_crs(table.crs), notes


def _valid(table: gpd.GeoDataFrame, name: str) -> tuple[gpd.GeoDataFrame, list[str]]:
    notes: list[str] = []
    if not (flat := set(table.geom_type.dropna())) <= {"Polygon", "MultiPolygon"}:
        raise InvalidGrenzenError(bestand=name, reden=f"geen vlakken maar {sorted(flat)}")
    empty = table.geometry.isna() | table.geometry.is_empty
    if empty.all():
        raise InvalidGrenzenError(bestand=name, reden="er staan geen vlakken in")
    if empty.any():
        raise InvalidGrenzenError(bestand=name, reden=f"lege vlakken: {list(table.index[empty])}")
    invalid = ~table.geometry.is_valid
    if invalid.any():
        if int(shapely.get_num_coordinates(table.geometry[invalid].to_numpy()).sum()) > MAX_INVALID:
            reason = f"{int(invalid.sum())} vlakken snijden zichzelf; te veel om te herstellen"
            raise InvalidGrenzenError(bestand=name, reden=reason)
        repaired = table.geometry.where(~invalid, table.geometry.make_valid())
        table = table.set_geometry(repaired)
        notes.append(
            f"{int(invalid.sum())} ongeldige vlakken zijn hersteld: "
            f"{', '.join(table.index[invalid][:5])}."
        )
    if not set(table.geom_type) <= {"Polygon", "MultiPolygon"}:
        raise InvalidGrenzenError(bestand=name, reden="herstellen gaf geen vlakken")
    if not shapely.coverage_is_valid(table.geometry.to_numpy()):
        notes.append("De vlakken sluiten niet precies op elkaar aan of overlappen.")
    return table, notes


def _compared(found: pd.Index, expected: Collection[str], name: str) -> list[str]:
    missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
    if len(missing) == len(set(expected)):
        raise GrenzenWithoutCodesError(bestand=name, reden="geen enkele verwachte code komt voor")
    notes = []
    if missing:
        notes.append(f"{len(missing)} gemeenten ontbreken: {', '.join(missing[:10])}.")
    if extra:
        notes.append(f"{len(extra)} codes zijn niet verwacht: {', '.join(extra[:10])}.")
    return notes
