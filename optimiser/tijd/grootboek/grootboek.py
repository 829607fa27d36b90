"""The door to the ledger: bookings in, stands out; nothing is ever changed or taken away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.boeking import Boeking, BoekingStatus
from optimiser.tijd.grootboek.clocks import known_on
from optimiser.tijd.grootboek.course import Course, run_course
from optimiser.tijd.grootboek.errors import UnknownBookingPeriodError
from optimiser.tijd.grootboek.overgang import Overgang
from optimiser.tijd.grootboek.rows import combined, to_rows
from optimiser.tijd.grootboek.stand import LEVELS, Stand, stand_at


@dataclass(frozen=True, eq=False)
class Grootboek:
    """Bookings of taakstelling, uitruil and realisatie, and the saldo that follows.

    Attributes
    ----------
    rows
        The bookings, canonical (``rows.combined``); ``to_frame`` gives them to a reader.
    overgangen
        Mergers along which a saldo moves.
    namen
        Code to the name of a unit.
    bronnen
        What the ledger rests on, one line each, for every output.
    shown
        Gemeenten that a reader gets; None: all.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> from optimiser.tijd.grootboek.printed import embedded_grootboek
    >>> boek = embedded_grootboek(read_embedded())
    >>> stand = boek.stand(Halfjaar(2021, 1))
    >>> stand.of_level("land")["saldo"].tolist()
    [5584]
    """

    rows: pd.DataFrame
    overgangen: tuple[Overgang, ...] = ()
    namen: Mapping[str, str] = field(default_factory=dict)
    bronnen: tuple[str, ...] = ()
    shown: frozenset[str] | None = None

    @classmethod
    def of(cls, boekingen: Iterable[Boeking], overgangen: Iterable[Overgang] = ()) -> Self:
        """Return a ledger of these bookings, in whatever order they come.

        Raises
        ------
        ConflictingBoekingError, FinalBoekingError, UitruilNotClosedError
            If they contradict each other.
        """
        return cls(combined([to_rows(boekingen)]), tuple(overgangen))

    def add(self, *boekingen: Boeking) -> Self:
        """Return the ledger with more bookings.

        Raises
        ------
        ConflictingBoekingError, FinalBoekingError, UitruilNotClosedError
            If they contradict what is there or each other.
        """
        return self.add_rows(to_rows(boekingen))

    def add_rows(self, *tables: pd.DataFrame) -> Self:
        """Return the ledger with tables of bookings added (columns as ``Boeking``)."""
        return replace(self, rows=combined([self.rows, *tables]))

    @property
    def perioden(self) -> tuple[Halfjaar, ...]:
        """Half-years from the first to the last with a booking."""
        if self.rows.empty:
            return ()
        first, last = int(self.rows["periode"].min()), int(self.rows["periode"].max())
        return Halfjaar.range(Halfjaar.of_serial(first), Halfjaar.of_serial(last))

    def course(self, bekend_op: date | None = None, peildatum: date | None = None) -> Course:
        """Work out every half-year with what was known on a day.

        Raises
        ------
        VanishedGemeenteError, SplitGemeenteError
            If a booking or a saldo belongs to a gemeente that ended.
        """
        course = run_course(known_on(self.rows, bekend_op, peildatum), self.overgangen)
        return course if self.shown is None else course.of_units(self._is_shown)

    def stand(
        self, periode: Halfjaar, bekend_op: date | None = None, peildatum: date | None = None
    ) -> Stand:
        """Return the stand of one half-year.

        Parameters
        ----------
        periode
            Half-year.
        bekend_op
            Only what we had learned by this day.
        peildatum
            Only what is about days up to this one.

        Raises
        ------
        UnknownBookingPeriodError
            If nothing (known then) is booked in it.
        """
        course = self.course(bekend_op, peildatum)
        known = course.perioden
        if periode not in known:
            raise UnknownBookingPeriodError(
                halfjaar=str(periode), bekend=[str(one) for one in known] or "niets"
            )
        return stand_at(course, periode)

    def of_gemeenten(self, gm_codes: frozenset[str]) -> Self:
        """Return the ledger of these gemeenten, with the provinces and the country.

        What a gemeente owed that became part of one of these is counted, and not shown.
        """
        # A split whose shares are not known stays, so that it is still refused where it counts.
        needed = gm_codes | {one.oud for one in self.overgangen if not one.delen}
        while more := {
            one.oud
            for one in self.overgangen
            if one.oud not in needed and any(code in needed for code, _ in one.delen)
        }:
            needed |= more
        units = self.rows["eenheid"].astype(str)
        keep = ~units.str.startswith(LEVELS["gemeente"]) | units.isin(needed)
        rows = self.rows[keep].reset_index(drop=True)
        moves = tuple(one for one in self.overgangen if one.oud in needed)
        return replace(self, rows=rows, overgangen=moves, shown=gm_codes)

    def _is_shown(self, unit: str) -> bool:
        gemeente = unit.startswith(LEVELS["gemeente"])
        return self.shown is None or not gemeente or unit in self.shown

    def to_frame(self) -> pd.DataFrame:
        """Return the bookings for a reader: half-years, dates and statuses in words."""
        ranks = list(BoekingStatus)
        out = self.rows[[self._is_shown(str(unit)) for unit in self.rows["eenheid"]]].copy()
        out["periode"] = [str(Halfjaar.of_serial(int(n))) for n in out["periode"]]
        out["status"] = [str(ranks[n]) for n in out["status"]]
        for name in ("peildatum", "geboekt_op"):
            out[name] = out[name].dt.date
        out.insert(1, "naam", out["eenheid"].astype(str).map(lambda code: self.name_of(code)))
        return out

    def name_of(self, code: str) -> str:
        """Return the name of a unit; its code if it has none."""
        return self.namen.get(code, code)
