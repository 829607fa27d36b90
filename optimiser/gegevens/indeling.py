"""Which gemeenten exist: the indeling of a year.

Figures of different indelingen never meet by accident: a ``GemeentenTabel`` carries its
``Indeling``, ``require_same`` refuses two different ones, and only
``optimiser.gegevens.herindeling.convert`` bridges them.
"""

from dataclasses import dataclass

import pandas as pd

from optimiser.errors import IndelingMismatchError


@dataclass(frozen=True, slots=True)
class Indeling:
    """A set of gemeenten, named after the first year in which it held.

    Attributes
    ----------
    vanaf
        First 1 January on which this set existed (2018 is the first year we know).
    aantal
        Number of gemeenten.
    """

    vanaf: int
    aantal: int

    def __str__(self) -> str:
        return f"de indeling van 1 januari {self.vanaf} ({self.aantal} gemeenten)"


@dataclass(frozen=True)
class GemeentenTabel:
    """Figures per gemeente, and what they belong to.

    Attributes
    ----------
    tabel
        Index ``gm_code`` (unique, ascending); ``gemeente`` and the figures. Missing is NA.
    indeling
        The gemeenten of the table.
    peiljaar
        Figures of 1 January of this year.
    bron
        Who published them.
    """

    tabel: pd.DataFrame
    indeling: Indeling
    peiljaar: int
    bron: str

    def __post_init__(self) -> None:
        index = self.tabel.index
        if not (index.is_unique and index.is_monotonic_increasing):
            msg = "the index gm_code must be unique and ascending"
            raise ValueError(msg)
        if len(index) != self.indeling.aantal:
            msg = f"{len(index)} rows in {self.indeling}"
            raise ValueError(msg)


def require_same(first: Indeling, second: Indeling) -> None:
    """Refuse to go on with tables of different indelingen.

    Raises
    ------
    IndelingMismatchError
        If they differ.
    """
    if first != second:
        raise IndelingMismatchError(eerste=str(first), tweede=str(second))
