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
from optimiser.tijd.grootboek.stand import Stand, stand_at


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

    Examples
    --------
    >>> from optimiser.io.gegevens import read_gegevens
    >>> from optimiser.tijd.grootboek.printed import embedded_grootboek
    >>> boek = embedded_grootboek(read_gegevens())
    >>> stand = boek.stand(Halfjaar(2021, 1))
    >>> stand.of_level("land")["saldo"].tolist()
    [5584]
    """

    rows: pd.DataFrame
    overgangen: tuple[Overgang, ...] = ()
    namen: Mapping[str, str] = field(default_factory=dict)
    bronnen: tuple[str, ...] = ()

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
        return run_course(known_on(self.rows, bekend_op, peildatum), self.overgangen)

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

    def to_frame(self) -> pd.DataFrame:
        """Return the bookings for a reader: half-years, dates and statuses in words."""
        ranks = list(BoekingStatus)
        out = self.rows.copy()
        out["periode"] = [str(Halfjaar.of_serial(int(n))) for n in out["periode"]]
        out["status"] = [str(ranks[n]) for n in out["status"]]
        for name in ("peildatum", "geboekt_op"):
            out[name] = out[name].dt.date
        out.insert(1, "naam", out["eenheid"].astype(str).map(lambda code: self.name_of(code)))
        return out

    def name_of(self, code: str) -> str:
        """Return the name of a unit; its code if it has none."""
        return self.namen.get(code, code)
