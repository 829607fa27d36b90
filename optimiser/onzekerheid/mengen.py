r"""Every weight at which a mix of two keys changes, exactly.

With weight :math:`\theta` on the second key the share is :math:`(1-\theta) a_i + \theta b_i`, a
straight line, so everything of interest happens at rational weights that can be computed exactly:

* ``omslagpunten``: where the exact share crosses the reference: from gain to loss or back;
* ``verplaatst_lijn``: the moved part as a piecewise linear, convex function of the weight;
* ``wisselpunten``: every weight at which the whole-number table changes: one person moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from optimiser.onzekerheid.errors import SweepError
from optimiser.rounding import Bounds, round_shares
from optimiser.rounding.all_totals import NEAR
from optimiser.rounding.result import Shares

#: Persons held to twice the signpost of a divisor method that is linear in the share.
_SIGNPOSTS = {"adams": 0, "webster": 1, "jefferson": 2}


@dataclass(frozen=True, slots=True)
class Wissel:
    """One person moves at a weight of the second key (0 to 1)."""

    gewicht: Fraction
    van: str
    naar: str


def omslagpunten(eerste: Shares, tweede: Shares, tegen: Shares) -> pd.DataFrame:
    """Find per gemeente the weight at which it turns from gain to loss.

    Parameters
    ----------
    eerste, tweede
        Exact shares at weight 0 and 1 of the second key.
    tegen
        Exact shares of the reference.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``: ``gewicht`` (``Fraction`` inside 0..1, None when it does not turn),
        ``begin`` and ``eind`` (verlies, gelijk, winst at weight 0 and 1; *winst* is fewer
        persons: the gemeente gets less than under the reference).

    Examples
    --------
    >>> F = Fraction
    >>> a, b = {"GM0001": F(1, 4), "GM0002": F(3, 4)}, {"GM0001": F(3, 4), "GM0002": F(1, 4)}
    >>> half = {"GM0001": F(1, 2), "GM0002": F(1, 2)}
    >>> omslagpunten(a, b, half).loc["GM0001"].tolist()
    [Fraction(1, 2), 'winst', 'verlies']
    """
    rows = {}
    for code, reference in tegen.items():
        low, high = eerste[code] - reference, tweede[code] - reference
        turns = low * high < 0
        weight = low / (low - high) if turns else None
        rows[code] = (weight, _word(low), _word(high))
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["gewicht", "begin", "eind"])
    return table.astype(object).where(table.notna(), None).rename_axis("gm_code")


def _word(change: Fraction) -> str:
    return "gelijk" if change == 0 else "verlies" if change > 0 else "winst"


def verplaatst_lijn(
    eerste: Shares, tweede: Shares, tegen: Shares
) -> list[tuple[Fraction, Fraction]]:
    """Return the moved part of the persons at every weight where its slope changes.

    Half the sum of absolute differences with the reference, in exact shares: convex and piecewise
    linear, so between these points a straight line is exact.

    Examples
    --------
    >>> F = Fraction
    >>> a, b = {"A": F(1, 4), "B": F(3, 4)}, {"A": F(3, 4), "B": F(1, 4)}
    >>> [(str(w), str(v)) for w, v in verplaatst_lijn(a, b, {"A": F(1, 2), "B": F(1, 2)})]
    [('0', '1/4'), ('1/2', '0'), ('1', '1/4')]
    """
    turns = omslagpunten(eerste, tweede, tegen)["gewicht"].dropna()
    points = sorted({Fraction(0), Fraction(1), *turns})

    def moved(weight: Fraction) -> Fraction:
        gaps = (
            abs((1 - weight) * eerste[code] + weight * tweede[code] - tegen[code]) for code in tegen
        )
        return sum(gaps, Fraction(0)) / 2

    return [(weight, moved(weight)) for weight in points]


def wisselpunten(
    eerste: Shares, tweede: Shares, totaal: int, afronding: str = "adams"
) -> list[Wissel]:
    """Find every weight at which the whole-number table of the mix changes.

    Parameters
    ----------
    eerste, tweede
        Exact shares at weight 0 and 1 of the second key, the same gemeenten.
    totaal
        Persons.
    afronding
        adams, webster or jefferson.

    Returns
    -------
    list of Wissel
        Ascending; from the table just above weight 0 to the one just below weight 1.

    Raises
    ------
    SweepError
        If the rounding is no linear divisor method, or is adams with fewer persons than
        gemeenten.

    Notes
    -----
    A table is that of a divisor method as long as the highest claim on a next person is at most
    the lowest claim on a last one. Both are straight lines, so their difference is convex in the
    weight: Newton's method from weight 1 finds the end of the interval exactly.
    """
    return list(_walk(_Menging(eerste, tweede, totaal, afronding)))


class _Menging:
    """The two shares per gemeente and the table at the current weight."""

    def __init__(self, eerste: Shares, tweede: Shares, totaal: int, afronding: str) -> None:
        if afronding not in _SIGNPOSTS:
            raise SweepError(reden=f"de afronding is {afronding}; hier kan {', '.join(_SIGNPOSTS)}")
        self.codes = [code for code in eerste if eerste[code] > 0 or tweede[code] > 0]
        if afronding == "adams" and totaal < len(self.codes):
            raise SweepError(reden="er zijn minder personen dan gemeenten met een aandeel")
        self.shares = [(eerste[code], tweede[code]) for code in self.codes]
        self.floats = np.array([[float(a), float(b)] for a, b in self.shares])
        self.offset = _SIGNPOSTS[afronding]
        least = dict.fromkeys(self.codes, 1) if afronding == "adams" else {}
        table = round_shares(eerste, totaal, afronding, Bounds(least, {})).persons
        self.persons = np.array([table[code] for code in self.codes], dtype=np.int64)

    def claim(self, i: int, extra: int, weight: Fraction) -> Fraction:
        """Return the claim on a next person (extra 0), or on the last one (extra -1)."""
        first, second = self.shares[i]
        share = (1 - weight) * first + weight * second
        return 2 * share / (2 * (int(self.persons[i]) + extra) + self.offset)

    def gap(self, pair: tuple[int, int], weight: Fraction) -> Fraction:
        """Return how far the first one's next claim is above the second one's last claim."""
        return self.claim(pair[0], 0, weight) - self.claim(pair[1], -1, weight)

    def widest(self, weight: Fraction) -> tuple[int, int] | None:
        """Return who has the highest next claim and who the lowest last claim, exactly.

        None when nobody has a person that could go elsewhere.
        """
        share = self.floats[:, 0] + float(weight) * (self.floats[:, 1] - self.floats[:, 0])
        signposts = 2.0 * self.persons + self.offset
        nexts = share / signposts
        loose = signposts > 2  # the last person can go
        if not loose.any():
            return None
        lasts = np.where(loose, share / np.where(loose, signposts - 2, 1), np.inf)
        near_next = np.flatnonzero(nexts >= nexts.max() - NEAR * nexts.max())
        near_last = np.flatnonzero(lasts <= lasts.min() + NEAR * nexts.max())
        taker = max(near_next, key=lambda i: self.claim(int(i), 0, weight))
        giver = min(near_last, key=lambda i: self.claim(int(i), -1, weight))
        return int(taker), int(giver)


def _walk(mix: _Menging) -> Iterator[Wissel]:
    weight = Fraction(0)
    while True:
        at, changing = Fraction(1), None
        while (pair := mix.widest(at)) is not None and (high := mix.gap(pair, at)) > 0:
            low = mix.gap(pair, weight)  # at most 0: the table holds at this weight
            at, changing = weight + (at - weight) * -low / (high - low), pair
        if changing is None:
            return
        taker, giver = changing
        yield Wissel(at, mix.codes[giver], mix.codes[taker])
        mix.persons[taker] += 1
        mix.persons[giver] -= 1
        weight = at
