"""Ways to make exact claims whole over half-years.

A claim is ``share x national number`` of one half-year, exact. All rules close on the national
number in every half-year. Source of the online bounds: Cembrano, Correa, Griesbach and Verdugo,
Online Proportional Apportionment, arXiv 2510.14752: without knowing the future no rule keeps
every sum within one person of its claim for more than three parties; so deviations are measured,
never promised.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from optimiser.rounding import round_shares

Shares = Mapping[str, Fraction]
Persons = dict[str, int]


class Verrekening(StrEnum):
    """How rounding in one half-year is made up for in the next."""

    ADAMS = "adams"
    WEBSTER = "webster"
    HAMILTON = "hamilton"
    ADAMS_CUMULATIEF = "adams_cumulatief"
    WEBSTER_CUMULATIEF = "webster_cumulatief"
    JUST_IN_TIME = "just_in_time"

    @property
    def is_wettelijk(self) -> bool:
        """Whether art. 29 lid 1 as practised says this; every other one needs a change of law."""
        return self is Verrekening.ADAMS


@dataclass(frozen=True, slots=True)
class RoundedOverTime:
    """Whole persons per half-year.

    Attributes
    ----------
    persons
        Per half-year, ``gm_code`` to persons.
    clamped
        Persons that a cumulative method wanted to take back and could not: a number never falls
        below zero [personen].
    """

    persons: tuple[Persons, ...]
    clamped: int


def round_over_time(
    shares: Sequence[Shares], totals: Sequence[int], verrekening: Verrekening
) -> RoundedOverTime:
    """Make claims whole in every half-year.

    Parameters
    ----------
    shares
        Per half-year, ``gm_code`` to exact share; each sums to 1, all over the same codes.
    totals
        National number per half-year [personen].
    verrekening
        The rule.

    Examples
    --------
    >>> halves = {"GM0001": Fraction(1, 2), "GM0002": Fraction(1, 2)}
    >>> just = round_over_time([halves] * 2, [1, 1], Verrekening.JUST_IN_TIME)
    >>> just.persons
    ({'GM0001': 1, 'GM0002': 0}, {'GM0001': 0, 'GM0002': 1})
    """
    match verrekening:
        case Verrekening.JUST_IN_TIME:
            return RoundedOverTime(_just_in_time(shares, totals), 0)
        case Verrekening.ADAMS_CUMULATIEF | Verrekening.WEBSTER_CUMULATIEF:
            return _cumulative(shares, totals, verrekening.value.removesuffix("_cumulatief"))
        case _:
            each = zip(shares, totals, strict=True)
            persons = (round_shares(s, total, verrekening.value).persons for s, total in each)
            return RoundedOverTime(tuple(persons), 0)


def _just_in_time(shares: Sequence[Shares], totals: Sequence[int]) -> tuple[Persons, ...]:
    """Round each claim down; the rest goes to who is furthest behind its sum of claims."""
    behind = dict.fromkeys(shares[0], Fraction(0))
    found = []
    for part, total in zip(shares, totals, strict=True):
        claims = {code: share * total for code, share in part.items()}
        persons = {code: claim.numerator // claim.denominator for code, claim in claims.items()}
        behind = {code: behind[code] + claims[code] - persons[code] for code in behind}
        open_codes = [code for code, claim in claims.items() if claim.denominator != 1]
        left = total - sum(persons.values())
        for code in sorted(open_codes, key=lambda c: (-behind[c], c))[:left]:
            persons[code] += 1
            behind[code] -= 1
        found.append(persons)
    return tuple(found)


def _cumulative(shares: Sequence[Shares], totals: Sequence[int], method: str) -> RoundedOverTime:
    """Round the sums of the claims; a half-year is what its sum adds to the one before."""
    claims = dict.fromkeys(shares[0], Fraction(0))
    had = dict.fromkeys(shares[0], 0)
    clamped, together, found = 0, 0, []
    for part, total in zip(shares, totals, strict=True):
        together += total
        claims = {code: claims[code] + part[code] * total for code in claims}
        if not together:
            found.append(dict.fromkeys(had, 0))
            continue
        quotas = {code: claim / together for code, claim in claims.items()}
        wanted = round_shares(quotas, together, method).persons
        persons = {code: max(0, wanted[code] - had[code]) for code in had}
        too_many = sum(persons.values()) - total
        clamped += too_many
        for _ in range(too_many):
            behind = {c: claims[c] - had[c] - n for c, n in persons.items() if n}
            persons[min(behind, key=lambda c: (behind[c], c))] -= 1
        had = {code: had[code] + persons[code] for code in had}
        found.append(persons)
    return RoundedOverTime(tuple(found), clamped)
