"""Which segments a stage writes down: the LP is told of the others only if they could matter.

Per set of gemeenten that the same rows hold, the cheapest unit up and the dearest unit down
settle its dual value; so a handful of columns proves an optimum of hundreds. The dual values price
what was left out, exactly, and what could do better is written down in the next round.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from optimiser.lp.stages.cut import Cut, Flags
from optimiser.lp.stages.members import spread
from optimiser.lp.symbols import Row, Whole, whole

#: Odd, and as good as random in every bit: Steele, Lea and Flood, "Fast splittable pseudorandom
#: number generators" (2014), as is the step of the golden ratio between rows.
SCATTER = 0xBF58476D1CE4E5B9
GOLDEN = 0x9E3779B97F4A7C15
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
    cost = cut.step * cut.price
    cost += key * (2 * int(cut.price.max()) + 1)  # first by set and direction, then by cost
    order = np.lexsort((-cut.length, cost))  # of equal cost, longest first
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    sizes = np.diff(starts, append=len(order))
    wanted = need[key[order[starts]]]
    length = cut.length[order]
    nearer = np.cumsum(length) - length  # persons in the segments before it
    nearer -= np.repeat(nearer[starts], sizes)
    closing = np.add.reduceat(nearer < np.repeat(wanted, sizes), starts, dtype=np.int64)
    last = starts + np.maximum(closing, 1) - 1
    # One that is used in part sets the dual value of its set: no further ones are needed there.
    partly = (closing > 0) & (nearer[last] + length[last] > wanted)
    settled = np.zeros(len(need) // 2, dtype=bool)
    settled[key[order[starts[partly]]] // 2] = True
    more = np.where(settled[key[order[starts]] // 2], 0, NEAR)
    place = np.arange(len(order)) - np.repeat(starts, sizes)
    near = place < np.repeat(closing + more, sizes)
    chosen: list[int] = np.sort(order[near | fine[cut.gemeente[order]]]).tolist()
    return chosen


def _held(cut: Cut, rows: Sequence[Row]) -> tuple[Whole, Whole]:
    """Give every gemeente the number of its set of rows; tell how far each is from closing.

    Returns
    -------
    tuple
        Per gemeente the number of its set; and per twice that number, plus one for up, how many
        persons are wanted in that direction, where a row is off.
    """
    gemeente, row_of = spread([row.members for row in rows])
    anchor = whole(cut.anchor)
    base = np.zeros(len(rows), dtype=np.int64)
    np.add.at(base, row_of, anchor[gemeente])
    sums = base.tolist()
    sides = list(zip(rows, sums, strict=True))
    short = [0 if row.lower is None else max(0, row.lower - at) for row, at in sides]
    over = [0 if row.upper is None else max(0, at - row.upper) for row, at in sides]
    sets = np.zeros(len(anchor), dtype=np.int64)
    sets[gemeente] = row_of + 1
    if np.count_nonzero(sets) < len(gemeente):  # somebody stands in several rows
        key = np.zeros(len(anchor), dtype=np.uint64)
        np.add.at(key, gemeente, _marks(len(rows))[row_of])
        sets = np.unique(key, return_inverse=True)[1]
    need = np.zeros(2 * (int(sets.max()) + 1), dtype=np.int64)
    np.maximum.at(need, 2 * sets[gemeente], np.array(over)[row_of])
    np.maximum.at(need, 2 * sets[gemeente] + 1, np.array(short)[row_of])
    return sets, need


def _marks(count: int) -> npt.NDArray[np.uint64]:
    """Return a number per row whose sums tell sets of rows apart; a clash costs a round at most."""
    number = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GOLDEN)
    mixed: npt.NDArray[np.uint64] = (number ^ (number >> np.uint64(31))) * np.uint64(SCATTER)
    return mixed
