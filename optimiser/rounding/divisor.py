r"""Divisor methods, exact: the next person goes to the largest ``share / d(n)``.

``d(n)`` is the signpost a gemeente with n persons must pass for its next one: Adams n,
Webster n + 1/2, Jefferson n + 1, Hill the geometric mean of n and n + 1 (compared as squares).
A gemeente with a share and a signpost of 0 comes before all others (Adams, Hill).

Source: Balinski & Young, *Fair Representation* (1982); Pukelsheim, *Proportional
Representation* (2017). No floating point decides anything: a float only picks where to start.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from optimiser.errors import RoundingImpossibleError
from optimiser.rounding.result import Bounds, Rounded, Shares, Tie, require_room, settle

_STEPS = 16
#: Handing out one person takes as long as looking once more at so many gemeenten.
_CLOSE = 8


@dataclass(frozen=True, slots=True)
class Divisor:
    """One divisor method.

    Attributes
    ----------
    power
        1, or 2 where priorities are compared as squares.
    signpost
        Persons held to an integer multiple of ``d(n) ** power``.
    passed
        Share and threshold to the number of persons whose priority is above the threshold.
    """

    power: int
    signpost: Callable[[int], int]
    passed: Callable[[Fraction, Fraction], int]

    def priority(self, share: Fraction, have: int) -> tuple[int, Fraction]:
        """Return the claim on the next person; compares larger first."""
        signpost = self.signpost(have)
        return (1, Fraction(0)) if signpost == 0 else (0, share**self.power / signpost)


def _ceil(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)


def _passed_hill(share: Fraction, threshold: Fraction) -> int:
    below = _ceil(share**2 / threshold) - 1  # n (n + 1) <= below
    return (isqrt(4 * below + 1) - 1) // 2 + 1


ADAMS = Divisor(1, lambda n: n, lambda s, p: _ceil(s / p))
JEFFERSON = Divisor(1, lambda n: n + 1, lambda s, p: _ceil(s / p) - 1)
WEBSTER = Divisor(1, lambda n: 2 * n + 1, lambda s, p: max(0, _ceil((s / p - 1) / 2)))
HILL = Divisor(2, lambda n: n * (n + 1), _passed_hill)


def round_by_divisor(
    shares: Shares, total: int, divisor: Divisor, bounds: Bounds, method: str
) -> Rounded:
    """Divide ``total`` persons over the shares by a divisor method.

    Parameters
    ----------
    shares
        ``gm_code`` to exact share, ``>= 0``; a share of 0 gets its minimum only.
    total
        Persons, ``>= 0``.
    divisor
        The method.
    bounds
        Minimum and maximum per gemeente, exact even then: ``median(min, share / divisor, max)``.
    method
        Name, for messages.

    Raises
    ------
    RoundingImpossibleError
        If the bounds leave no room, or only gemeenten without a share could take persons.
    """
    require_room(shares, total, bounds, method)
    have = _start(shares, total, divisor, bounds)
    placed = sum(have.values())
    heap = [
        (_reversed(divisor.priority(share, have[code])), code)
        for code, share in shares.items()
        if share > 0 and have[code] < bounds.high(code, total)
    ]
    heapq.heapify(heap)
    ties: tuple[Tie, ...] = ()
    while placed < total:
        if not heap:
            reason = f"{total - placed} personen kunnen alleen naar gemeenten zonder aandeel"
            raise RoundingImpossibleError(afronding=method, reden=reason)
        top, tied = heap[0][0], []
        while heap and heap[0][0] == top:
            tied.append(heapq.heappop(heap)[1])
        if len(tied) > total - placed:
            ties = (settle(tied, total - placed, placed, have, shares),)
            tied = list(ties[0].got)
        for code in tied:
            have[code] += 1
            placed += 1
            if have[code] < bounds.high(code, total):
                again = _reversed(divisor.priority(shares[code], have[code]))
                heapq.heappush(heap, (again, code))
    return Rounded({code: have[code] for code in shares}, ties, 0)


def _reversed(priority: tuple[int, Fraction]) -> tuple[int, Fraction]:
    return (-priority[0], -priority[1])


def _at(
    shares: Shares, total: int, divisor: Divisor, bounds: Bounds, threshold: Fraction
) -> dict[str, int]:
    """Give everyone the persons whose priority is above a threshold, within the bounds."""
    return {
        code: min(
            bounds.high(code, total),
            max(bounds.low(code), divisor.passed(share, threshold) if share else 0),
        )
        for code, share in shares.items()
    }


def _start(shares: Shares, total: int, divisor: Divisor, bounds: Bounds) -> dict[str, int]:
    """Find a division of at most ``total`` persons on the way of the method, close to it.

    Any threshold gives such a division; bisection only brings it close, so it needs no exactness.
    """
    nothing = {code: bounds.low(code) for code in shares}
    # Free shares sum to 1, so the threshold lies near 1 / total; with bounds it may be anywhere
    # below 4, above which only signposts of 0 are passed.
    for high in (
        Fraction(1, max(1, total - len(shares)) ** divisor.power),
        Fraction(4**divisor.power),
    ):
        best = _at(shares, total, divisor, bounds, high)
        if sum(best.values()) <= total:
            break
    else:
        return nothing
    low = high / 4 ** (divisor.power * (total.bit_length() // 2 + 4))
    near = Fraction(1, (total + len(shares) + 1) ** divisor.power)
    if near < high and sum(_at(shares, total, divisor, bounds, near).values()) > total:
        low = near
    for _ in range(_STEPS + total.bit_length()):
        if _CLOSE * (total - sum(best.values())) <= len(shares):
            break
        middle = Fraction((float(low) * float(high)) ** 0.5)
        trial = _at(shares, total, divisor, bounds, middle)
        if sum(trial.values()) <= total:
            high, best = middle, trial
        else:
            low = middle
    return best
