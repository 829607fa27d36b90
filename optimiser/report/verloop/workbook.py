"""The ledger as a workbook: stand, course, bookings, what does not close, where it comes from."""

from typing import TYPE_CHECKING

import pandas as pd

from optimiser.report.verloop.tables import (
    WHOLE,
    every_course_table,
    stand_table,
    unexplained_table,
)
from optimiser.tijd.grootboek.stand import stand_at

if TYPE_CHECKING:
    from optimiser.gegevens.halfjaar import Halfjaar
    from optimiser.io.writing.workbook import Sheet
    from optimiser.tijd.grootboek.course import Course
    from optimiser.tijd.grootboek.grootboek import Grootboek

FORMATS = dict.fromkeys([*WHOLE, "personen"], "#,##0") | {
    "graad": "0.0%",
    "maanden_werk": "0.0",
    "nodig_per_maand": "0.0",
    "maal_tempo": "0.00",
    "maal_hoogste": "0.00",
}
_LEVELS = {"land": "Land", "provincie": "Provincies", "gemeente": "Gemeenten"}


def saldo_sheets(book: "Grootboek", course: "Course", periode: "Halfjaar") -> list["Sheet"]:
    """Return the sheets of ``saldo.xlsx``.

    Levels that have nothing are left out; the country also through all half-years.
    """
    from optimiser.io.writing.workbook import Sheet

    sheets = []
    stand = stand_at(course, periode)
    for per, title in _LEVELS.items():
        if len(stand.of_level(per)):
            table = stand_table(book, course, periode, per)
            sheets.append(Sheet(f"{title} {periode}", plain_table(table), formats=FORMATS))
    every = every_course_table(book, course)
    sheets.append(Sheet("Alle halfjaren", plain_table(every), formats=FORMATS))
    off = unexplained_table(book, course)
    sheets.append(Sheet("Onverklaard", off, formats=FORMATS))
    sheets.append(Sheet("Boekingen", plain_table(book.to_frame()), formats=FORMATS))
    return sheets


def plain_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose days are text and whose yes and no are Dutch."""
    out = table.copy()
    for column in ("peildatum", "geboekt_op"):
        if column in out:
            out[column] = [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in out[column]]
    if "beginstand" in out:
        out["beginstand"] = ["ja" if known else "nee" for known in out["beginstand"]]
    return out
