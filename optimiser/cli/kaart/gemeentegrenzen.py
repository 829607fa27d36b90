"""Borders of the user's own for ``taakstelling kaart``."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import printing
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from optimiser.maps import MapGeometry


Stelsel = Annotated[
    str | None,
    typer.Option(
        metavar="EPSG",
        help="Coördinatenstelsel van eigen grenzen, als het bestand het niet zegt: 28992 (RD) of "
        "4326 (lengte en breedte).",
    ),
]
Laag = Annotated[
    str | None, typer.Option(metavar="NAAM", help="Kaartlaag van eigen grenzen, als er meer zijn.")
]


@dataclass(frozen=True, slots=True)
class OwnBorders:
    """The user's borders as the command was given them.

    Attributes
    ----------
    path
        The file.
    stelsel, laag
        Coordinates and layer, where the user says which.
    """

    path: Path
    stelsel: str | None = None
    laag: str | None = None


def own_borders(path: Path | None, stelsel: str | None, laag: str | None) -> OwnBorders | None:
    """Return what the options say together.

    Raises
    ------
    WrongUsageError
        If a coordinate system or layer is named without borders.
    """
    if path is None:
        if stelsel is not None or laag is not None:
            reason = "--stelsel en --laag horen bij --grenzen."
            raise WrongUsageError(reden=reason, opdracht="taakstelling kaart")
        return None
    return OwnBorders(path, stelsel, laag)


def borders(own: OwnBorders | None, codes: "pd.Index") -> "gpd.GeoDataFrame":
    """Return the user's borders, told what is odd about them, or the embedded ones."""
    if own is None:
        from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen

        return read_gemeentegrenzen()
    from optimiser.io.gemeentegrenzen.own import read_own_grenzen

    crs = f"EPSG:{own.stelsel}" if (own.stelsel or "").isdigit() else own.stelsel
    found = read_own_grenzen(own.path, expected=list(codes), crs=crs, layer=own.laag)
    for note in found.meldingen:
        printing.remark(note)
    return found.grenzen


def geometry(own: OwnBorders | None, codes: "pd.Index") -> "MapGeometry | None":
    """Return the user's borders to draw with, None for the embedded ones."""
    if own is None:
        return None
    from optimiser.maps import embedded_geometry, map_geometry

    known = embedded_geometry()
    names = dict(zip(known.codes, known.namen, strict=True))
    table = borders(own, codes)
    return map_geometry(table.assign(gemeente=[names.get(c, str(c)) for c in table.index]))
