"""The lowest peak and the least waiting under a peak, without a solver."""

from fractions import Fraction
from math import ceil

from optimiser.lp.jaren.tube import Tube
from optimiser.tijd.gladstrijken.errors import PeakTooLowError


def find_lowest_peak(tube: Tube) -> Fraction:
    r"""Return the lowest possible highest number [personen]; whole persons need its ceiling.

    .. math:: P = \max_{0 \le s < t} \frac{lower_t - upper_s}{t - s}

    Whoever must be asked up to t and could not be asked up to s comes in between.

    Examples
    --------
    >>> from optimiser.lp.jaren.tube import make_tube
    >>> find_lowest_peak(make_tube([6, 6, 6, 12], 0, [None, None, None, 3]))
    Fraction(9, 1)
    """
    most = (0, *tube.upper)
    best = Fraction(0)
    for t, least in enumerate(tube.lower, start=1):
        for s in range(t):
            best = max(best, Fraction(least - most[s], t - s))
    return best


def announce_under_peak(tube: Tube, peak: int) -> tuple[int, ...]:
    """Return the numbers with the least waiting that nowhere exceed a peak.

    As many as possible at once: ``T_t = min(peak, Q_{t-1} + a_t)``. Whoever is asked later than
    possible waits longer and makes no room for anybody, so this is optimal.

    Raises
    ------
    PeakTooLowError
        If the queue then passes a limit; tells the lowest peak that does not.

    Examples
    --------
    >>> from optimiser.lp.jaren.tube import make_tube
    >>> announce_under_peak(make_tube([6, 6, 6, 12], 0, [None, None, None, 3]), 9)
    (6, 6, 6, 9)
    """
    queue, total, numbers = tube.begin, 0, []
    for inflow, least in zip(tube.instroom, tube.lower, strict=True):
        number = min(peak, queue + inflow)
        queue += inflow - number
        total += number
        numbers.append(number)
        if total < least:
            raise PeakTooLowError(piek=peak, laagste=ceil(find_lowest_peak(tube)))
    return tuple(numbers)
