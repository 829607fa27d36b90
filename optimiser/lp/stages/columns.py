"""Which segments a stage writes down: the LP is told of the others only if they could matter.

Per set of gemeenten that the same rows hold, the cheapest unit up and the dearest unit down
settle its dual value; so a handful of columns proves an optimum of hundreds. The dual values price
what was left out, exactly, and what could do better is written down in the next round.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from optimiser.lp.stages.cut import Cut, Flags, Whole
from optimiser.lp.symbols import Row

#: Segments per direction and per set of rows, beyond those that close the sums.
NEAR = 1


def first_columns(cut: Cut, rows: Sequence[Row], fine: Flags) -> list[int]:
    """Choose the segments to start with.

    Parameters
    ----------
    cut
        All segments of the stage.
    rows
        Rows over the number itself.
    fine
        Per gemeente, whether all its segments are wanted: it was cut finer for a reason.

    Returns
    -------
    list of int
        Positions in the cut, ascending: per set of rows enough to close the row that is
        furthest off, and ``NEAR`` more in each direction. Only a guess: the dual values judge.
    """
    held, need = _held(cut, rows)
    key = 2 * held[cut.gemeente] + (cut.step > 0)
    order = np.lexsort((-cut.length, cut.step * cut.price, key))  # of equal cost, longest first
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    sizes = np.diff(starts, append=len(order))
    wanted = np.array([need.get(held, 0) for held in key[order[starts]].tolist()])
    length = cut.length[order]
    nearer = np.cumsum(length) - length  # persons in the segments before it
    nearer -= np.repeat(nearer[starts], sizes)
    closing = np.add.reduceat(nearer < np.repeat(wanted, sizes), starts, dtype=np.int64)
    place = np.arange(len(order)) - np.repeat(starts, sizes)
    near = place < np.repeat(closing + NEAR, sizes)
    chosen: list[int] = np.sort(order[near | fine[cut.gemeente[order]]]).tolist()
    return chosen


def _held(cut: Cut, rows: Sequence[Row]) -> tuple[Whole, dict[int, int]]:
    """Give every gemeente the number of its set of rows; tell how far each is from closing.

    Returns
    -------
    tuple
        Per gemeente the number of its set; and per twice that number, plus one for up, how many
        persons are wanted in that direction, where a row is off.
    """
    sets = [0] * len(cut.anchor)
    number: dict[tuple[int, int], int] = {}
    off: list[tuple[Row, int, int]] = []
    for position, row in enumerate(rows):
        base = 0
        for i in row.members:
            sets[i] = number.setdefault((sets[i], position), len(number) + 1)
            base += cut.anchor[i]
        if row.lower is not None and base < row.lower:
            off.append((row, row.lower - base, 1))
        if row.upper is not None and base > row.upper:
            off.append((row, base - row.upper, 0))
    need: dict[int, int] = defaultdict(int)
    for row, wanted, up in off:
        for held in {2 * sets[i] + up for i in row.members}:
            need[held] = max(need[held], wanted)
    return np.array(sets), need
