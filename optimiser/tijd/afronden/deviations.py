"""What rounding does over time: the sum of numbers beside the sum of claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from optimiser.tijd.afronden.rules import Shares, Verrekening, round_over_time


@dataclass(frozen=True)
class Afwijkingen:
    """One rule over all half-years.

    Attributes
    ----------
    verrekening
        The rule.
    eind
        ``gm_code`` to sum of numbers minus sum of claims at the end [personen].
    ooit
        Largest deviation of any gemeente at the end of any half-year [personen].
    buiten
        Sums, over gemeenten and half-years, that lie outside their claim rounded down and up.
    cellen
        All such sums.
    clamped
        Persons that could not be taken back, see ``RoundedOverTime``.
    """

    verrekening: Verrekening
    eind: dict[str, Fraction]
    ooit: Fraction
    buiten: int
    cellen: int
    clamped: int

    @property
    def elders(self) -> Fraction:
        """Persons placed elsewhere than claimed at the end, half of all deviations [personen]."""
        return sum((abs(value) for value in self.eind.values()), Fraction(0)) / 2

    def total_of(self, codes: Sequence[str]) -> Fraction:
        """Return what gemeenten together got too many at the end [personen]."""
        return sum((self.eind[code] for code in codes), Fraction(0))


def measure_afwijkingen(
    shares: Sequence[Shares], totals: Sequence[int], verrekening: Verrekening
) -> Afwijkingen:
    """Round by a rule and measure where it leaves every gemeente.

    Examples
    --------
    Rounding up every half-year gives the smaller one more and more.

    >>> parts = {"GM0001": Fraction(1, 10), "GM0002": Fraction(9, 10)}
    >>> [str(measure_afwijkingen([parts] * 4, [14] * 4, rule).eind["GM0001"])
    ...     for rule in (Verrekening.ADAMS, Verrekening.JUST_IN_TIME)]
    ['12/5', '2/5']
    """
    rounded = round_over_time(shares, totals, verrekening)
    claims = dict.fromkeys(shares[0], Fraction(0))
    had = dict.fromkeys(shares[0], 0)
    worst, outside = Fraction(0), 0
    for part, total, persons in zip(shares, totals, rounded.persons, strict=True):
        for code in had:
            claims[code] += part[code] * total
            had[code] += persons[code]
            worst = max(worst, abs(had[code] - claims[code]))
            outside += not floor(claims[code]) <= had[code] <= ceil(claims[code])
    end = {code: had[code] - claims[code] for code in had}
    return Afwijkingen(verrekening, end, worst, outside, len(totals) * len(had), rounded.clamped)
