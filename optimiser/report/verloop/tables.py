"""The stand of a half-year, and the course of one unit through half-years, as tables."""

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.grootboek.stand import PERSONS, Stand, stand_at, stand_frame
from optimiser.tijd.grootboek.tempo import tempo_frame, with_tempo

#: Columns of a stand table, in order; the first two name the unit.
STAND = (
    "code",
    "naam",
    *PERSONS,
    "graad",
    "maanden_werk",
    "naar_rato",
    "nodig_per_maand",
    "maal_tempo",
    "maal_hoogste",
    "hoogste",
    "hoogste_periode",
    "leeftijd",
    "reeks",
    "vanaf",
    "beginstand",
    "peildatum",
    "status",
)
#: Columns with persons, for number formats.
WHOLE = (*PERSONS, "naar_rato", "hoogste")


def stand_table(book: Grootboek, course: Course, periode: Halfjaar, per: str) -> pd.DataFrame:
    """Return one half-year per unit of a level.

    Parameters
    ----------
    book
        For the names.
    course
        The ledger worked out.
    periode, per
        Half-year and level (``land``, ``provincie`` or ``gemeente``).

    Returns
    -------
    pandas.DataFrame
        Columns ``STAND``; unknown is NA. Facts of a half-year under way only where it is not over.
    """
    stand = stand_at(course, periode)
    table = with_tempo(Stand(periode, stand.of_level(per)), course)
    return _named(table, book)


def course_table(book: Grootboek, course: Course, eenheid: str) -> pd.DataFrame:
    """Return one unit through all half-years in which it is there: ``periode`` and ``STAND``."""
    return _through(book, course, course.eenheden == eenheid)


def every_course_table(book: Grootboek, course: Course) -> pd.DataFrame:
    """Return every unit through all half-years in which it is there, as ``course_table``."""
    return _through(book, course, np.ones(len(course.eenheden), dtype=bool))


def _through(book: Grootboek, course: Course, wanted: np.ndarray) -> pd.DataFrame:
    units, times = np.nonzero(course.present & wanted[:, None])
    table = tempo_frame(stand_frame(course, units, times), course, units, times)
    perioden = [str(one) for one in course.perioden]
    return _named(table, book).assign(periode=[perioden[t] for t in times])[["periode", *STAND]]


def unexplained_table(book: Grootboek, course: Course) -> pd.DataFrame:
    """Return where a row does not close (onverklaard) or does not carry over (aansluiting)."""
    rows = []
    for name in ("onverklaard", "aansluiting"):
        matrix = course.parts[name]
        for unit, t in zip(*np.nonzero(matrix), strict=True):
            code = str(course.eenheden[unit])
            rows.append(
                {
                    "periode": str(course.perioden[t]),
                    "code": code,
                    "naam": book.name_of(code),
                    "soort": name,
                    "personen": int(matrix[unit, t]),
                }
            )
    columns = ["periode", "code", "naam", "soort", "personen"]
    return pd.DataFrame(rows, columns=columns).sort_values(["soort", "periode", "code"])


def _named(table: pd.DataFrame, book: Grootboek) -> pd.DataFrame:
    out = table.reset_index(names="code")
    names = {code: book.name_of(code) for code in out["code"].unique()}
    out.insert(1, "naam", [names[code] for code in out["code"]])
    return out[list(STAND)]
