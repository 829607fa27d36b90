"""Rounding in two steps: whole persons per region first, then inside each region."""

from collections.abc import Mapping
from fractions import Fraction

from optimiser.rounding.methods import round_shares
from optimiser.rounding.result import Rounded, Shares


def round_two_tiers(
    shares: Shares,
    groups: Mapping[str, str],
    total: int,
    method: str = "adams",
    first: Rounded | None = None,
) -> tuple[Rounded, Rounded]:
    """Round the sums of the groups to the total, then each group to its own sum.

    Parameters
    ----------
    shares
        ``gm_code`` to exact share; sums to 1.
    groups
        ``gm_code`` to its group; every code has one.
    total
        Persons to divide.
    method
        Rounding of both steps; in a step that does not close the difference carries on.
    first
        A table per gemeente that is added up per group instead, such as the statutory one.

    Returns
    -------
    tuple of Rounded
        Per group, and per gemeente (in the order of ``shares``).

    Examples
    --------
    >>> halves = {c: Fraction(1, 4) for c in ("A1", "A2", "B1", "B2")}
    >>> regions = {c: c[0] for c in halves}
    >>> outer, inner = round_two_tiers(halves, regions, 6)
    >>> outer.persons, inner.persons
    ({'A': 3, 'B': 3}, {'A1': 2, 'A2': 1, 'B1': 2, 'B2': 1})
    """
    of_group: dict[str, Fraction] = {}
    for code, share in shares.items():
        of_group[groups[code]] = of_group.get(groups[code], Fraction(0)) + share
    if first is None:
        outer = round_shares(of_group, total, method)
    else:
        sums = dict.fromkeys(of_group, 0)
        for code, count in first.persons.items():
            sums[groups[code]] += count
        outer = Rounded(sums, first.ties, first.difference)
    persons: dict[str, int] = {}
    ties = list(outer.ties)
    for group, weight in of_group.items():
        members = {code: shares[code] for code in shares if groups[code] == group}
        inner_shares = {c: s / weight if weight else Fraction(0) for c, s in members.items()}
        inner = round_shares(inner_shares, outer.persons[group], method)
        persons |= inner.persons
        ties += inner.ties
    ordered = {code: persons[code] for code in shares}
    return outer, Rounded(ordered, tuple(ties), sum(ordered.values()) - total)
