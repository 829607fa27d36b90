"""Peak against waiting: what a lower peak costs the people in the queue."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from optimiser.lp.jaren.tube import Tube
from optimiser.tijd.gladstrijken.peak import announce_under_peak, find_lowest_peak
from optimiser.tijd.gladstrijken.queue import Rijverloop, follow_queue


class ParetoPoint(NamedTuple):
    """One peak and the least waiting under it."""

    piek: int
    verloop: Rijverloop


def trace_pareto(
    tube: Tube, *, norm_weken: int = 14, peaks: Sequence[int] | None = None, points: int = 17
) -> tuple[ParetoPoint, ...]:
    """Return the least waiting for each peak, from the lowest possible to that of no queue.

    Parameters
    ----------
    peaks
        Peaks to try; default ``points`` of them, evenly spread.

    Raises
    ------
    PeakTooLowError
        If a peak of ``peaks`` cannot be held.
    """
    if peaks is None:
        low = ceil(find_lowest_peak(tube))
        high = max(low, max(announce_under_peak(tube, tube.upper[-1])))
        step = max(1, ceil((high - low) / (points - 1)))
        peaks = [*range(low, high, step), high]
    found = []
    for peak in peaks:
        numbers = announce_under_peak(tube, peak)
        course = follow_queue(
            numbers, tube.instroom, tube.begin, vorige=tube.vorige, norm_weken=norm_weken
        )
        found.append(ParetoPoint(peak, course))
    return tuple(found)
