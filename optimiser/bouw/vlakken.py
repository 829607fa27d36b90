"""From fine pixels to polygons that fit together without gaps or overlaps.

The lines between labels are noded once and built up to faces; so both neighbours have exactly
the same vertices along their border, which simplifying as a coverage needs.
"""

import numpy as np
import shapely
from numpy.typing import NDArray

from optimiser.bouw.ligging import IntArray, Ligging
from optimiser.bouw.raster import UP

Geometries = NDArray[np.object_]

#: Strength of the simplification [m].
TOLERANCE = 220.0
#: Detached parts smaller than this are dropped [m2].
SMALLEST_PART = 2.5e5
#: Coordinates are rounded to this [m].
PRECISION = 1.0


def _runs(labels: IntArray) -> NDArray[np.int64]:
    """List the horizontal lines between different labels as (row, from column, to column)."""
    padded = np.pad(labels, 1)
    above, below = padded[:-1, 1:-1], padded[1:, 1:-1]
    differs = np.pad(above != below, ((0, 0), (1, 1)))
    # A line also stops where the labels beside it change, so that every meeting point is a node.
    corner = np.zeros((labels.shape[0] + 1, labels.shape[1] + 1), dtype=bool)
    corner[:, 1:-1] = (above[:, 1:] != above[:, :-1]) | (below[:, 1:] != below[:, :-1])
    here = differs[:, 1:-1]
    starts = here & (~differs[:, :-2] | corner[:, :-1])
    ends = here & (~differs[:, 2:] | corner[:, 1:])
    row, first = np.nonzero(starts)
    last = np.nonzero(ends)[1]
    return np.column_stack([row, first, last + 1])


def border_lines(labels: IntArray) -> Geometries:
    """Draw every line between two labels, in raster coordinates (column, row)."""
    flat, steep = _runs(labels), _runs(np.ascontiguousarray(labels.T))
    horizontal = np.stack([flat[:, [1, 0]], flat[:, [2, 0]]], axis=1)
    vertical = np.stack([steep[:, [0, 1]], steep[:, [0, 2]]], axis=1)
    lines: Geometries = shapely.linestrings(np.concatenate([horizontal, vertical]).astype(float))
    return lines


def polygonise(labels: IntArray, ligging: Ligging, count: int) -> Geometries:
    """Build one geometry per label 1 .. ``count``, in RD [m]."""
    lines = shapely.get_parts(shapely.line_merge(shapely.union_all(border_lines(labels))))
    faces = shapely.get_parts(shapely.polygonize(lines))
    column, row = shapely.get_coordinates(shapely.point_on_surface(faces)).T
    label = labels[row.astype(int), column.astype(int)]
    merged = [shapely.coverage_union_all(faces[label == i]) for i in range(1, count + 1)]
    step = ligging.scale / UP
    west, north = ligging.x0 - ligging.scale / 2, ligging.y0 + ligging.scale / 2

    def to_rd(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack([west + step * points[:, 0], north - step * points[:, 1]])

    placed: Geometries = shapely.transform(np.array(merged), to_rd)
    return placed


def _large_parts(geometry: shapely.Geometry) -> shapely.Geometry:
    parts = sorted(shapely.get_parts(geometry), key=lambda part: -part.area)
    kept = parts[:1] + [part for part in parts[1:] if part.area > SMALLEST_PART]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


def simplify(geometries: Geometries) -> Geometries:
    """Simplify all borders together, drop specks, round to whole metres.

    Raises
    ------
    ValueError
        If gaps or overlaps appeared, or a geometry became empty or invalid.
    """
    if not shapely.coverage_is_valid(geometries):
        msg = "the polygons overlap before simplifying"
        raise ValueError(msg)
    simple = shapely.coverage_simplify(geometries, TOLERANCE)
    large = np.array([_large_parts(geometry) for geometry in simple])
    rounded: Geometries = shapely.set_precision(large, PRECISION, mode="pointwise")
    rounded = shapely.normalize(rounded)
    if not (shapely.coverage_is_valid(rounded) and shapely.is_valid(rounded).all()):
        msg = "simplifying broke the coverage"
        raise ValueError(msg)
    if shapely.is_empty(rounded).any():
        msg = "a gemeente disappeared"
        raise ValueError(msg)
    return rounded
