"""Does the order of the gemeenten hold: rank correlation of the changes."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from optimiser.onzekerheid.model import Matrix


def rank_correlation(persons: NDArray[np.int32], basis: NDArray[np.int32]) -> Matrix:
    """Correlate the order of the changes in each draw with that in the base case (Spearman).

    Parameters
    ----------
    persons
        Shape ``(keys, draws, n)``; the first key is the reference.
    basis
        Shape ``(keys, n)``.

    Returns
    -------
    numpy.ndarray
        Shape ``(keys, draws)``; NaN where nothing changes, as for the reference itself.
    """
    drawn = _ranks(persons - persons[0])
    point = _ranks(basis - basis[0])[:, None, :]
    drawn = drawn - drawn.mean(axis=2, keepdims=True)
    point = point - point.mean(axis=2, keepdims=True)
    size = np.sqrt((drawn**2).sum(axis=2) * (point**2).sum(axis=2))
    together = (drawn * point).sum(axis=2)
    found: Matrix = np.divide(together, size, out=np.full(size.shape, np.nan), where=size > 0)
    return found


def _ranks(changes: NDArray[np.int32]) -> Matrix:
    """Rank along the last axis; equal numbers share the mean of their ranks."""
    flat = pd.DataFrame(changes.reshape(-1, changes.shape[-1]).T)
    ranks: Matrix = flat.rank().to_numpy().T.reshape(changes.shape)
    return ranks
