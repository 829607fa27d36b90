"""Mergers in the ledger: on the day a gemeente ends, its saldo goes to its successors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from optimiser.errors import SplitGemeenteError
from optimiser.gegevens.halfjaar import Halfjaar

#: ``(old code, new code)`` to the share of the old gemeente.
Shares = Mapping[tuple[str, str], Fraction]


@dataclass(frozen=True, slots=True)
class Overgang:
    """The end of one gemeente.

    Attributes
    ----------
    datum
        First day without it (administrative, not that of the tables of CBS).
    oud, gemeente
        Its code and name.
    delen
        Successor to share; empty while the shares of a split gemeente are unknown.
    opvolgers
        Names of the successors, for messages.
    nieuw
        Successors that did not exist before.
    """

    datum: date
    oud: str
    gemeente: str
    delen: tuple[tuple[str, Fraction], ...]
    opvolgers: tuple[str, ...]
    nieuw: frozenset[str] = frozenset()

    @property
    def periode(self) -> Halfjaar:
        """Half-year in which it ends."""
        return Halfjaar.of_day(self.datum)

    def parts(self, personen: int) -> dict[str, int]:
        """Divide a saldo over the successors: whole persons, largest rest first, then code.

        Raises
        ------
        SplitGemeenteError
            If the shares of a split gemeente are unknown.

        >>> one = Overgang(date(2021, 1, 1), "GM0788", "Haaren",
        ...     (("GM0757", Fraction(1, 2)), ("GM0824", Fraction(1, 2))), ())
        >>> one.parts(5), one.parts(-5)
        ({'GM0757': 3, 'GM0824': 2}, {'GM0757': -2, 'GM0824': -3})
        """
        if not self.delen:
            raise SplitGemeenteError(
                gemeente=self.gemeente,
                gm_code=self.oud,
                jaar=str(self.datum.year),
                delen=list(self.opvolgers),
            )
        exact = {code: personen * share for code, share in self.delen}
        whole = {code: amount.__floor__() for code, amount in exact.items()}
        order = sorted(exact, key=lambda code: (whole[code] - exact[code], code))
        for code in order[: personen - sum(whole.values())]:
            whole[code] += 1
        return whole


def overgangen(
    herindelingen: pd.DataFrame, existing: Mapping[int, Iterable[str]], shares: Shares | None = None
) -> tuple[Overgang, ...]:
    """Return the mergers as the ledger needs them, in order of time.

    Parameters
    ----------
    herindelingen
        One row per vanished gemeente and successor; ``bestuurlijk`` is the administrative date.
    existing
        Year to the codes of its gemeenten, to tell new successors from old ones.
    shares
        Of split gemeenten (Winsum 2019, Haaren 2021); each gemeente sums to 1.
    """
    given = shares or {}
    dates = "bestuurlijk" if "bestuurlijk" in herindelingen else "ingangsdatum"
    found = []
    for (day, old), parts in herindelingen.groupby([dates, "oude_gm_code"]):
        codes = list(parts["nieuwe_gm_code"])
        known = {new: given[str(old), new] for new in codes if (str(old), new) in given}
        if len(codes) == 1:
            known = {codes[0]: Fraction(1)}
        complete = len(known) == len(codes) and sum(known.values()) == 1
        before = set(existing.get(pd.Timestamp(day).year - 1, codes))
        found.append(
            Overgang(
                pd.Timestamp(day).date(),
                str(old),
                str(parts["oude_gemeente"].iloc[0]),
                tuple(sorted(known.items())) if complete else (),
                tuple(parts["nieuwe_gemeente"]),
                frozenset(set(codes) - before),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.datum, one.oud)))
