"""Borders of the user's own for ``taakstelling kaart``."""

from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import printing

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from optimiser.maps import MapGeometry


def borders(own: Path | None, codes: "pd.Index") -> "gpd.GeoDataFrame":
    """Return the user's borders, told what is odd about them, or the embedded ones."""
    if own is None:
        from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen

        return read_gemeentegrenzen()
    from optimiser.io.gemeentegrenzen.own import read_own_grenzen

    found = read_own_grenzen(own, expected=list(codes))
    for note in found.meldingen:
        printing.remark(note)
    return found.grenzen


def geometry(own: Path | None, codes: "pd.Index") -> "MapGeometry | None":
    """Return the user's borders to draw with, None for the embedded ones."""
    if own is None:
        return None
    from optimiser.maps import embedded_geometry, map_geometry

    known = embedded_geometry()
    names = dict(zip(known.codes, known.namen, strict=True))
    table = borders(own, codes)
    return map_geometry(table.assign(gemeente=[names.get(c, str(c)) for c in table.index]))
