"""Whether an exchange was carried out: realisatie and saldo of its parties, from the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.teksten import whole
from optimiser.tijd.grootboek import Grootboek
from optimiser.tijd.grootboek.errors import UnknownBookingPeriodError

#: What stands where the ledger does not know.
UNKNOWN = "niet bekend"


@dataclass(frozen=True, slots=True)
class Gerealiseerd:
    """What the ledger knows of one gemeente in one half-year.

    Attributes
    ----------
    realisatie
        Persons housed; None if not known.
    saldo
        What it still owed after it, agreements that bind included [personen]; above zero is behind.
    peildatum
        Up to which day.
    """

    realisatie: int | None = None
    saldo: int | None = None
    peildatum: date | None = None

    @property
    def words(self) -> tuple[str, str, str]:
        """Return realisatie, saldo and day as text.

        >>> Gerealiseerd(12, -3, date(2025, 12, 1)).words, Gerealiseerd().words[0]
        (('12', '−3', '01-12-2025'), 'niet bekend')
        """
        day = UNKNOWN if self.peildatum is None else f"{self.peildatum:%d-%m-%Y}"
        return _told(self.realisatie), _told(self.saldo), day


#: Per half-year and gm_code.
Uitgevoerd = Mapping[tuple[str, str], Gerealiseerd]


def read_carried_out(boek: Grootboek, halfjaren: Iterable[str]) -> Uitgevoerd:
    """Return what the ledger knows per half-year and gemeente; what it does not know is absent.

    Parameters
    ----------
    boek
        The ledger.
    halfjaren
        Those of the agreements.
    """
    found: dict[tuple[str, str], Gerealiseerd] = {}
    for halfjaar in sorted(set(halfjaren)):
        try:
            rows = boek.stand(Halfjaar.parse(halfjaar)).of_level("gemeente")
        except UnknownBookingPeriodError:
            continue
        for code, done, saldo, day in rows[["realisatie", "saldo", "peildatum"]].itertuples():
            known = Gerealiseerd(_number(done), _number(saldo), day if done is not pd.NA else None)
            found[halfjaar, str(code)] = known
    return found


def _number(value: object) -> int | None:
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload]


def _told(count: int | None) -> str:
    return UNKNOWN if count is None else whole(count)
