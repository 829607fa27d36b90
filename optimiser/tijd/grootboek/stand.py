"""One half-year for the reader: what was owed, asked, done; months of work, age and run."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.boeking import BoekingStatus
from optimiser.tijd.grootboek.course import Course

#: Levels, and how the codes of their units start.
LEVELS = {"land": "NL", "provincie": "PV", "gemeente": "GM"}
#: Columns with persons, in the order of the sum.
PERSONS = (
    "saldo_begin",
    "aansluiting",
    "taakstelling",
    "uitruil",
    "herindeling",
    "opgave",
    "realisatie",
    "correctie",
    "onverklaard",
    "saldo",
)


@dataclass(frozen=True)
class Stand:
    """The ledger at one half-year.

    Attributes
    ----------
    periode
        The half-year.
    eenheden
        Index ``eenheid``: the columns ``PERSONS`` [personen, ``Int64``, NA if unknown; the sum
        ``saldo_begin`` already holds ``aansluiting``], ``graad`` (realisatie / opgave),
        ``maanden_werk`` (6 x saldo / taakstelling), ``leeftijd`` (half-years with an open rest),
        ``reeks`` (half-year ends in a row with a saldo above 0), ``vanaf`` (half-year from which
        the saldo counts), ``beginstand`` (whether it counts from a known one), ``peildatum``
        (of the realisatie), ``status``, ``voorbij`` (whether the realisatie covers the whole
        half-year).
    """

    periode: Halfjaar
    eenheden: pd.DataFrame

    def of_level(self, per: str) -> pd.DataFrame:
        """Return the units of one level: ``gemeente``, ``provincie`` or ``land``.

        A province is never added to its gemeenten: levels stay apart.
        """
        return self.eenheden[self.eenheden.index.str.startswith(LEVELS[per])]


def stand_at(course: Course, periode: Halfjaar, eenheid: str | None = None) -> Stand:
    """Return the stand of one half-year of a course: every unit that is present, or one of them."""
    t = periode.serial - course.first
    here = course.present[:, t]
    if eenheid is not None:
        here = here & (course.eenheden == eenheid)
    table = pd.DataFrame(index=course.eenheden[here].rename("eenheid"))
    for name in PERSONS:
        table[name] = pd.array(course.parts[name][here, t], dtype="Float64").astype("Int64")
    saldo, asked = course.parts["saldo"][here, t], course.parts["taakstelling"][here, t]
    opgave = course.parts["opgave"][here, t]
    table["graad"] = _ratio(course.parts["realisatie"][here, t], opgave)
    table["maanden_werk"] = _ratio(6 * saldo, asked)
    unknown = np.isnan(saldo)
    table["leeftijd"] = pd.array(_age(course, t)[here], dtype="Int64")
    table["reeks"] = pd.array(_run(course, t)[here], dtype="Int64")
    table.loc[unknown, ["leeftijd", "reeks"]] = pd.NA
    since = course.counted_from[here, t]
    table["vanaf"] = [str(Halfjaar.of_serial(int(n))) if n >= 0 else None for n in since]
    table["beginstand"] = course.complete[here, t]
    days = course.peildatum[here, t]
    table["peildatum"] = [_day(n) for n in days]
    ranks = list(BoekingStatus)
    table["status"] = [str(ranks[n]) if n >= 0 else None for n in course.status[here, t]]
    end = _ordinal(periode.laatste_dag)
    table["voorbij"] = ~(days < end)
    return Stand(periode, table)


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    safe = np.where(below == 0, np.nan, below)
    return np.asarray(above / safe)


def _ordinal(day: date) -> int:
    return (day - date(1970, 1, 1)).days


def _day(days: float) -> date | None:
    return None if np.isnan(days) else date(1970, 1, 1) + timedelta(days=int(days))


def _age(course: Course, t: int) -> np.ndarray:
    """Count the half-years whose taakstelling is not wholly met, the oldest being met first.

    What is older than the ledger counts as one.
    """
    rest = np.nan_to_num(course.parts["saldo"][:, t], nan=0.0).copy()
    age = np.zeros(len(rest), dtype="int64")
    for i in range(t, -1, -1):
        age += rest > 0
        added = course.parts["taakstelling"][:, i] + course.parts["uitruil"][:, i]
        rest = rest - np.maximum(np.nan_to_num(added, nan=0.0), 0.0)
    return np.asarray(age + (rest > 0))


def _run(course: Course, t: int) -> np.ndarray:
    """Count half-year ends in a row with a saldo above zero; an end to come does not count."""
    count = np.zeros(len(course.eenheden), dtype="int64")
    alive = np.ones(len(course.eenheden), dtype=bool)
    for i in range(t, -1, -1):
        end = _ordinal(course.perioden[i].laatste_dag)
        running = (i == t) & (course.peildatum[:, i] < end)
        behind = course.parts["saldo"][:, i] > 0
        alive &= behind | running
        count += alive & behind & ~running
    return count


def last_halfjaar(course: Course, per: str = "land") -> Halfjaar:
    """Return the last half-year in which a unit of this level has a saldo.

    Where none has one, the last half-year of the ledger.
    """
    mine = course.eenheden.str.startswith(LEVELS[per])
    known = ~np.isnan(course.parts["saldo"][mine]).all(axis=0) if mine.any() else np.array([])
    return course.perioden[int(np.flatnonzero(known)[-1]) if known.any() else -1]
