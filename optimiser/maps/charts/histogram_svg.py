"""How many gemeenten change by how much, as a small SVG for the screen."""

from math import log10

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from optimiser.maps.charts.svg import (
    FEWER,
    FLOOR,
    LEFT,
    MORE,
    RIGHT,
    SAME,
    TOP,
    frame,
    picture,
    titles,
)
from optimiser.teksten import signed, whole


def bins(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Count changes per 1.000 inhabitants in 31 equal steps around zero; the ends hold the rest.

    Returns
    -------
    tuple of numpy.ndarray
        Edges ``(32,)`` and counts ``(31,)``.

    Examples
    --------
    >>> edges, counts = bins(np.array([-9.0, 0.0, 0.0, 9.0]))
    >>> len(edges), counts[[0, 15, 30]].tolist()
    (32, [1, 2, 1])
    """
    reach = max(0.05, float(np.quantile(np.abs(values), 0.98)))
    edges = np.linspace(-reach, reach, 32)
    counts, _ = np.histogram(np.clip(values, -reach, reach), edges)
    return edges, counts


def histogram_svg(table: pd.DataFrame) -> str:
    """Draw how many gemeenten change by how many persons per 1.000 inhabitants.

    Parameters
    ----------
    table
        ``verschil_per_1000``; as ``compare.uitschieters.changes`` returns.

    Returns
    -------
    str
        An SVG of 580 by 460 pixels.
    """
    edges, counts = bins(table["verschil_per_1000"].astype(float).to_numpy())
    reach, most = float(edges[-1]), int(counts.max())
    step = 10 ** int(log10(most))
    step = next(s for s in (step / 5, step / 2, step, step * 2) if most / s <= 6)
    heights = range(0, most + 1, max(1, round(step)))

    def across(value: float) -> float:
        return LEFT + (value + reach) / (2 * reach) * (RIGHT - LEFT)

    def up(count: float) -> float:
        return FLOOR - count / (most * 1.05) * (FLOOR - TOP)

    ticks = [reach * part for part in (-1, -0.5, 0, 0.5, 1)]
    parts = [
        frame([(across(v), signed(v, 2)) for v in ticks], [(up(n), whole(n)) for n in heights]),
        titles("verandering per 1.000 inwoners (buitenste staven: dit of meer)", "gemeenten"),
    ]
    middle = len(counts) // 2
    for i, count in enumerate(counts):
        colour = SAME if i == middle else MORE if i > middle else FEWER
        left, right = across(float(edges[i])), across(float(edges[i + 1]))
        parts.append(
            f'<rect x="{left + 0.6:.1f}" y="{up(count):.1f}" width="{right - left - 1.2:.1f}" '
            f'height="{FLOOR - up(count):.1f}" fill="{colour}"/>'
        )
    parts.append(f'<path d="M{across(0):.1f} {TOP}V{FLOOR}" stroke="#333333"/>')
    return picture(parts)
