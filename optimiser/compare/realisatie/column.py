"""The user's column with the realisatie: which one it is, and whether it holds persons."""

from collections.abc import Hashable, Iterable
from fractions import Fraction

import pandas as pd

from optimiser.errors import InvalidTableError
from optimiser.teksten.zinnen import sentence

#: Name of the column in a user's file; capitals do not matter.
KOLOM = "realisatie"
#: Faults told in one sentence; the list has all.
SHOWN = 20


def column_of(columns: Iterable[Hashable]) -> str | None:
    """Return the column with the realisatie, by the name it has; None unless there is exactly one.

    >>> column_of(["kan", "Realisatie"]), column_of(["kan"])
    ('Realisatie', None)
    """
    named = [str(column) for column in columns if str(column).casefold() == KOLOM]
    return named[0] if len(named) == 1 else None


def check_realisatie(columns: pd.DataFrame, bestand: str) -> None:
    """Refuse a column in which a figure is not a whole number of persons; no column is fine.

    Raises
    ------
    InvalidTableError
        With every wrong cell, and the name of the file.
    """
    naam = column_of(columns.columns)
    if naam is None:
        return
    faults = [
        sentence("realisatie", "geen_aantal", {"gm_code": code, "kolom": naam, "waarde": value})
        for code, value in columns[naam].items()
        if not pd.isna(value) and (Fraction(value) < 0 or Fraction(value).denominator != 1)
    ]
    if faults:
        told = "; ".join(faults[:SHOWN]) + ("; ..." if len(faults) > SHOWN else "") + "."
        facts = {"aantal": len(faults), "fouten": told, "lijst": tuple(faults)}
        raise InvalidTableError(bestand=bestand, **facts)
