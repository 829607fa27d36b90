"""One half-year for the reader: what was owed, asked, done; months of work, age and run."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.boeking import BoekingStatus
from optimiser.tijd.grootboek.course import Course

#: Positions of units or half-years.
Positions = npt.NDArray[np.int64]
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


def stand_at(course: Course, periode: Halfjaar) -> Stand:
    """Return the stand of one half-year of a course: every unit that is present."""
    t = periode.serial - course.first
    units = np.flatnonzero(course.present[:, t])
    return Stand(periode, stand_frame(course, units, np.full(len(units), t)))


def stand_frame(course: Course, units: Positions, times: Positions) -> pd.DataFrame:
    """Return a row per pair of a unit and a half-year, as ``Stand.eenheden`` has them.

    Parameters
    ----------
    course
        The ledger worked out.
    units, times
        Positions in ``course.eenheden`` and ``course.perioden``, of the same length.
    """
    at = (units, times)
    columns: dict[str, object] = {
        name: pd.array(course.parts[name][at], dtype="Float64").astype("Int64") for name in PERSONS
    }
    saldo, asked = course.parts["saldo"][at], course.parts["taakstelling"][at]
    columns["graad"] = _ratio(course.parts["realisatie"][at], course.parts["opgave"][at])
    columns["maanden_werk"] = _ratio(6 * saldo, asked)
    last = int(times.max()) if len(times) else -1
    for name, count in (("leeftijd", _ages(course, set(times))), ("reeks", _runs(course, last))):
        known = pd.array(count[at], dtype="Int64")
        known[np.isnan(saldo)] = pd.NA
        columns[name] = known
    since = course.counted_from[at]
    names = [str(Halfjaar.of_serial(int(n))) if n >= 0 else None for n in since]
    columns["vanaf"] = pd.Series(names, dtype=object).to_numpy()
    columns["beginstand"] = course.complete[at]
    days = course.peildatum[at]
    columns["peildatum"] = [_day(n) for n in days]
    ranks = list(BoekingStatus)
    words = [str(ranks[n]) if n >= 0 else None for n in course.status[at]]
    columns["status"] = pd.Series(words, dtype=object).to_numpy()
    ends = np.array([_ordinal(one.laatste_dag) for one in course.perioden])
    columns["voorbij"] = ~(days < ends[times])
    return pd.DataFrame(columns, index=course.eenheden[units].rename("eenheid"))


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    safe = np.where(below == 0, np.nan, below)
    return np.asarray(above / safe)


def _ordinal(day: date) -> int:
    return (day - date(1970, 1, 1)).days


def _day(days: float) -> date | None:
    return None if np.isnan(days) else date(1970, 1, 1) + timedelta(days=int(days))


def _ages(course: Course, times: set[int]) -> np.ndarray:
    """Count the half-years whose taakstelling is not wholly met, the oldest being met first.

    What is older than the ledger counts as one. Shape of the course; only ``times`` are filled.
    """
    added = course.parts["taakstelling"] + course.parts["uitruil"]
    asked = np.maximum(np.nan_to_num(added, nan=0.0), 0.0)
    ages = np.zeros(asked.shape, dtype="int64")
    for t in times:
        rest = np.nan_to_num(course.parts["saldo"][:, t], nan=0.0)
        for i in range(t, -1, -1):
            ages[:, t] += rest > 0
            rest = rest - asked[:, i]
        ages[:, t] += rest > 0
    return ages


def _runs(course: Course, last: int) -> np.ndarray:
    """Count half-year ends in a row with a saldo above zero; an end to come does not count.

    Shape of the course, filled up to and including ``last``.
    """
    runs = np.zeros(course.peildatum.shape, dtype="int64")
    before = np.zeros(len(course.eenheden), dtype="int64")
    for t in range(last + 1):
        running = course.peildatum[:, t] < _ordinal(course.perioden[t].laatste_dag)
        ended = np.where(course.parts["saldo"][:, t] > 0, before + 1, 0)
        runs[:, t] = np.where(running, before, ended)
        before = ended
    return runs


def last_halfjaar(course: Course, per: str = "land") -> Halfjaar:
    """Return the last half-year in which a unit of this level has a saldo.

    Where none has one, the last half-year of the ledger.
    """
    mine = course.eenheden.str.startswith(LEVELS[per])
    known = ~np.isnan(course.parts["saldo"][mine]).all(axis=0) if mine.any() else np.array([])
    return course.perioden[int(np.flatnonzero(known)[-1]) if known.any() else -1]
