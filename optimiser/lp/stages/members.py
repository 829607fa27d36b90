"""Rows as columns: which gemeente stands in which row, for arithmetic on all of them at once."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from optimiser.lp.symbols import Whole


def spread(members: Sequence[Sequence[int]]) -> tuple[Whole, Whole]:
    """Return each gemeente of each row, and beside it the number of that row.

    >>> [column.tolist() for column in spread([(4, 7), (1,)])]
    [[4, 7, 1], [0, 0, 1]]
    """
    sizes = [len(one) for one in members]
    gemeente = np.fromiter(chain.from_iterable(members), np.int64, sum(sizes))
    return gemeente, np.repeat(np.arange(len(sizes)), sizes)
