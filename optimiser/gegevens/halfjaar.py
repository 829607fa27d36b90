"""The period a taakstelling is for: half a calendar year, written ``2021-1``."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from optimiser.errors import UnknownHalfjaarError

#: Months in a half-year.
MONTHS = 6
_PATTERN = re.compile(r"(\d{4})-([12])")


@dataclass(frozen=True, slots=True, order=True)
class Halfjaar:
    """A half-year; orders in time.

    Attributes
    ----------
    jaar
        Calendar year.
    helft
        1 (January-June) or 2 (July-December).

    >>> halfjaar = Halfjaar.parse("2021-1")
    >>> str(halfjaar), halfjaar.peiljaar, str(halfjaar.next())
    ('2021-1', 2020, '2021-2')
    """

    jaar: int
    helft: int

    @classmethod
    def parse(cls, text: str) -> "Halfjaar":
        """Read ``2021-1``.

        Raises
        ------
        UnknownHalfjaarError
            If the text is anything else.
        """
        found = _PATTERN.fullmatch(text.strip())
        if found is None:
            raise UnknownHalfjaarError(halfjaar=text)
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of_serial(cls, serial: int) -> "Halfjaar":
        """Return the half-year with a serial number; the inverse of ``serial``."""
        return cls(serial // 2, serial % 2 + 1)

    @classmethod
    def of_day(cls, day: date) -> "Halfjaar":
        """Return the half-year a day lies in.

        >>> str(Halfjaar.of_day(date(2022, 3, 24)))
        '2022-1'
        """
        return cls(day.year, 1 if day.month <= MONTHS else 2)

    @staticmethod
    def range(first: "Halfjaar", last: "Halfjaar") -> "tuple[Halfjaar, ...]":
        """Return every half-year from one to another, both included.

        >>> [str(one) for one in Halfjaar.range(Halfjaar(2020, 2), Halfjaar(2021, 2))]
        ['2020-2', '2021-1', '2021-2']
        """
        return tuple(Halfjaar.of_serial(n) for n in range(first.serial, last.serial + 1))

    @property
    def serial(self) -> int:
        """Count of half-years since year 0, so that two of them can be subtracted."""
        return 2 * self.jaar + self.helft - 1

    @property
    def peiljaar(self) -> int:
        """Year whose 1 January counts the inhabitants (Huisvestingswet 2014, art. 29 lid 1)."""
        return self.jaar - 1

    def next(self) -> "Halfjaar":
        """Return the half-year that follows."""
        return Halfjaar(self.jaar, 2) if self.helft == 1 else Halfjaar(self.jaar + 1, 1)

    def prev(self) -> "Halfjaar":
        """Return the half-year before.

        >>> str(Halfjaar(2021, 1).prev())
        '2020-2'
        """
        return Halfjaar.of_serial(self.serial - 1)

    @property
    def eerste_dag(self) -> date:
        """First day: 1 January or 1 July."""
        return date(self.jaar, 1 if self.helft == 1 else MONTHS + 1, 1)

    @property
    def laatste_dag(self) -> date:
        """Last day: 30 June or 31 December."""
        return self.next().eerste_dag - timedelta(days=1)

    def holds_month(self, month: int) -> bool:
        """Tell whether a calendar month lies in it.

        >>> Halfjaar(2021, 2).holds_month(7), Halfjaar(2021, 2).holds_month(6)
        (True, False)
        """
        return self.eerste_dag.month <= month <= self.laatste_dag.month

    def maanden_verstreken(self, peildatum: date) -> Fraction:
        """Return the months passed on a day, 0 to 6; the last day of a month completes it.

        >>> [str(Halfjaar(2021, 2).maanden_verstreken(date(2021, m, d)))
        ...     for m, d in ((6, 1), (7, 1), (9, 30), (10, 1), (11, 16), (12, 31))]
        ['0', '0', '3', '3', '9/2', '6']
        """
        if peildatum < self.eerste_dag:
            return Fraction(0)
        if peildatum >= self.laatste_dag:
            return Fraction(MONTHS)
        days = monthrange(peildatum.year, peildatum.month)[1]
        whole = (peildatum.month - 1) % MONTHS
        return whole + (Fraction(1) if peildatum.day == days else Fraction(peildatum.day - 1, days))

    def __str__(self) -> str:
        return f"{self.jaar}-{self.helft}"
