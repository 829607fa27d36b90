"""The embedded gemeenten ready to draw: read, checked and prepared once per process."""

from functools import cache

from optimiser.io.gemeentegrenzen.embedded import (
    grenzen_bron,
    read_gemeentegrenzen,
    read_tegelkaart,
)
from optimiser.io.tables import read_herindelingen
from optimiser.maps.geometry import MapGeometry, View, map_geometry, tile_geometry


@cache
def embedded_geometry(view: View = View.KAART) -> MapGeometry:
    """Return the 342 gemeenten of 2023-2025 as a map or as tiles.

    Values of gemeenten that ceased to exist since 2018 are refused when drawn.

    >>> len(embedded_geometry(View.TEGEL).codes)
    342
    """
    old = set(read_herindelingen()["oude_gm_code"])
    if view is View.TEGEL:
        tiles = read_tegelkaart()
        return tile_geometry(tiles, grenzen_bron(), old - set(tiles.index))
    borders = read_gemeentegrenzen()
    return map_geometry(borders, grenzen_bron(), old - set(borders.index))
