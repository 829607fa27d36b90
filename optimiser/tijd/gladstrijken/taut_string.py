r"""The taut string: the shortest line through the tube.

It minimises every convex sum :math:`\sum f(T_t)` at once, so the sum of squares, the peak and the
spread, and it is unique. Pulled tight between ``C_0 = 0`` and the least sum at the end.

Source: Barlow, Bartholomew, Bremner and Brunk, Statistical Inference under Order Restrictions
(1972); Davies and Kovac, Annals of Statistics 29 (2001).
"""

from fractions import Fraction

from optimiser.lp.jaren.tube import Tube


def pull_taut_string(tube: Tube) -> tuple[Fraction, ...]:
    """Return the smoothest numbers [personen], not rounded.

    The end is the least sum the tube allows, so that nobody is asked later than the limits say.

    Examples
    --------
    >>> from optimiser.lp.jaren.tube import make_tube
    >>> tube = make_tube([6, 6, 6, 12], 0, [None, None, None, 3])
    >>> [int(number) for number in pull_taut_string(tube)]
    [6, 6, 6, 9]
    """
    lower, upper = [0, *tube.lower], [0, *tube.upper]
    upper[-1] = lower[-1]
    last = len(lower) - 1
    numbers: list[Fraction] = []
    at, height = 0, Fraction(0)
    while at < last:
        stop, slope = _next_bend(at, height, lower, upper)
        numbers += [slope] * (stop - at)
        height += slope * (stop - at)
        at = stop
    return tuple(numbers)


def _next_bend(
    at: int, height: Fraction, lower: list[int], upper: list[int]
) -> tuple[int, Fraction]:
    """Return where the string bends next, and its slope until there."""
    steepest_low, flattest_high = None, None
    low_at = high_at = at
    for t in range(at + 1, len(lower)):
        low = (lower[t] - height) / (t - at)
        high = (upper[t] - height) / (t - at)
        if flattest_high is not None and low > flattest_high:
            return high_at, flattest_high
        if steepest_low is not None and high < steepest_low:
            return low_at, steepest_low
        if steepest_low is None or low >= steepest_low:
            steepest_low, low_at = low, t
        if flattest_high is None or high <= flattest_high:
            flattest_high, high_at = high, t
    end = len(lower) - 1
    return end, (lower[end] - height) / (end - at)
