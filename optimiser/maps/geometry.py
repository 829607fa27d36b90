"""Shapes ready to draw: polygons as paths, made once and used for every map."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from matplotlib.path import Path
from numpy.typing import NDArray

RD_NEW = "EPSG:28992"
#: Width of a tile [m]: 342 of them are together as large as the land they stand for.
TILE_WIDTH = 10_900.0


class View(StrEnum):
    """A map, or one equal hexagon per gemeente."""

    KAART = "kaart"
    TEGEL = "tegel"


@dataclass(frozen=True)
class MapGeometry:
    """The gemeenten of one view.

    Attributes
    ----------
    codes, namen
        One per gemeente, codes ascending.
    shapes
        Polygons [m]; RD for a map, own units for tiles.
    view
        Which of the two.
    bron
        Attribution of the borders, empty for borders of the user's own.
    vervallen
        Codes of gemeenten that no longer exist: values of those are refused.
    """

    codes: tuple[str, ...]
    namen: tuple[str, ...]
    shapes: NDArray[np.object_]
    view: View
    bron: str = ""
    vervallen: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """One compound path per gemeente."""
        return tuple(to_path(shape) for shape in self.shapes)

    @cached_property
    def middles(self) -> tuple[tuple[float, float], ...]:
        """The middle of the widest part of each gemeente: where its circle or its name stands."""
        return tuple(label_point(shape) for shape in self.shapes)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of all shapes."""
        west, south, east, north = shapely.total_bounds(self.shapes)
        return float(west), float(south), float(east), float(north)

    @cached_property
    def coast(self) -> Path:
        """The outline of the country, with the holes in it."""
        return to_path(shapely.boundary(_joined(self.shapes)))

    @cached_property
    def _borders(self) -> dict[tuple[str, ...], Path]:
        return {}

    def borders(self, regio: pd.Series) -> Path:
        """Return the lines between regions, without the coast; computed once per grouping.

        Parameters
        ----------
        regio
            Index ``gm_code``: name of the region; a gemeente in none counts as one of its own.
        """
        names = regio.reindex(list(self.codes)).astype("object")
        key = tuple(str(code) if pd.isna(name) else f"={name}" for code, name in names.items())
        if key not in self._borders:
            self._borders[key] = _inner_lines(self.shapes, np.array(key))
        return self._borders[key]


def map_geometry(
    grenzen: gpd.GeoDataFrame, bron: str = "", vervallen: Collection[str] = ()
) -> MapGeometry:
    """Prepare borders for drawing.

    Parameters
    ----------
    grenzen
        Index ``gm_code``, CRS EPSG:28992; ``gemeente`` if names are known.
    bron
        Attribution; empty for borders of the user's own.
    vervallen
        Codes that no longer exist.

    Raises
    ------
    ValueError
        If the CRS is not RD New.
    """
    if grenzen.crs != RD_NEW:
        msg = f"expected {RD_NEW}, got {grenzen.crs}"
        raise ValueError(msg)
    ordered = grenzen.sort_index()
    codes = tuple(str(code) for code in ordered.index)
    names = ordered.get("gemeente", ordered.index)
    shapes = ordered.geometry.to_numpy()
    return MapGeometry(
        codes, tuple(map(str, names)), shapes, View.KAART, bron, frozenset(vervallen)
    )


def tile_geometry(
    tegels: pd.DataFrame, bron: str = "", vervallen: Collection[str] = ()
) -> MapGeometry:
    """Prepare hexagons for drawing.

    Parameters
    ----------
    tegels
        Index ``gm_code``; ``gemeente``, ``kolom``, ``rij`` (odd rows half a tile to the right).
    """
    ordered = tegels.sort_index()
    rows = ordered["rij"].to_numpy(dtype=int)
    # Corners on a whole-number grid, so that neighbours share exactly the same points.
    x = 2 * ordered["kolom"].to_numpy(dtype=int) + rows % 2
    y = 3 * (rows.max() - rows)
    corners = np.array([(0, 2), (1, 1), (1, -1), (0, -2), (-1, -1), (-1, 1)])
    grid = np.stack([x[:, None] + corners[:, 0], y[:, None] + corners[:, 1]], axis=-1)
    half, quarter = TILE_WIDTH / 2, TILE_WIDTH / (2 * np.sqrt(3))
    shapes = shapely.polygons(grid * np.array([half, quarter]))
    codes, names = map(str, ordered.index), map(str, ordered["gemeente"])
    return MapGeometry(tuple(codes), tuple(names), shapes, View.TEGEL, bron, frozenset(vervallen))


def label_point(shape: shapely.Geometry) -> tuple[float, float]:
    """Find the middle of the widest part of a gemeente."""
    part = max(shapely.get_parts(shape), key=lambda piece: piece.area)
    circle = shapely.maximum_inscribed_circle(part, tolerance=200.0)
    point = shapely.get_coordinates(circle)[0]
    return float(point[0]), float(point[1])


def to_path(shape: shapely.Geometry) -> Path:
    """Turn polygons or lines into one path; rings are closed, lines stay open."""
    points: list[NDArray[np.float64]] = []
    codes: list[NDArray[np.uint8]] = []
    # Normalised: holes run against the outer ring, which is how a path knows them.
    for part in shapely.get_parts(shapely.normalize(shape)):
        rings = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        for ring in rings:
            line = shapely.get_coordinates(ring)
            code = np.full(len(line), Path.LINETO, dtype=np.uint8)
            code[0] = Path.MOVETO
            if part.geom_type == "Polygon":
                code[-1] = Path.CLOSEPOLY
            points.append(line)
            codes.append(code)
    if not points:
        return Path(np.empty((0, 2)))
    return Path(np.concatenate(points), np.concatenate(codes))


def _joined(shapes: NDArray[np.object_]) -> shapely.Geometry:
    """Join shapes: quickly if they fit together exactly, as the embedded borders do."""
    coverage = bool(shapely.coverage_is_valid(shapes))
    return shapely.coverage_union_all(shapes) if coverage else shapely.union_all(shapes)


def _inner_lines(shapes: NDArray[np.object_], regions: NDArray[np.str_]) -> Path:
    joined = np.array([_joined(shapes[regions == name]) for name in np.unique(regions)])
    lines = shapely.union_all(shapely.boundary(joined))
    coast = shapely.boundary(_joined(joined))
    return to_path(shapely.line_merge(shapely.difference(lines, coast)))
