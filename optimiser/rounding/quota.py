"""Rounding of the exact quota ``share x total``: hamilton, naar boven, rekenkundig."""

from collections.abc import Callable
from fractions import Fraction

from optimiser.errors import RoundingImpossibleError
from optimiser.rounding.result import FREE, Bounds, Rounded, Shares, Tie, require_room, settle


def hamilton(shares: Shares, total: int, bounds: Bounds, method: str) -> Rounded:
    """Round down, then give what is left to the largest remainders.

    Keeps quota (everyone gets its quota rounded up or down) but is not monotone in the total:
    more persons in all can mean fewer for one (the Alabama paradox). With bounds, those at a
    bound are fixed first and the others share the rest in proportion.

    Raises
    ------
    RoundingImpossibleError
        If the bounds leave no room.
    """
    require_room(shares, total, bounds, method)
    exact = _within(shares, total, bounds, method)
    whole = {code: q.numerator // q.denominator for code, q in exact.items()}
    placed = sum(whole.values())
    left = total - placed
    if left == 0:
        return Rounded(whole, (), 0)
    remainder = {code: exact[code] - whole[code] for code in shares}
    order = sorted(shares, key=lambda code: (-remainder[code], code))
    cut = remainder[order[left - 1]]
    sure = [code for code in order if remainder[code] > cut]
    tied = [code for code in order if remainder[code] == cut]
    ties: tuple[Tie, ...] = ()
    if len(sure) + len(tied) > left:
        ties = (settle(tied, left - len(sure), placed + len(sure), whole, shares),)
        tied = list(ties[0].got)
    for code in [*sure, *tied]:
        whole[code] += 1
    return Rounded({code: whole[code] for code in shares}, ties, 0)


def _within(shares: Shares, total: int, bounds: Bounds, method: str) -> dict[str, Fraction]:
    """Return proportional exact quotas inside the bounds, summing to the total."""
    fixed: dict[str, Fraction] = {}
    while True:
        free = [code for code in shares if code not in fixed]
        weight = sum((shares[code] for code in free), Fraction(0))
        rest = total - sum(fixed.values())
        if weight == 0:
            idle = {code: Fraction(bounds.low(code)) for code in free}
            if rest != sum(idle.values()):
                reason = f"{rest} personen kunnen alleen naar gemeenten zonder aandeel"
                raise RoundingImpossibleError(afronding=method, reden=reason)
            return {code: fixed.get(code, idle.get(code, Fraction(0))) for code in shares}
        exact = {code: shares[code] * rest / weight for code in free}
        low = {c: bounds.low(c) - q for c, q in exact.items() if q < bounds.low(c)}
        high = {c: q - bounds.high(c, total) for c, q in exact.items() if q > bounds.high(c, total)}
        if not low and not high:
            return {code: fixed.get(code, exact.get(code, Fraction(0))) for code in shares}
        if sum(high.values()) >= sum(low.values()):
            fixed |= {code: Fraction(bounds.high(code, total)) for code in high}
        else:
            fixed |= {code: Fraction(bounds.low(code)) for code in low}


def _plain(shares: Shares, total: int, bounds: Bounds, step: Callable[[Fraction], int]) -> Rounded:
    persons = {
        code: min(bounds.high(code, total), max(bounds.low(code), step(share * total)))
        for code, share in shares.items()
    }
    return Rounded(persons, (), sum(persons.values()) - total)


def wettelijk_naar_boven(
    shares: Shares, total: int, bounds: Bounds = FREE, _method: str = ""
) -> Rounded:
    """Round every quota up, to the letter of art. 29 lid 1; the sum comes out above the total.

    >>> wettelijk_naar_boven({"GM0001": Fraction(1, 3), "GM0002": Fraction(2, 3)}, 10)
    Rounded(persons={'GM0001': 4, 'GM0002': 7}, ties=(), difference=1)
    """
    return _plain(shares, total, bounds, lambda q: -(-q.numerator // q.denominator))


def rekenkundig(shares: Shares, total: int, bounds: Bounds = FREE, _method: str = "") -> Rounded:
    """Round every quota to the nearest whole, halves up; the sum need not be the total."""
    half = Fraction(1, 2)
    return _plain(shares, total, bounds, lambda q: (q + half).numerator // (q + half).denominator)
