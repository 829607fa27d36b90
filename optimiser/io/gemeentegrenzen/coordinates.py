"""Which coordinates a file of borders has, and from those to RD New."""

import geopandas as gpd
import numpy as np
from pyproj.exceptions import ProjError
from shapely.errors import GEOSException

from optimiser.io.gemeentegrenzen.embedded import RD_NEW
from optimiser.io.gemeentegrenzen.errors import GrenzenWithoutCrsError

#: Where the Netherlands lie in RD New [m], with room to spare: west, east, south, north.
RD_RANGE = (-20_000.0, 290_000.0, 300_000.0, 640_000.0)
#: Where they lie in degrees of WGS 84, with room to spare.
WGS_RANGE = (2.0, 8.5, 50.0, 54.5)
WGS84 = 4326


def brought_to_rd(
    table: gpd.GeoDataFrame, crs: int | str | None, name: str
) -> tuple[gpd.GeoDataFrame, list[str]]:
    """Return the shapes in RD New, and what was taken from where they lie.

    A file without a crs whose coordinates lie in the RD box is RD; in the box of degrees it is
    WGS 84; elsewhere it must be said.

    Raises
    ------
    GrenzenWithoutCrsError
        If the coordinates are unknown or lie elsewhere.
    """
    notes: list[str] = []
    known = table.crs
    if known is None and crs is None:
        if inside(table, RD_RANGE):
            known = RD_NEW
            notes.append("Het stelsel staat niet in het bestand; de coördinaten zijn die van RD.")
        elif inside(table, WGS_RANGE):
            known = WGS84
        else:
            reason = "het coördinatenstelsel staat er niet in en de ligging zegt het niet"
            raise GrenzenWithoutCrsError(bestand=name, reden=reason)
    try:
        placed = (
            table if table.crs is not None else table.set_crs(crs if crs is not None else known)
        )
        moved = placed.to_crs(RD_NEW)
    except (ProjError, ValueError, TypeError, GEOSException) as error:
        raise GrenzenWithoutCrsError(bestand=name, reden=f"onbekend stelsel {crs}") from error
    if not inside(moved, RD_RANGE):
        reason = "de coördinaten liggen niet in Nederland; klopt het stelsel?"
        raise GrenzenWithoutCrsError(bestand=name, reden=reason)
    return moved, notes


def inside(table: gpd.GeoDataFrame, area: tuple[float, float, float, float]) -> bool:
    """Tell whether every shape lies inside west, east, south, north."""
    west, east, south, north = area
    box = table.total_bounds
    return bool(
        np.isfinite(box).all()
        and west <= box[0]
        and box[2] <= east
        and south <= box[1]
        and box[3] <= north
    )
