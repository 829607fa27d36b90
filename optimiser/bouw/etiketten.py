"""Which gemeente each region of the raster is: by its places, then anchors, then by hand."""

from typing import Any

import numpy as np
import pandas as pd
from scipy import ndimage

from optimiser.bouw.bronnen import to_rd
from optimiser.bouw.ligging import FloatArray, IntArray, Ligging, regions_at

Labels = dict[int, str]

#: A place further from its region than this says nothing about it [pixels].
NEARBY = 3
#: Specks smaller than this are matched only when nothing larger is near [pixels].
SPECK = 10


def _agree(labels: Labels, region: int, gm_code: str) -> None:
    if labels.setdefault(region, gm_code) != gm_code:
        msg = f"region {region} is {labels[region]}, yet {gm_code} claims it"
        raise ValueError(msg)


def label_by_places(
    near: IntArray, gap: FloatArray, ligging: Ligging, places: pd.DataFrame
) -> Labels:
    """Label the regions that hold a place whose gemeente is known.

    Raises
    ------
    ValueError
        If two places in one region contradict each other.
    """
    x, y = places["x"].to_numpy(), places["y"].to_numpy()
    row, column = (np.rint(part).astype(int) for part in ligging.to_raster(x, y))
    labels: Labels = {}
    for region, gm_code, distance in zip(
        regions_at(near, ligging, x, y), places["gm_code"], gap[row, column], strict=True
    ):
        if distance <= NEARBY:
            _agree(labels, int(region), str(gm_code))
    return labels


def label_by_anchors(
    labels: Labels, near: IntArray, ligging: Ligging, anchors: pd.DataFrame
) -> Labels:
    """Add the gemeenten that only an anchor names; of namesakes the first that is free.

    Parameters
    ----------
    anchors
        ``gm_code``, ``x``, ``y``; candidates of one gemeente in order of preference.

    Raises
    ------
    ValueError
        If no candidate of a gemeente lies in a free region.
    """
    result = dict(labels)
    for gm_code, rows in anchors.groupby("gm_code", sort=False):
        found = regions_at(near, ligging, rows["x"].to_numpy(), rows["y"].to_numpy())
        free = [int(region) for region in found if result.get(int(region), gm_code) == gm_code]
        if not free:
            msg = f"no free region for {gm_code} ({rows['plaats'].iloc[0]})"
            raise ValueError(msg)
        result[free[0]] = str(gm_code)
    return result


def label_loose_parts(
    labels: Labels, regions: IntArray, ligging: Ligging, points: list[tuple[float, float, str]]
) -> Labels:
    """Add the detached parts named by hand; the region with the nearest centre is meant.

    Raises
    ------
    ValueError
        If that region is another gemeente already.
    """
    sizes = np.bincount(regions.ravel())[1:]
    centres = np.array(ndimage.center_of_mass(regions > 0, regions, range(1, len(sizes) + 1)))
    result = dict(labels)
    for x, y, gm_code in points:
        row, column = ligging.to_raster(np.array(x), np.array(y))
        distance = np.hypot(centres[:, 0] - row, centres[:, 1] - column)
        _agree(result, int(np.argmin(distance + np.where(sizes < SPECK, 50, 0))) + 1, gm_code)
    return result


def points_by_hand(handwerk: dict[str, Any], gemeenten: pd.DataFrame) -> pd.DataFrame:
    """List the anchors given as coordinates, in the form of ``plaatsen.anchor_points``."""
    code_of = {name: str(code) for code, name in gemeenten["gemeente"].items()}
    rows = [
        (code_of[gemeente], gemeente, 0, latitude, longitude)
        for gemeente, (latitude, longitude) in handwerk["ankerpunten"].items()
    ]
    columns = ["gm_code", "plaats", "inwoners", "lat", "lon"]
    return to_rd(pd.DataFrame(rows, columns=columns))[["gm_code", "plaats", "inwoners", "x", "y"]]
