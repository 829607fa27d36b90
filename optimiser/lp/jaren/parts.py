"""The parts around a sum of claims: whole breakpoints and rising costs."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

#: Lengths of the parts beside the claim, up after the first unit and down [personen].
STEPS = (4, 20)
INFINITY = 10**7


def parts_of(claim: Fraction) -> Sequence[tuple[int, float, int]]:
    """Return the parts around a claim: length [personen], cost of each person, sign.

    >>> [(length, sign) for length, _, sign in parts_of(Fraction(31, 2))]
    [(1, 1), (4, 1), (20, 1), (10000000, 1), (4, -1), (11, -1)]
    """
    q = float(claim)
    scale = max(q, 1.0)
    anchor = floor(claim)
    found = [(1, (1 - 2 * (q - anchor)) / scale, 1)]
    at = 1
    for length in (*STEPS, INFINITY):
        middle = anchor + at + min(length, 100) / 2 - q
        found.append((length, 2 * middle / scale, 1))
        at += length
    left, at = anchor, 0
    for length in (*STEPS, INFINITY):
        size = min(length, left)
        if size:
            middle = q - anchor + at + size / 2
            found.append((size, 2 * middle / scale, -1))
        left, at = left - size, at + size
    return found
