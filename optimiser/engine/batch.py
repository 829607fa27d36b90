"""Least persons moved for many scenarios at once, in closed form (numpy, no search).

For areas that do not contain each other, each with a fixed sum: what a ceiling pushes out of a
gemeente and what a floor pulls in meet inside the area, so the larger of the two is what moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Outcomes per scenario and area, shape ``(scenarios, areas)`` [personen].

    Attributes
    ----------
    moved
        Least persons moved inside the area; only meaningful where ``short`` and ``excess`` are 0.
    short
        Persons for whom the ceilings leave no room.
    excess
        Persons by which the floors exceed the sum of the area.
    """

    moved: Whole
    short: Whole
    excess: Whole

    @property
    def feasible(self) -> NDArray[np.bool_]:
        """Per scenario whether every area closes."""
        missed: Whole = (self.short + self.excess).sum(axis=1)
        closed: NDArray[np.bool_] = missed == 0
        return closed

    @property
    def total(self) -> Whole:
        """Per scenario the persons moved in the whole country."""
        found: Whole = self.moved.sum(axis=1)
        return found


def least_moved_batch(
    doel: Sequence[int], area: Sequence[int], lower: Whole, upper: Whole
) -> Batch:
    """Return the least persons moved for many sets of floors and ceilings.

    Parameters
    ----------
    doel
        Length n [personen]; the sum of each area is that of its ``doel``.
    area
        Length n: number 0, 1, ... of the area a gemeente lies in; every number occurs.
    lower, upper
        Shape ``(scenarios, n)``, ``int64``, floors and ceilings with ``lower <= upper`` [personen].

    Returns
    -------
    Batch
        Areas in ascending order of their number.

    Raises
    ------
    ValueError
        If a floor lies above a ceiling.

    Examples
    --------
    >>> low, high = np.zeros((1, 3), np.int64), np.array([[3, 9, 9]])
    >>> outcome = least_moved_batch([5, 5, 5], [0, 0, 1], low, high)
    >>> outcome.total.tolist(), outcome.feasible.tolist()
    ([2], [True])
    """
    if (lower > upper).any():
        msg = "a floor lies above its ceiling"
        raise ValueError(msg)
    order = np.argsort(np.asarray(area), kind="stable")
    starts = np.flatnonzero(np.diff(np.asarray(area)[order], prepend=-1))
    t = np.asarray(doel, dtype=np.int64)[order]
    low, high = np.maximum(lower, 0)[:, order], upper[:, order]

    def add(values: Whole) -> Whole:
        summed: Whole = np.add.reduceat(values, starts, axis=1)
        return summed

    out, into = add(np.maximum(t - high, 0)), add(np.maximum(low - t, 0))
    room, asked = add(high - t), add(low - t)
    return Batch(np.maximum(out, into), np.maximum(-room, 0), np.maximum(asked, 0))
