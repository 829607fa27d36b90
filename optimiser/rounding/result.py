"""What rounding gives back, and the rule that settles a tie.

The rule, person by person: of the gemeenten with an equal claim the one whose exact share is
furthest above what it has already comes first, then the lower ``gm_code``. It depends only on
how many persons have been placed so far, so a larger total never takes a person away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from optimiser.errors import RoundingImpossibleError

Shares = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least and most persons per gemeente; a code that is absent is free [personen]."""

    minimum: Mapping[str, int]
    maximum: Mapping[str, int]

    def low(self, code: str) -> int:
        """Least persons of a gemeente, 0 if none is set."""
        return self.minimum.get(code, 0)

    def high(self, code: str, total: int) -> int:
        """Most persons of a gemeente, the total if none is set."""
        return self.maximum.get(code, total)


FREE = Bounds({}, {})


@dataclass(frozen=True, slots=True)
class Tie:
    """Gemeenten with exactly the same claim on persons of which there were fewer than claims.

    Attributes
    ----------
    gm_codes
        All that tied, ascending.
    got
        Those that got a person by the rule.
    by_code
        True when only the ``gm_code`` decided.
    """

    gm_codes: tuple[str, ...]
    got: tuple[str, ...]
    by_code: bool


@dataclass(frozen=True, slots=True)
class Rounded:
    """Whole persons per gemeente.

    Attributes
    ----------
    persons
        ``gm_code`` to persons, in the order of the shares.
    ties
        Empty when no rule was needed.
    difference
        Sum minus the wanted total: 0 for every method that closes [personen].
    """

    persons: dict[str, int]
    ties: tuple[Tie, ...]
    difference: int


def settle(
    tied: Sequence[str], left: int, placed: int, have: Mapping[str, int], shares: Shares
) -> Tie:
    """Choose who of the tied gemeenten get the ``left`` persons, after ``placed`` in all.

    >>> halves = {"GM0001": Fraction(1, 2), "GM0002": Fraction(1, 2)}
    >>> settle(["GM0001", "GM0002"], 1, 0, {"GM0001": 0, "GM0002": 0}, halves)
    Tie(gm_codes=('GM0001', 'GM0002'), got=('GM0001',), by_code=True)
    """
    open_codes, got, by_code = sorted(tied), [], False
    for size in range(placed + 1, placed + left + 1):
        claim = {code: shares[code] * size - have[code] for code in open_codes}
        best = max(claim.values())
        equal = [code for code in open_codes if claim[code] == best]
        by_code = by_code or len(equal) > 1
        got.append(equal[0])
        open_codes.remove(equal[0])
    return Tie(tuple(sorted(tied)), tuple(got), by_code)


def require_room(shares: Shares, total: int, bounds: Bounds, method: str) -> None:
    """Refuse bounds that no rounding can meet.

    Raises
    ------
    RoundingImpossibleError
        If a minimum is above its maximum, or the total is outside the sums of both.
    """
    low = {code: bounds.low(code) for code in shares}
    high = {code: bounds.high(code, total) for code in shares}
    crossed = [code for code in shares if low[code] > high[code]]
    if crossed:
        reason = f"het minimum ligt boven het maximum voor {', '.join(crossed[:5])}"
    elif total < sum(low.values()):
        reason = f"de minima zijn samen {sum(low.values())}, meer dan het totaal van {total}"
    elif total > sum(high.values()):
        reason = f"de maxima zijn samen {sum(high.values())}, minder dan het totaal van {total}"
    else:
        return
    raise RoundingImpossibleError(afronding=method, reden=reason)
