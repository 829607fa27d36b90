"""Many distributions at once: divisor methods on a matrix of weights, exact where it matters.

A float divisor gives every row a start; persons are then added or taken by priority until the row
closes. A row in which the last person given and the next to give are too close for floats is
settled with fractions, so the outcome is that of ``round_shares`` on the same weights.
"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from optimiser.errors import RoundingImpossibleError, UnknownRoundingError
from optimiser.rounding.all_totals import DIVISORS, NEAR, settle_claims
from optimiser.rounding.methods import round_shares

#: Signpost of n persons is ``n + offset``.
OFFSETS = {"adams": 0.0, "webster": 0.5, "jefferson": 1.0}

Matrix = NDArray[np.float64]
Whole = NDArray[np.int64]


def round_batch(weights: Matrix, totals: Whole, method: str = "adams") -> Whole:
    """Divide a total over each row of weights.

    Parameters
    ----------
    weights
        Shape ``(rows, n)``, ``>= 0``, each row with a weight above 0; columns in ascending
        ``gm_code``, which the tie rule needs.
    totals
        Shape ``(rows,)`` [personen].
    method
        adams, webster or jefferson.

    Returns
    -------
    numpy.ndarray
        Shape ``(rows, n)``, whole persons; every row sums to its total.

    Raises
    ------
    UnknownRoundingError
        If the method is another one.
    RoundingImpossibleError
        If a total is negative or a row has no weight.

    Examples
    --------
    >>> round_batch(np.array([[1.0, 2.0], [2.0, 1.0]]), np.array([10, 9])).tolist()
    [[3, 7], [6, 3]]
    """
    if method not in OFFSETS:
        raise UnknownRoundingError(afronding=method, bekend=list(OFFSETS))
    if totals.min(initial=0) < 0 or not (weights.sum(axis=1) > 0).all():
        raise RoundingImpossibleError(afronding=method, reden="een totaal of gewicht klopt niet")
    offset = OFFSETS[method]
    persons = _start(weights, totals, offset)
    _close(weights, persons, totals, offset)
    for row in np.flatnonzero(_doubtful(weights, persons, offset)):
        persons[row] = _settle(weights[row], persons[row], int(totals[row]), method)
    return persons


def _start(weights: Matrix, totals: Whole, offset: float) -> Whole:
    """Give everyone the persons above a divisor that comes close to the total."""
    n = (weights > 0).sum(axis=1)
    aim = np.maximum(totals + n * (offset - 0.5), 1.0)
    divisor = weights.sum(axis=1) / aim
    persons: Whole = np.maximum(np.ceil(weights / divisor[:, None] - offset), 0).astype(np.int64)
    return persons


def _next(weights: Matrix, persons: Whole, offset: float) -> Matrix:
    """Priority of each for one person more; no weight, no claim."""
    with np.errstate(divide="ignore", invalid="ignore"):
        claim: Matrix = np.where(weights > 0, weights / (persons + offset), -1.0)
    return claim


def _last(weights: Matrix, persons: Whole, offset: float) -> Matrix:
    """Priority with which each got its last person; infinite when it has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        held: Matrix = np.where(persons > 0, weights / (persons - 1 + offset), np.inf)
    return held


def _close(weights: Matrix, persons: Whole, totals: Whole, offset: float) -> None:
    """Add or take persons in place, one per row and turn, until each row closes."""
    while True:
        short = totals - persons.sum(axis=1)
        rows = np.flatnonzero(short)
        if rows.size == 0:
            return
        more, less = rows[short[rows] > 0], rows[short[rows] < 0]
        if more.size:
            best = _next(weights[more], persons[more], offset).argmax(axis=1)
            persons[more, best] += 1
        if less.size:
            last = _last(weights[less], persons[less], offset)
            last = np.where((persons[less] > 0) & np.isinf(last), np.finfo(float).max, last)
            persons[less, last.argmin(axis=1)] -= 1


def _doubtful(weights: Matrix, persons: Whole, offset: float) -> NDArray[np.bool_]:
    highest_next = _next(weights, persons, offset).max(axis=1)
    lowest_last = _last(weights, persons, offset).min(axis=1)
    clear: NDArray[np.bool_] = highest_next < lowest_last * (1 - NEAR)
    return ~clear


def _settle(weights: Matrix, persons: Whole, total: int, method: str) -> list[int]:
    """Hand out the last persons of one row again, exactly and by the tie rule.

    Only claims that floats cannot tell from the last person given are compared as fractions.
    """
    row, offset = weights[None], OFFSETS[method]
    lasts, nexts = _last(row, persons[None], offset)[0], _next(row, persons[None], offset)[0]
    threshold = lasts.min()
    exact = [Fraction(float(weight)) for weight in weights]
    together = sum(exact, Fraction(0))
    shares = [weight / together for weight in exact]
    codes = tuple(f"{i:09d}" for i in range(len(shares)))
    if not np.isfinite(threshold) or np.isinf(nexts).any():
        named = dict(zip(codes, shares, strict=True))
        return list(round_shares(named, total, method).persons.values())
    given = np.abs(lasts - threshold) <= NEAR * threshold
    asked = given | (np.abs(nexts - threshold) <= NEAR * threshold)
    base: list[int] = (persons - given).tolist()
    claims = [(int(i), base[i]) for i in np.flatnonzero(asked)]
    left = total - sum(base)
    for i in settle_claims(claims, sum(base), codes, shares, DIVISORS[method])[:left]:
        base[i] += 1
    return base
