"""Units in the exact order of their costs: floats sort, fractions decide where floats touch."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from optimiser.engine.costs import Component, Floats

Whole = NDArray[np.int64]
#: Floats of a cost closer than this share of the largest are compared exactly; their own error
#: is below a twentieth of it.
NEARLY = 1e-14


def rank_units(part: Component, gemeente: Whole, unit: Whole) -> Whole:
    """Rank the exact cost of one component of each unit; equal costs share a number.

    >>> from optimiser.engine.costs import Part
    >>> third = Component(Part.EERLIJK, (1, 10), (0, 0), (3, 30))
    >>> rank_units(third, np.array([0, 1, 0]), np.array([2, 2, 1])).tolist()
    [1, 1, 0]
    """
    if part.is_flat and not part.step and len(gemeente) > len(part.slope):
        every = np.arange(len(part.slope))  # one cost per gemeente, whatever the unit
        return rank_units(part, every, 0 * every)[gemeente]
    value, error = _floats(part, gemeente, unit)
    order = np.argsort(value, kind="stable")
    rises = np.diff(value[order]) > error
    for start, end in _runs(~rises) if error else ():
        run = order[start:end].tolist()
        exact = {k: part.value(int(gemeente[k]), int(unit[k])) for k in run}
        run.sort(key=exact.__getitem__)
        order[start:end] = run
        rises[start : end - 1] = [exact[a] != exact[b] for a, b in pairwise(run)]
    result = np.empty(len(order), dtype=np.int64)
    result[order] = np.concatenate(([0], np.cumsum(rises)))
    return result


def rank_together(parts: Sequence[Component], gemeente: Whole, unit: Whole) -> Whole:
    """Rank the exact costs of units, component by component; equal ones share a number."""
    if len(parts) == 1:
        return rank_units(parts[0], gemeente, unit)
    keys = [_key(part, gemeente, unit) for part in parts]
    order = np.lexsort(keys[::-1])
    rises = np.any([np.diff(key[order]) != 0 for key in keys], axis=0)
    result = np.empty(len(order), dtype=np.int64)
    result[order] = np.concatenate(([0], np.cumsum(rises)))
    return result


def in_order(parts: Sequence[Component], gemeente: Whole, unit: Whole) -> Whole:
    """Return the positions of the units from the cheapest to the dearest, component by component.

    Parameters
    ----------
    parts
        As ``costs.components`` gives them.
    gemeente, unit
        Length m: which units.
    """
    return np.lexsort([_key(part, gemeente, unit) for part in reversed(parts)])


def _key(part: Component, gemeente: Whole, unit: Whole) -> Whole | Floats:
    """Return the cost of units as floats where those are exact, else their ranks."""
    value, error = _floats(part, gemeente, unit)
    return rank_units(part, gemeente, unit) if error else value


def _floats(part: Component, gemeente: Whole, unit: Whole) -> tuple[Floats, float]:
    """Return the cost as floats and how far two equal costs can lie apart; 0 if they are exact."""
    slope, offset = part.line
    start = offset[gemeente]
    rise = 0.0 * start if part.is_flat else slope[gemeente] * unit
    step = np.fromiter(part.step, np.int64, len(part.step))
    jump = part.jump * (unit >= step[gemeente]) if part.step else 0.0
    size = float(np.max(rise + np.abs(start) + jump, initial=1.0))
    return rise + start + jump, 0.0 if part.in_whole and size < 2**53 else NEARLY * size


def _runs(near: NDArray[np.bool_]) -> Iterable[tuple[int, int]]:
    """Return the stretches of neighbours that are near each other, as ``[start, end)``."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], near, [False])).astype(int)))
    return [(a, b + 1) for a, b in edges.reshape(-1, 2).tolist()]
