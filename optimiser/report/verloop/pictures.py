"""The pictures of the ledger: from saldo to saldo, and months of work per province."""

from datetime import date

import numpy as np
import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.maps.charts.months_svg import months_svg
from optimiser.maps.charts.waterfall_svg import Bar, waterfall_svg
from optimiser.report.verloop.words import saldo_words
from optimiser.teksten import whole
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.grootboek.stand import LEVELS

#: Parts of a saldo in the order of the sum: label, sign in the sum.
_PARTS = (
    ("taakstelling", "taak-\nstelling", 1),
    ("uitruil", "uitruil", 1),
    ("herindeling", "her-\nindeling", 1),
    ("realisatie", "gehuisvest", -1),
    ("correctie", "correctie", 1),
    ("onverklaard", "onver-\nklaard", 1),
)
_ALWAYS = {"taakstelling", "realisatie"}


def bars_of(row: pd.Series) -> list[Bar]:
    """Return the bars from the saldo at the start to that at the end.

    Parts that are zero are left out, except taakstelling and realisatie; the part nobody can
    explain has a bar of its own.
    """
    bars = [Bar("saldo\nbegin", int(row["saldo_begin"]), standing=True)]
    for name, label, sign in _PARTS:
        value = row[name]
        amount = 0 if pd.isna(value) else sign * int(value)
        if amount or name in _ALWAYS:
            bars.append(Bar(label, amount, apart=name == "onverklaard"))
    return [*bars, Bar("saldo\neind", int(row["saldo"]), standing=True)]


def waterfall(row: pd.Series, periode: Halfjaar) -> tuple[str, str] | None:
    """Return the picture of one unit and half-year with its alternative text.

    Returns
    -------
    tuple of str or None
        SVG and words; None where the saldo at the start or the end is not known.
    """
    if pd.isna(row["saldo_begin"]) or pd.isna(row["saldo"]):
        return None
    alt = (
        f"{row['naam']}, {periode}: van {whole(int(row['saldo_begin']))} aan het begin naar een "
        f"{saldo_words(int(row['saldo']))} personen."
    )
    return waterfall_svg(bars_of(row), alt), alt


def months_of_work(book: Grootboek, course: Course, per: str = "provincie") -> tuple[str, str]:
    """Return months of work per half-year of every unit of a level, and its alternative text.

    Only half-years that are over, up to the last in which any of them has a saldo: one under way
    still holds months to come.
    """
    mine = course.eenheden.str.startswith(LEVELS[per])
    asked = course.parts["taakstelling"][mine]
    ends = [(one.laatste_dag - date(1970, 1, 1)).days for one in course.perioden]
    under_way = course.peildatum[mine] < np.array(ends)
    saldo = np.where(under_way, np.nan, course.parts["saldo"][mine])
    known = np.flatnonzero(~np.isnan(saldo).all(axis=0)) if mine.any() else np.array([], int)
    upto = int(known[-1]) + 1 if len(known) else 0
    with np.errstate(divide="ignore", invalid="ignore"):
        months = 6 * saldo[:, :upto] / np.where(asked[:, :upto] == 0, np.nan, asked[:, :upto])
    names = [book.name_of(str(code)) for code in course.eenheden[mine]]
    series = {
        name: [None if np.isnan(v) else float(v) for v in values]
        for name, values in zip(names, months, strict=True)
    }
    perioden = [str(one) for one in course.perioden[:upto]]
    alt = "Maanden werk per halfjaar: " + "; ".join(
        f"{name} {values[-1]:.1f}".replace(".", ",") for name, values in series.items()
        if values and values[-1] is not None
    )  # fmt: skip
    return months_svg(series, perioden, alt), alt
