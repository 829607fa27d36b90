"""Objective stages as segments: units of one cost become one bounded variable of the LP.

What a unit costs is defined once, in ``optimiser.engine.costs``. Over a network
only the *order* of the unit costs decides which distribution is optimal (MODEL.md), so the LP
carries their ranks: whole numbers, hence whole dual values, and no float can choose.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np

from optimiser.lp.costs import Guessing, UnitCosts
from optimiser.lp.symbols import Cost, Face, Segment
from optimiser.problem import ModelInput

#: No unit cost is further from zero than this; the guess searches below it.
LEVEL = 1e7


def segments(
    data: ModelInput, costs: UnitCosts, face: Face, anchor: Sequence[int], reach: int
) -> Iterator[Segment]:
    """Cut every open gemeente into segments around its anchor.

    Parameters
    ----------
    costs
        The unit costs of the stage; flat ones are cut only where the cost changes.
    reach
        Curved costs: units one by one up to this distance, doubling beyond it.
    """
    for i, (low, high) in enumerate(zip(face.lower, face.upper, strict=True)):
        if low == high:
            continue
        here, doel = anchor[i], data.doel[i]
        flat = costs.breaks(i)
        cuts = _grid(low, here, high, reach) if flat is None else {low, here, high}
        cuts |= {cut for cut in (doel, *(flat or ())) if low < cut < high}
        for start, end in pairwise(sorted(cuts)):
            whole = flat is not None or end - start == 1
            if start >= here:
                cost = costs.unit(i, start)
                yield Segment(i, 1, end - start, cost, whole, start >= doel)
            else:
                cost = costs.unit(i, end - 1)
                yield Segment(i, -1, end - start, cost, whole, start >= doel)


def _grid(low: int, here: int, high: int, reach: int) -> set[int]:
    """Return the cuts around an anchor: every unit nearby, doubling steps further away.

    >>> sorted(_grid(0, 5, 20, 2))
    [0, 1, 3, 4, 5, 6, 7, 9, 13, 20]
    """
    steps = list(range(reach + 1))
    width = 2
    while steps[-1] < max(high - here, here - low):
        steps.append(steps[-1] + width)
        width *= 2
    return {max(low, here - s) for s in steps} | {min(high, here + s) for s in steps}


def ranks(costs: Sequence[Cost]) -> list[int]:
    """Give the distinct costs numbers 0, 1, 2, ... in ascending order; equal costs share a number.

    >>> ranks([5, -1, 5, 2])
    [2, 0, 2, 1]
    """
    order = sorted(range(len(costs)), key=lambda k: _key(costs[k]))
    result = [0] * len(costs)
    rank = 0
    for before, after in pairwise(order):
        rank += costs[before] != costs[after]
        result[after] = rank
    return result


def _key(cost: Cost) -> tuple[object, ...]:
    """Compare by float first: correctly rounded, so only equal floats need the exact number."""
    if isinstance(cost, tuple):
        return tuple(part for item in cost for part in _key(item))
    return (float(cost), cost) if isinstance(cost, (int, Fraction)) else (cost,)


def first_anchor(data: ModelInput, costs: UnitCosts, face: Face) -> tuple[int, ...]:
    """Guess the optimum: ``t`` for flat costs, a level filled per fixed group for curved ones.

    Only a guess: it decides where the segments are fine, never what is optimal.
    """
    lower = np.array(face.lower, dtype=float)
    upper = np.array(face.upper, dtype=float)
    group, sums = _innermost(data, face)
    low, high = np.full(len(sums), -LEVEL), np.full(len(sums), LEVEL)
    if not isinstance(costs, Guessing) or costs.is_flat:
        return tuple(np.clip(np.array(data.doel), face.lower, face.upper).tolist())
    for _ in range(60):
        level = (low + high) / 2
        filled = np.clip(costs.guess(level, group), lower, upper)
        short = np.bincount(group, filled, len(sums)) < sums
        low, high = np.where(short, level, low), np.where(short, high, level)
    filled = np.clip(costs.guess(high, group), lower, upper)
    return tuple(np.rint(filled).astype(int).tolist())


def _innermost(data: ModelInput, face: Face) -> tuple[np.ndarray, np.ndarray]:
    """Assign every gemeente to its smallest row with a fixed sum, or to the whole."""
    group = np.zeros(len(data.gm_codes), dtype=int)
    sums = [data.total]
    fixed = (row for row in face.rows if row.lower is not None and row.lower == row.upper)
    for row in sorted(fixed, key=lambda row: -len(row.members)):
        sums[group[row.members[0]]] -= row.lower or 0
        group[list(row.members)] = len(sums)
        sums.append(row.lower or 0)
    return group, np.array(sums, dtype=float)
