"""What the dual values prove of one stage over a network, checked in whole numbers.

With ``theta_i`` the sum of the dual values of the rows that hold gemeente ``i``, a distribution is
optimal exactly when every unit cheaper than ``theta_i`` is used, every dearer one is not, and rows
with a non-zero dual value are at their bound. A solver's tolerance cannot decide anything here.
"""

from collections.abc import Sequence

import numpy as np

from optimiser.lp.stages.cut import Cut
from optimiser.lp.stages.members import spread
from optimiser.lp.symbols import Face, Measure, Row, SolverFailedError, Whole, whole


def levels(count: int, rows: Sequence[Row], duals: Sequence[int]) -> Whole:
    """Sum per gemeente the dual values of the rows that hold it: the rank it is filled up to."""
    level = np.zeros(count, dtype=np.int64)
    pairs = zip(rows, duals, strict=True)
    priced = [(row.members, d) for row, d in pairs if d and row.measure is Measure.TOEWIJZING]
    gemeente, row_of = spread([members for members, _ in priced])
    np.add.at(level, gemeente, np.array([dual for _, dual in priced], dtype=np.int64)[row_of])
    return level


def undecided(cut: Cut, level: Whole, amounts: Whole) -> set[int]:
    """Return the gemeenten with a segment of unequal units that is used: it must be cut finer.

    A segment is priced at its first unit, and every next one costs more. So where that price is
    exactly the level, one unit may be used or not, and no more.
    """
    coarse = ~cut.whole & ((amounts > 1) | cut.better(level))
    return set(cut.gemeente[coarse].tolist())


def box(cut: Cut, level: Whole, face: Face) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the lowest and highest number per gemeente over all optima [personen]."""
    lower, upper = face.box
    start = np.where(lower < upper, whole(cut.anchor), lower)
    used = np.where(cut.better(level), cut.length, 0)
    equal = np.where(cut.whole, cut.length, 1) * (cut.price == level[cut.gemeente])
    least, most = start.copy(), start.copy()
    np.add.at(least, cut.gemeente, np.where(cut.step > 0, used, -used - equal))
    np.add.at(most, cut.gemeente, np.where(cut.step > 0, used + equal, -used))
    return tuple(least.tolist()), tuple(most.tolist())


def narrow(
    face: Face,
    rows: Sequence[Row],
    duals: Sequence[int],
    limits: tuple[tuple[int, ...], tuple[int, ...]],
    x: tuple[int, ...],
) -> Face:
    """Fix the rows with a dual value at their bound; prove that ``x`` is in what remains.

    Raises
    ------
    SolverFailedError
        If it is not: our bug.
    """
    fixed: dict[str, Row] = {row.name: row for row in face.rows}
    for row, dual in zip(rows, duals, strict=True):
        if dual and row.lower != row.upper:
            bound = row.lower if dual > 0 else row.upper
            fixed[row.name] = row._replace(lower=bound, upper=bound)
    narrowed = Face(*limits, tuple(fixed.values()))
    if not narrowed.holds(x):
        msg = "the optimum does not prove itself in whole-number arithmetic"
        raise SolverFailedError(msg)
    return narrowed
