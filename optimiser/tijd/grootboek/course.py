"""Half-year after half-year, all units at once.

For unit u and half-year t, in persons::

    begin_t  = beginstand_t if booked, else saldo_{t-1}
    opgave_t = begin_t + taakstelling_t + uitruil_t + herindeling_t
    saldo_t  = opgave_t - realisatie_t + correctie_t + onverklaard_t

A beginstand that differs from the saldo before it shows as ``aansluiting``. A missing
taakstelling or realisatie is missing, never zero: the saldo is unknown until a next beginstand.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.boeking import BoekingSoort
from optimiser.tijd.grootboek.booked import Booked, Matrix
from optimiser.tijd.grootboek.overgang import Overgang


@dataclass(frozen=True)
class Course:
    """The ledger worked out; matrices of shape (units, half-years), NaN where unknown.

    Attributes
    ----------
    eenheden
        Units, ascending.
    first
        Serial number of the first half-year.
    parts
        By name: ``saldo_begin``, ``aansluiting``, ``taakstelling``, ``uitruil``, ``herindeling``,
        ``opgave``, ``realisatie``, ``correctie``, ``onverklaard``, ``saldo`` [personen].
    counted_from
        Serial number of the half-year from which the saldo counts; -1 where it does not.
    complete
        Whether it counts from a known beginstand.
    present
        Whether the unit exists or has anything booked.
    peildatum, status
        Of the realisatie: days since 1970 (NaN if missing), rank of its status.
    """

    eenheden: pd.Index
    first: int
    parts: dict[str, Matrix]
    counted_from: Matrix
    complete: Matrix
    present: Matrix
    peildatum: Matrix
    status: Matrix

    @property
    def perioden(self) -> tuple[Halfjaar, ...]:
        """Half-years, ascending."""
        count = self.counted_from.shape[1]
        return tuple(Halfjaar.of_serial(self.first + t) for t in range(count))

    def of_units(self, wanted: Callable[[str], bool]) -> "Course":
        """Return the course of some units only."""
        keep = np.array([wanted(str(unit)) for unit in self.eenheden], dtype=bool)
        names = ("eenheden", "counted_from", "complete", "present", "peildatum", "status")
        kept = {name: getattr(self, name)[keep] for name in names}
        return replace(self, parts={n: part[keep] for n, part in self.parts.items()}, **kept)


def run_course(rows: pd.DataFrame, overgangen: Iterable[Overgang]) -> Course:
    """Work the ledger out.

    Parameters
    ----------
    rows
        Bookings, one per fact (``clocks.known_on``).
    overgangen
        Mergers, ascending in time.

    Raises
    ------
    VanishedGemeenteError
        If something is booked on a gemeente that had ended.
    SplitGemeenteError
        If a saldo must be divided and the shares are unknown.
    """
    booked = Booked.of(rows, tuple(overgangen))
    run = _Run(booked)
    for t in range(booked.periods):
        run.open(t)
        for ending in booked.endings.get(t, ()):
            run.move(t, ending)
        run.close(t)
    return Course(
        eenheden=booked.eenheden,
        first=booked.first,
        parts=run.parts,
        counted_from=run.counted_from,
        complete=run.complete,
        present=run.present,
        peildatum=booked.peildatum,
        status=booked.status,
    )


class _Run:
    """The ledger while it is worked out, one half-year at a time."""

    def __init__(self, booked: Booked) -> None:
        shape = booked.any.shape
        self.booked = booked
        self.parts = dict(booked.kinds)
        starts = self.parts.pop(BoekingSoort.BEGINSTAND)
        self.starts = starts
        for name in ("saldo_begin", "opgave", "saldo"):
            self.parts[name] = np.full(shape, np.nan)
        for name in ("aansluiting", "herindeling"):
            self.parts[name] = np.zeros(shape)
        self.counted_from = np.full(shape, -1, dtype="int64")
        self.complete = np.zeros(shape, dtype=bool)
        self.present = booked.any.copy()
        self.gone = np.zeros(shape[0], dtype=bool)
        self.born: set[int] = set()

    def open(self, t: int) -> None:
        """Set the begin of a half-year: a booked one, the saldo before it, or a first count."""
        booked, parts = self.booked, self.parts
        start, given = self.starts[:, t], ~np.isnan(self.starts[:, t])
        before = np.full(len(start), np.nan)
        since = np.full(len(start), -1)
        whole = np.zeros(len(start), dtype=bool)
        if t:
            before, since = parts["saldo"][:, t - 1], self.counted_from[:, t - 1]
            whole = self.complete[:, t - 1]
        fresh = (since < 0) & ~given & ~np.isnan(booked.kinds[BoekingSoort.REALISATIE][:, t])
        parts["saldo_begin"][:, t] = np.where(given, start, np.where(fresh, 0.0, before))
        off = given & ~np.isnan(before)
        parts["aansluiting"][off, t] = (start - before)[off]
        counts_anew = fresh | (given & np.isnan(before))
        self.counted_from[:, t] = np.where(counts_anew, booked.first + t, since)
        self.complete[:, t] = given | (whole & ~fresh)
        if t:
            self.present[:, t] |= self.present[:, t - 1] & ~self.gone

    def move(self, t: int, ending: Overgang) -> None:
        """Bring what the old gemeente owes to its successors."""
        parts, units = self.parts, self.booked.eenheden
        old = units.get_loc(ending.oud)
        amount = parts["saldo_begin"][old, t] + parts["herindeling"][old, t]
        if self.booked.any[old, t]:
            amount += self._added(old, t)
        self.gone[old] = True
        if self.counted_from[old, t] < 0:
            return
        pieces = {code: np.nan for code, _ in ending.delen}
        if not np.isnan(amount):
            pieces = {code: float(part) for code, part in ending.parts(int(amount)).items()}
            parts["herindeling"][old, t] -= amount
        for code, piece in pieces.items():
            new = units.get_loc(code)
            if code in ending.nieuw and new not in self.born:
                self.born.add(new)
                parts["saldo_begin"][new, t] = 0.0
                self.counted_from[new, t] = self.counted_from[old, t]
                self.complete[new, t] = True
            parts["herindeling"][new, t] += piece
            self.complete[new, t] &= self.complete[old, t]
            self.present[new, t] = True

    def close(self, t: int) -> None:
        """Work out opgave and saldo."""
        parts = self.parts
        base = parts["saldo_begin"][:, t] + parts["herindeling"][:, t]
        parts["opgave"][:, t] = (
            base + parts[BoekingSoort.TAAKSTELLING][:, t] + parts[BoekingSoort.UITRUIL][:, t]
        )
        parts["saldo"][:, t] = base + self._added(slice(None), t)
        ended = self.gone & ~self.booked.any[:, t]
        parts["opgave"][ended, t] = parts["saldo"][ended, t] = base[ended]
        if t:
            late = self.gone & ~self.present[:, t]
            parts["opgave"][late, t] = parts["saldo"][late, t] = np.nan

    def _added(self, unit: int | slice, t: int) -> Matrix:
        parts = self.parts
        added = sum(
            parts[soort][unit, t]
            for soort in (
                BoekingSoort.TAAKSTELLING,
                BoekingSoort.UITRUIL,
                BoekingSoort.CORRECTIE,
                BoekingSoort.ONVERKLAARD,
            )
        )
        return np.asarray(added - parts[BoekingSoort.REALISATIE][unit, t])
