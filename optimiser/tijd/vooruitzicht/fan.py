"""Where the saldo goes if every half-year goes as one of those before.

``saldo' = (1 - rho) (saldo + T)`` for every sequence of the realisatiegraden seen. A handful of
half-years does not hold a change of regime; what the past missed is said beside every fan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np

#: More paths than this are thinned to evenly spaced ones of their order.
MOST_PATHS = 400_000
THINNED = 50_000


@dataclass(frozen=True, slots=True)
class FanStep:
    """The saldo at the end of one half-year over all sequences [personen]."""

    laagste: float
    tien: float
    midden: float
    negentig: float
    hoogste: float
    paths: int


def open_fan(
    saldo: float, taakstellingen: Sequence[int], graden: Sequence[float]
) -> tuple[FanStep, ...]:
    """Follow every sequence of past realisatiegraden.

    Parameters
    ----------
    saldo
        At the start [personen].
    taakstellingen
        Of the coming half-years [personen].
    graden
        Parts of the opgave housed in past half-years.

    Examples
    --------
    >>> step = open_fan(5586, [11000], [0.714, 0.814, 0.694, 0.810, 0.634])[0]
    >>> round(step.laagste), round(step.midden), round(step.hoogste)
    (3085, 4744, 6070)
    """
    if not len(graden):
        msg = "a fan needs half-years that are over"
        raise ValueError(msg)
    rests = 1 - np.array(graden)
    paths, found = np.array([float(saldo)]), []
    for number in taakstellingen:
        paths = np.sort(np.outer(paths + number, rests).ravel())
        count = len(paths)
        at = [min(count - 1, floor(part * count)) for part in (0.0, 0.1, 0.5, 0.9, 1.0)]
        lowest, ten, middle, ninety, top = (float(paths[k]) for k in at)
        found.append(FanStep(lowest, ten, middle, ninety, top, count))
        if count > MOST_PATHS:
            paths = paths[np.linspace(0, count - 1, THINNED).astype(int)]
    return tuple(found)
