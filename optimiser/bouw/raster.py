"""From the picture to one label per fine pixel: regions, land, borders in between.

The picture shows land in light grey with dark border lines of about two pixels. Regions are
what lies between the lines; afterwards they grow towards each other until they meet on the
darkest line, on a raster four times as fine.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from optimiser.bouw.ligging import FloatArray, IntArray

BoolArray = NDArray[np.bool_]
Scalar = TypeVar("Scalar", np.bool_, np.int32)

#: Fine pixels per pixel, in each direction.
UP = 4
#: The true coast is the middle of the line drawn there, so land grows by half a line [pixels].
HALF_LINE = 0.9
#: Smaller holes in the land are drawing errors or lakes: filled [pixels]. The largest is a doubled
#: line south of De Wolden; the next, Baarle-Hertog, is truly not Dutch.
HOLE = 60
#: Smaller loose fragments of a gemeente are drawing errors: given to a neighbour [pixels].
FRAGMENT = 12
#: Regions smaller than this do not attract places [pixels].
SMALL_REGION = 200


def find_core(picture: NDArray[np.uint8]) -> BoolArray:
    """Tell which pixels are certainly land and not a line: opaque and light."""
    return (picture[..., 3] >= 250) & (picture[..., 0] >= 165)


def number_regions(core: BoolArray) -> tuple[IntArray, IntArray, FloatArray]:
    """Give each region between the lines a number.

    Returns
    -------
    regions : numpy.ndarray
        0 outside the core, otherwise the number of the region (neighbours share an edge).
    near : numpy.ndarray
        Number of the nearest region that is not tiny.
    gap : numpy.ndarray
        Distance to it [pixels].
    """
    regions, _ = ndimage.label(core)
    large = np.bincount(regions.ravel()) >= SMALL_REGION
    large[0] = False
    gap, (row, column) = ndimage.distance_transform_edt(~large[regions], return_indices=True)
    return regions.astype(np.int32), regions[row, column].astype(np.int32), gap


def _finer(values: NDArray[np.float32]) -> NDArray[np.float32]:
    rows, columns = values.shape
    picture = Image.fromarray(values).resize((columns * UP, rows * UP), Image.Resampling.BICUBIC)
    return np.array(picture)


def _repeat(values: NDArray[Scalar]) -> NDArray[Scalar]:
    return values.repeat(UP, axis=0).repeat(UP, axis=1)


def find_land(core: BoolArray, alpha: NDArray[np.uint8]) -> BoolArray:
    """Find the land on the fine raster: the core grown by half a line, small holes filled."""
    fine = _repeat(core)
    land = (ndimage.distance_transform_edt(~fine) <= HALF_LINE * UP) & (
        _finer(alpha.astype(np.float32)) > 100
    )
    holes, _ = ndimage.label(~land)
    small = np.bincount(holes.ravel()) < HOLE * UP * UP
    small[0] = False
    return np.asarray(land | small[holes], dtype=bool)


def grow(seeds: IntArray, picture: NDArray[np.uint8], land: BoolArray) -> IntArray:
    """Let the labelled regions grow over the land until they meet on the darkest line.

    Parameters
    ----------
    seeds
        Label per pixel of the picture, 0 where unknown.
    picture
        The picture, for its darkness.
    land
        Land on the fine raster.

    Returns
    -------
    numpy.ndarray
        Label per fine pixel, 0 in the water.
    """
    from skimage.segmentation import watershed

    grey, alpha = picture[..., 0].astype(np.float32), picture[..., 3]
    dark = np.where(alpha > 0, 255 - grey, 255 - 110).astype(np.float32)
    return np.asarray(watershed(_finer(dark), _repeat(seeds), mask=land), dtype=np.int32)


def _fragments(labels: IntArray) -> BoolArray:
    """Mark the parts of each label that are too small to be real."""
    loose = np.zeros(labels.shape, dtype=bool)
    for number, box in enumerate(ndimage.find_objects(labels), 1):
        if box is None:
            continue
        parts, count = ndimage.label(labels[box] == number)
        if count > 1:
            sizes = np.bincount(parts.ravel())
            sizes[0] = 0
            tiny = sizes < FRAGMENT * UP * UP
            tiny[0] = tiny[sizes.argmax()] = False
            loose[box] |= tiny[parts]
    return loose


def clean(labels: IntArray) -> IntArray:
    """Give small fragments to the neighbour around them; drop specks in the water."""
    loose = _fragments(labels)
    kept = np.where(loose, 0, labels).astype(np.int32)
    hole = (kept == 0) & (labels > 0)
    if not hole.any():
        return kept
    numbers, count = ndimage.label(hole)
    touching = np.zeros(count + 1, dtype=bool)
    touching[np.unique(numbers[(ndimage.grey_dilation(kept, size=3) > 0) & hole])] = True
    touching[0] = False
    row, column = ndimage.distance_transform_edt(
        kept == 0, return_distances=False, return_indices=True
    )
    fill = touching[numbers]
    kept[fill] = kept[row, column][fill]
    return kept
