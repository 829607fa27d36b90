"""Where on the ground the raster lies: one scale and two offsets, fitted on places.

The picture is a plain scaling of RD: ``x = scale * column + x0`` and ``y = y0 - scale * row``.
A place inside its own gemeente costs nothing, outside it costs its distance in pixels.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import ndimage, optimize

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
#: Region to the first row and column of its window and the distances in it [pixels].
Windows = dict[int, tuple[int, int, FloatArray]]

#: RD box around the land of the Netherlands [m]: only a first guess.
RD_BOX = (13565.0, 306840.0, 278026.0, 619300.0)
#: One misplaced name must not pull the whole map [pixels].
FAR = 15.0
WINDOW = 40
FOLDS = 5
#: Rows and columns of the picture between the outermost borders drawn.
DRAWN = (2048, 1738)


@dataclass(frozen=True, slots=True)
class Ligging:
    """The position of the raster: ``scale`` [m per pixel], ``x0`` and ``y0`` [m, RD]."""

    scale: float
    x0: float
    y0: float

    def to_raster(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Turn RD [m] into rows and columns [pixels].

        >>> Ligging(100.0, 0.0, 1000.0).to_raster(np.array([250.0]), np.array([900.0]))
        (array([1.]), array([2.5]))
        """
        return (self.y0 - y) / self.scale, (x - self.x0) / self.scale


def first_guess() -> Ligging:
    """Lay what is drawn over the RD box of the country."""
    west, south, east, north = RD_BOX
    scale = ((east - west) / DRAWN[1] + (north - south) / DRAWN[0]) / 2
    return Ligging(scale, west - scale, north + scale)


def regions_at(near: IntArray, ligging: Ligging, x: FloatArray, y: FloatArray) -> IntArray:
    """Look up the region at each point; ``near`` holds the nearest region per pixel."""
    row, column = ligging.to_raster(x, y)
    last_row, last_column = near.shape[0] - 1, near.shape[1] - 1
    rows = np.clip(np.rint(row).astype(int), 0, last_row)
    columns = np.clip(np.rint(column).astype(int), 0, last_column)
    return np.asarray(near[rows, columns], dtype=np.int32)


def _windows(regions: IntArray, near: IntArray, gap: FloatArray, wanted: IntArray) -> Windows:
    """Distance to each wanted region in a window around it: region to (row, column, field)."""
    boxes = ndimage.find_objects(regions)
    result = {}
    for region in np.unique(wanted):
        rows, columns = boxes[region - 1]
        top, left = max(0, rows.start - WINDOW), max(0, columns.start - WINDOW)
        part = np.s_[top : rows.stop + WINDOW, left : columns.stop + WINDOW]
        outside = ~((near[part] == region) & (gap[part] <= 2))
        result[int(region)] = (top, left, ndimage.distance_transform_edt(outside))
    return result


def _distances(ligging: Ligging, places: pd.DataFrame, windows: Windows) -> FloatArray:
    row, column = ligging.to_raster(places["x"].to_numpy(), places["y"].to_numpy())
    region = places["region"].to_numpy()
    result = np.zeros(len(places))
    for number in np.unique(region):
        here = np.flatnonzero(region == number)
        top, left, field = windows[int(number)]
        at = [
            np.clip(row[here] - top, 0, field.shape[0] - 1),
            np.clip(column[here] - left, 0, field.shape[1] - 1),
        ]
        result[here] = ndimage.map_coordinates(field, at, order=1)
    return result


def _minimise(places: pd.DataFrame, windows: Windows, start: Ligging) -> Ligging:
    def shifted(step: FloatArray) -> Ligging:
        return Ligging(start.scale + step[0], start.x0 + 100 * step[1], start.y0 + 100 * step[2])

    def cost(step: FloatArray) -> float:
        return float(np.minimum(_distances(shifted(step), places, windows), FAR).sum())

    step = np.zeros(3)
    for _ in range(2):
        corners = step + np.array([[0, 0, 0], [0.4, 0, 0], [0, 6, 0], [0, 0, 6]])
        options = {"initial_simplex": corners, "xatol": 1e-3, "fatol": 1e-3, "maxiter": 800}
        step = optimize.minimize(cost, step, method="Nelder-Mead", options=options).x
    return shifted(step)


def fit_ligging(
    regions: IntArray, near: IntArray, gap: FloatArray, places: pd.DataFrame
) -> tuple[Ligging, FloatArray]:
    """Fit the position, five times on four fifths of the places, and average.

    Parameters
    ----------
    regions, near, gap
        The numbered regions, the nearest region of each pixel and how far that is [pixels].
    places
        Columns ``gm_code``, ``x``, ``y``.

    Returns
    -------
    ligging : Ligging
    held_out : numpy.ndarray
        Distance [pixels] of each place to its own gemeente under a fit that had not seen it.
    """
    start = first_guess()
    seen = places.assign(
        region=regions_at(near, start, places["x"].to_numpy(), places["y"].to_numpy())
    )
    usual = seen.groupby("gm_code")["region"].agg(lambda found: found.value_counts().index[0])
    seen = seen.assign(region=seen["gm_code"].map(usual))
    windows = _windows(regions, near, gap, seen["region"].to_numpy())
    order = np.random.default_rng(7).permutation(len(seen))
    fits, held_out = [], []
    for fold in np.array_split(order, FOLDS):
        rest = seen.drop(index=seen.index[fold])
        fits.append(_minimise(rest, windows, start))
        held_out.append(_distances(fits[-1], seen.iloc[fold], windows))
    mean = np.mean([(fit.scale, fit.x0, fit.y0) for fit in fits], axis=0)
    return Ligging(*map(float, mean)), np.concatenate(held_out)
