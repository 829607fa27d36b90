"""Objective stages as segments: units of one cost become one bounded variable of the LP.

What a unit costs is defined once, in ``optimiser.engine.costs``. Over a network
only the *order* of the unit costs decides which distribution is optimal (MODEL.md), so the LP
carries their ranks: whole numbers, hence whole dual values, and no float can choose.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np

from optimiser.engine.costs import Component
from optimiser.lp.costs import UnitCosts, components_of
from optimiser.lp.symbols import Cost, Face, Segment, Whole, whole
from optimiser.problem import ModelInput

#: After so many halvings hardly more than units of equal cost lie between the ends.
BISECTIONS = 45


def segments(
    data: ModelInput,
    costs: UnitCosts,
    face: Face,
    anchor: Sequence[int],
    reach: Sequence[int],
    *,
    budget: bool = True,
) -> Iterator[Segment]:
    """Cut every open gemeente into segments around its anchor.

    Parameters
    ----------
    costs
        The unit costs of the stage; flat ones are cut only where the cost changes.
    reach
        Curved costs, per gemeente: units one by one up to this distance, doubling beyond it;
        0 for one segment on either side, priced at its first unit.
    budget
        Whether a row may count what comes on top of ``t``: then ``t`` is always a cut.
    """
    for i, (low, high) in enumerate(zip(face.lower, face.upper, strict=True)):
        if low == high:
            continue
        here, doel = anchor[i], data.doel[i]
        flat = costs.breaks(i)
        fine = flat is None and reach[i]
        cuts = grid(low, here, high, reach[i]) if fine else {low, here, high}
        cuts |= {cut for cut in ((doel,) if budget else ()) if low < cut < high}
        cuts |= {cut for cut in flat or () if low < cut < high}
        for start, end in pairwise(sorted(cuts)):
            whole = flat is not None or end - start == 1
            if start >= here:
                cost = costs.unit(i, start)
                yield Segment(i, 1, end - start, cost, whole, start >= doel)
            else:
                cost = costs.unit(i, end - 1)
                yield Segment(i, -1, end - start, cost, whole, start >= doel)


def grid(low: int, here: int, high: int, reach: int) -> set[int]:
    """Return the cuts around an anchor: every unit nearby, doubling steps further away.

    >>> sorted(grid(0, 5, 20, 2))
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
    if all(type(cost) is int for cost in costs):
        number = {cost: rank for rank, cost in enumerate(sorted(set(costs)))}
        return [number[cost] for cost in costs]
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
    """Guess the optimum: near ``t`` for flat costs, a level filled per fixed group for curved ones.

    The jumps of flat costs decide on which side of them that is, the most important first.
    Only a guess: it decides where the segments are fine, never what is optimal.
    """
    parts, (lower, upper) = components_of(costs), face.box
    group, sums = _innermost(data, face)
    for part in (part for part in parts if part.step):
        lower, upper = _beside(part, (lower, upper), group, sums)
    if not parts or not all(parts[-1].slope):
        return tuple(np.clip(whole(data.doel), lower, upper).tolist())
    slope, offset = parts[-1].line

    def filled(level: np.ndarray) -> np.ndarray:
        """Count the units that cost at most the level of their group."""
        units: np.ndarray = ((level[group] - offset) / slope + 1).astype(int)
        clipped: np.ndarray = np.minimum(np.maximum(units, lower), upper)
        return clipped

    low, high = np.zeros(len(sums)), np.zeros(len(sums))
    np.minimum.at(low, group, slope * lower + offset - 1)
    np.maximum.at(high, group, slope * upper + offset + 1)
    least, most = lower, upper
    for _ in range(BISECTIONS):
        if (most - least).max() <= 1:
            break
        level = (low + high) / 2
        units = filled(level)
        over = np.bincount(group, units, len(sums)) - sums
        low, high = np.where(over < 0, level, low), np.where(over < 0, high, level)
        over = over[group]  # a level that gives the sum leaves nothing to choose
        least, most = np.where(over <= 0, units, least), np.where(over >= 0, units, most)
    return _rounded((least, most), np.lexsort((slope * least + offset, group)), group, sums)


def _beside(
    part: Component, box: tuple[Whole, Whole], group: Whole, sums: np.ndarray
) -> tuple[Whole, Whole]:
    """Narrow a box to the jumps of a flat cost, or to the side of them on which a sum lies."""
    lower, upper = box
    at = np.clip(whole(part.step), lower, upper)
    over = (np.bincount(group, at, len(sums)) - sums)[group]
    return np.where(over > 0, lower, at), np.where(over < 0, upper, at)


def _rounded(
    ends: tuple[Whole, Whole], order: Whole, group: Whole, sums: np.ndarray
) -> tuple[int, ...]:
    """Fill every group up to its sum with units between the ends, the cheapest first."""
    least, most = ends
    spare = (most - least)[order]
    before = np.cumsum(spare) - spare
    first = np.searchsorted(group[order], np.arange(len(sums)))
    need = (sums - np.bincount(group, least, len(sums)))[group[order]]
    own = before - np.append(before, 0)[first][group[order]]
    x = least.copy()
    x[order] += np.clip(need - own, 0, spare).astype(int)
    return tuple(x.tolist())


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
