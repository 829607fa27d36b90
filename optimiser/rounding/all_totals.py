"""Every total at once: in which order a divisor method hands out persons.

A divisor method is house-monotone, so the whole table for all totals is one sequence: who gets
person 1, 2, 3, ... Floats only sort; neighbours they cannot tell apart are ordered exactly.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from optimiser.errors import RoundingImpossibleError, UnknownRoundingError
from optimiser.rounding.divisor import ADAMS, HILL, JEFFERSON, WEBSTER, Divisor
from optimiser.rounding.result import Shares, settle

#: Methods that have such an order; hamilton has not (Alabama paradox).
DIVISORS = {"adams": ADAMS, "webster": WEBSTER, "jefferson": JEFFERSON, "hill": HILL}
#: Relative distance below which two float priorities are compared exactly (float error: 1e-15).
NEAR = 1e-12


@dataclass(frozen=True)
class AllTotals:
    """The order in which persons are handed out.

    Attributes
    ----------
    gm_codes
        Length n, in the order of the shares.
    order
        Shape ``(highest,)``: position in ``gm_codes`` of who gets person 1, 2, ...
    """

    gm_codes: tuple[str, ...]
    order: NDArray[np.int32]

    def next_person(self, total: int) -> str:
        """Return who gets a person more when the total rises from ``total`` by one."""
        return str(self.gm_codes[int(self.order[total])])

    def persons(self, total: int) -> dict[str, int]:
        """Return the table for one total [personen]."""
        if not 0 <= total <= len(self.order):
            msg = f"total {total} is outside 0..{len(self.order)}"
            raise ValueError(msg)
        counts = np.bincount(self.order[:total], minlength=len(self.gm_codes))
        return dict(zip(self.gm_codes, counts.tolist(), strict=True))

    def table(self, totals: Sequence[int]) -> pd.DataFrame:
        """Return several totals beside each other: index ``gm_code``, a column per total."""
        columns = {total: pd.Series(self.persons(total), dtype="int64") for total in totals}
        return pd.DataFrame(columns, index=pd.Index(self.gm_codes, name="gm_code"))


def all_totals(shares: Shares, highest: int = 30_000, method: str = "adams") -> AllTotals:
    """Find who gets each person, for every total up to ``highest`` in one pass.

    Parameters
    ----------
    shares
        ``gm_code`` to exact share; sums to 1, at least one above 0.
    highest
        Largest total [personen].
    method
        adams, webster, jefferson or hill.

    Raises
    ------
    UnknownRoundingError
        If the method is no divisor method.
    RoundingImpossibleError
        If ``highest`` is negative.

    Notes
    -----
    Agrees with ``round_shares`` for every total, ties included: the tie rule depends only on how
    many persons were placed before.

    Examples
    --------
    >>> thirds = {"GM0001": Fraction(1, 3), "GM0002": Fraction(2, 3)}
    >>> every = all_totals(thirds, 12)
    >>> every.persons(10), every.next_person(10)
    ({'GM0001': 3, 'GM0002': 7}, 'GM0001')
    """
    if method not in DIVISORS:
        raise UnknownRoundingError(afronding=method, bekend=list(DIVISORS))
    if highest < 0:
        raise RoundingImpossibleError(afronding=method, reden="het totaal is negatief")
    divisor, codes = DIVISORS[method], tuple(shares)
    who, have = _claims(shares, highest, divisor)
    exact = [shares[code] for code in codes]
    signposts = np.array([float(divisor.signpost(n)) for n in range(int(have.max(initial=0)) + 1)])
    weights = np.array([float(share) ** divisor.power for share in exact])
    with np.errstate(divide="ignore"):
        priority = weights[who] / signposts[have]
    by_float = np.argsort(-priority, kind="stable")
    who, have, priority = who[by_float], have[by_float], priority[by_float]
    for first, last in _runs(priority, highest):
        claims = [(int(who[k]), int(have[k])) for k in range(first, last)]
        who[first:last] = settle_claims(claims, first, codes, exact, divisor)
    return AllTotals(codes, who[:highest].astype(np.int32))


def _claims(
    shares: Shares, highest: int, divisor: Divisor
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return enough claims (position, persons it has) to hand out ``highest`` persons."""
    threshold = Fraction(1, (highest + 1) ** divisor.power)
    while True:
        counts = [divisor.passed(s, threshold) if s else 0 for s in shares.values()]
        if sum(counts) >= highest + 1:
            break
        threshold /= 2
    who = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    have = np.concatenate([np.arange(count, dtype=np.int64) for count in counts])
    return who, have


def _runs(priority: NDArray[np.float64], highest: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of priorities that floats cannot tell apart."""
    with np.errstate(invalid="ignore"):
        near = ~(priority[:-1] - priority[1:] > NEAR * priority[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate(([False], near, [False])).astype(np.int8)))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if first < highest:
            yield int(first), int(last) + 1


def settle_claims(
    claims: list[tuple[int, int]],
    placed: int,
    codes: tuple[str, ...],
    exact: list[Fraction],
    divisor: Divisor,
) -> list[int]:
    """Order claims by exact priority, equal ones by the tie rule.

    Parameters
    ----------
    claims
        Position in ``codes`` and persons it has, of each claim on a next person.
    placed
        Persons placed before the first of these claims.
    codes, exact
        Codes in ascending order and their exact shares.
    divisor
        The method.

    Returns
    -------
    list of int
        Positions, first come first.
    """
    groups: dict[tuple[int, Fraction], list[tuple[int, int]]] = {}
    for who, have in claims:
        groups.setdefault(divisor.priority(exact[who], have), []).append((who, have))
    position = {codes[who]: who for who, _ in claims}
    result: list[int] = []
    for priority in sorted(groups, reverse=True):
        tied = [codes[who] for who, _ in groups[priority]]
        held = {codes[who]: have for who, have in groups[priority]}
        share = {code: exact[position[code]] for code in tied}
        if len(set(held.values())) == 1:  # what is open differs by the share alone
            got: Sequence[str] = sorted(tied, key=lambda code: (-share[code], code))
        else:
            got = settle(tied, len(tied), placed + len(result), held, share).got
        result += [position[code] for code in got]
    return result
