"""The common divisor of a table, short enough to redo the whole table by hand."""

from collections.abc import Iterable
from fractions import Fraction

from optimiser.rounding.batch import OFFSETS

Pairs = Iterable[tuple[Fraction, int]]


def divisor_interval(pairs: Pairs, method: str) -> tuple[Fraction, Fraction | None]:
    """Return between which numbers every divisor gives the table (adams: the lower one too).

    With ``a`` 0 (adams), 1/2 (webster) or 1 (jefferson) a gemeente with exact number ``q`` and
    ``x`` persons has ``x - 1 + a <= q / d <= x + a``.

    Parameters
    ----------
    pairs
        Exact number and persons per gemeente [personen].
    method
        ``adams``, ``webster`` or ``jefferson``.

    Returns
    -------
    tuple
        Lowest and highest; None where nothing bounds it from above.
    """
    offset = Fraction(OFFSETS[method])
    known = [(Fraction(q), int(x)) for q, x in pairs]
    low = max((q / (x + offset) for q, x in known if x + offset > 0), default=Fraction(1))
    highs = [q / (x - 1 + offset) for q, x in known if q and x - 1 + offset > 0]
    return low, min(highs) if highs else None


def common_divisor(pairs: Pairs, method: str) -> Fraction:
    """Return the divisor with the fewest decimals that gives the whole table.

    Where only one number does (a tie), that number, however many decimals it has.

    Examples
    --------
    >>> thirds = [(Fraction(10, 3), 3), (Fraction(20, 3), 7)]
    >>> divisor_interval(thirds, "adams")
    (Fraction(10, 9), Fraction(10, 9))
    >>> common_divisor([(Fraction(25, 10), 3), (Fraction(75, 10), 7)], "adams")
    Fraction(11, 10)
    """
    low, high = divisor_interval(pairs, method)
    for digits in range(40):
        scale = 10**digits
        candidate = Fraction(low.numerator * scale // low.denominator + 1, scale)
        if method == "adams" and low.denominator and (low * scale).denominator == 1:
            candidate = low
        if high is None or candidate < high:
            return candidate
    return low


def decimals_of(value: Fraction) -> int | None:
    """Return how many decimals write a number exactly, None if no number of them does.

    >>> decimals_of(Fraction(101295, 100000)), decimals_of(Fraction(1, 3)), decimals_of(Fraction(2))
    (5, None, 0)
    """
    for digits in range(40):
        if (value * 10**digits).denominator == 1:
            return digits
    return None
