"""The ledger of the session, worked out once per question."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from optimiser.datapunt.held import grootboek_key, read_grootboek
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.verloop.tables import course_table, stand_table
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.ui.frame import session
from optimiser.ui.frame.admission import zicht


@dataclass(frozen=True)
class Ledger:
    """The ledger as it was known on a day.

    Attributes
    ----------
    book, course
        Bookings, and worked out.
    bekend_op
        The day; None is now.
    """

    book: Grootboek
    course: Course
    bekend_op: date | None = None

    def table(self, periode: Halfjaar, per: str) -> pd.DataFrame:
        """Return the stand of a level, kept; nobody may change it."""
        told = (grootboek_key(), self.bekend_op, str(periode), per)
        return session.kept(
            "saldo_tabel", told, lambda: stand_table(self.book, self.course, periode, per)
        )

    def through(self, eenheid: str) -> pd.DataFrame:
        """Return one unit through all half-years, kept; nobody may change it."""
        told = (grootboek_key(), self.bekend_op, eenheid)
        return session.kept(
            "saldo_halfjaren", told, lambda: course_table(self.book, self.course, eenheid)
        )


def ledger(bekend_op: date | None = None) -> Ledger:
    """Return the ledger as known on a day, by default now."""
    key = grootboek_key()
    book = session.kept("grootboek", key, lambda: read_grootboek(zicht()), "Grootboek opmaken …")
    course = session.kept("saldo_verloop", (key, bekend_op), lambda: book.course(bekend_op))
    return Ledger(book, course, bekend_op)
