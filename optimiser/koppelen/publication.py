"""What everybody may see: size bands by area, small cells left out, also against subtraction.

Printed are the open cells and the totals of rows and columns. A cell of one to four households is
left out, and cells beside it, until every hidden cell stands in a rectangle of hidden cells that
may shift by ``SMALLEST`` or more without any printed number changing. Where that cannot be, or a
total itself is under five, nothing is printed.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from optimiser.koppelen.bezetting import Bezetting

#: Fewer households than this are not published.
SMALLEST = 5
#: Bands of household sizes: name, smallest and largest [personen].
BANDEN = (("1", 1, 1), ("2-3", 2, 3), ("4-5", 4, 5), ("6 of meer", 6, 99))
Counts = NDArray[np.int64]
Hidden = NDArray[np.bool_]
_Cell = tuple[int, int]


def band_counts(per_area: Mapping[str, Mapping[int, int]]) -> Counts:
    """Return households per area (row) and band (column).

    >>> band_counts({"Noord": {1: 7, 2: 3, 3: 4, 8: 1}}).tolist()
    [[7, 7, 0, 1]]
    """
    rows = [
        [sum(n for s, n in sizes.items() if low <= s <= high) for _, low, high in BANDEN]
        for sizes in per_area.values()
    ]
    return np.array(rows, dtype=np.int64).reshape(len(per_area), len(BANDEN))


def hidden_cells(counts: Counts) -> Hidden | None:
    """Return which cells are not printed beside the totals of rows and columns.

    Parameters
    ----------
    counts
        Households per area and band, whole and not negative.

    Returns
    -------
    numpy.ndarray or None
        True where hidden; None where the table cannot be printed at all.

    Examples
    --------
    The 3 is hidden; so that no sum gives it away, three others are too.

    >>> hidden_cells(np.array([[3, 20, 9], [30, 40, 50]])).tolist()
    [[True, False, True], [True, False, True]]
    >>> hidden_cells(np.array([[3, 0], [0, 40]])) is None
    True
    """
    totals = [*counts.sum(axis=0), *counts.sum(axis=1)]
    if any(0 < total < SMALLEST for total in totals):
        return None
    hidden = (counts > 0) & (counts < SMALLEST)
    while loose := [cell for cell in _cells(hidden) if not _safe(counts, hidden, cell)]:
        best = _cover(counts, hidden, loose[0])
        if best is None:
            return None
        for cell in best:
            hidden[cell] = True
    return hidden


def has_small(rows: Iterable[Bezetting]) -> bool:
    """Tell whether a count of households that a picture shows is under ``SMALLEST``.

    >>> has_small([Bezetting(None, 9, 5, 0, 0)]), has_small([Bezetting(None, 9, 5, 4, 0)])
    (False, True)
    """
    shown = [n for row in rows for n in (row.eigen, row.doorgeschoven, row.tekort)]
    return any(0 < count < SMALLEST for count in shown)


def _cells(hidden: Hidden) -> list[_Cell]:
    return [(int(i), int(j)) for i, j in np.argwhere(hidden)]


def _rectangles(counts: Counts, cell: _Cell) -> Iterator[tuple[tuple[_Cell, ...], int]]:
    """Yield the rectangles with a corner in a cell, and by how much they may shift."""
    i, j = cell
    for k in range(counts.shape[0]):
        for m in range(counts.shape[1]):
            if k != i and m != j:
                corners = ((i, j), (i, m), (k, j), (k, m))
                down = min(counts[i, j], counts[k, m])
                up = min(counts[i, m], counts[k, j])
                yield corners, int(down + up)


def _safe(counts: Counts, hidden: Hidden, cell: _Cell) -> bool:
    """Tell whether some hidden rectangle lets a cell shift far enough."""
    return any(
        room >= SMALLEST and all(hidden[corner] for corner in corners)
        for corners, room in _rectangles(counts, cell)
    )


def _cover(counts: Counts, hidden: Hidden, cell: _Cell) -> tuple[_Cell, ...] | None:
    """Return the rectangle that hides the fewest households more; ties by place."""
    options = [
        (sum(int(counts[c]) for c in corners if not hidden[c]), corners)
        for corners, room in _rectangles(counts, cell)
        if room >= SMALLEST
    ]
    return min(options)[1] if options else None
