"""A half-year that is not over: how far behind naar rato, and the pace that is still needed.

Facts, no probabilities. For m of 6 months passed::

    naar_rato       = saldo_begin + taakstelling x m/6 - realisatie
    naar_rato_eind  = (saldo_begin + taakstelling) x m/6 - realisatie
    tempo           = realisatie / m                          [personen per maand]
    nodig           = (opgave - realisatie) / (6 - m)         [personen per maand]
    nodig / tempo, nodig / (hoogste eigen halfjaar / 6)       [keer]

The first says that an achterstand must be made up at once, the second that it may be spread over
the half-year (practice at opnieuwthuis.nl/land-in-beeld). Above 1, the last ratio means: never
reached before.
"""

import numpy as np
import pandas as pd

from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.stand import Positions, Stand

MONTHS = 6
#: Columns this module adds.
COLUMNS = (
    "maanden_voorbij",
    "naar_rato",
    "naar_rato_gespreid",
    "nodig_per_maand",
    "maal_tempo",
    "maal_hoogste",
    "hoogste",
    "hoogste_periode",
)


def with_tempo(stand: Stand, course: Course) -> pd.DataFrame:
    """Return the units of a stand with the facts of a half-year under way.

    Parameters
    ----------
    stand
        Of any half-year; facts about one that is over are unknown.
    course
        The ledger it is from, for the best half-year so far.

    Returns
    -------
    pandas.DataFrame
        ``stand.eenheden`` with ``COLUMNS``: months passed, persons behind in two ways, persons per
        month needed, that over the pace so far and over the best earlier half-year, and which.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> from optimiser.gegevens.halfjaar import Halfjaar
    >>> from optimiser.tijd.grootboek.printed import embedded_grootboek
    >>> from datetime import date
    >>> course = embedded_grootboek(read_embedded()).course(peildatum=date(2021, 10, 1))
    >>> from optimiser.tijd.grootboek.stand import stand_at
    >>> facts = with_tempo(stand_at(course, Halfjaar(2021, 2)), course).loc["NL"]
    >>> facts[["naar_rato", "maal_tempo", "maal_hoogste"]].astype(float).round(2).tolist()
    [5449.0, 1.94, 2.28]
    """
    units = course.eenheden.get_indexer(stand.eenheden.index)
    times = np.full(len(units), stand.periode.serial - course.first)
    return tempo_frame(stand.eenheden, course, units, times)


def tempo_frame(
    frame: pd.DataFrame, course: Course, units: Positions, times: Positions
) -> pd.DataFrame:
    """Return ``stand.stand_frame`` of the same pairs with ``COLUMNS`` added."""
    table = frame.copy()
    perioden = course.perioden
    months = np.array(
        [np.nan if day is None else float(perioden[t].maanden_verstreken(day))
         for day, t in zip(table["peildatum"], times, strict=True)],
        dtype=float,
    )  # fmt: skip
    under_way = ~table["voorbij"].to_numpy(dtype=bool) & (months > 0)
    months = np.where(under_way, months, np.nan)
    begin, asked, done, opgave = (
        table[name].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
        for name in ("saldo_begin", "taakstelling", "realisatie", "opgave")
    )
    highest, which = best_before(course)
    best, when = highest[units, times], which[units, times]
    need = (opgave - done) / (MONTHS - months)
    table["maanden_voorbij"] = months
    table["naar_rato"] = begin + asked * months / MONTHS - done
    table["naar_rato_gespreid"] = (begin + asked) * months / MONTHS - done
    table["nodig_per_maand"] = need
    with np.errstate(divide="ignore", invalid="ignore"):
        table["maal_tempo"] = np.where(done > 0, need / (done / months), np.nan)
        table["maal_hoogste"] = np.where(best > 0, need / (best / MONTHS), np.nan)
    table["hoogste"] = np.where(under_way, best, np.nan)
    named = [
        str(perioden[i]) if now and i >= 0 else None for i, now in zip(when, under_way, strict=True)
    ]
    table["hoogste_periode"] = pd.Series(named, dtype=object, index=table.index)
    return table


def best_before(course: Course) -> tuple[np.ndarray, np.ndarray]:
    """Return the highest realisatie before each half-year (NaN if none), and which (-1 if none)."""
    done = course.parts["realisatie"]
    best, which = np.full(done.shape, np.nan), np.full(done.shape, -1)
    for t in range(1, done.shape[1]):
        last = done[:, t - 1]
        higher = ~np.isnan(last) & ~(last <= best[:, t - 1])
        best[:, t] = np.where(higher, last, best[:, t - 1])
        which[:, t] = np.where(higher, t - 1, which[:, t - 1])
    return best, which
