"""What a measure is computed from: one distribution beside a reference, with its figures."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

import pandas as pd


@dataclass(frozen=True)
class MeasureInput:
    """One key in one half-year. All series share the index ``gm_code``.

    Attributes
    ----------
    personen
        Whole persons under the key [personen].
    tegen
        Whole persons under the reference [personen].
    exact
        Exact share before rounding, ``Fraction`` [personen].
    inwoners
        [personen, 1 januari].
    provincie
        Name of the province; used for the split between and within.
    vrijkomend
        Corporation dwellings that become free, ``Fraction`` [woningen per halfjaar]; None
        where the figures lack them.
    personen_per_woning
        [personen per woning], an assumption (aanname) unless the user gave it.
    norm
        Benchmark: part of the freed dwellings that went to vergunninghouders; None before 2021.
    kan, wil
        Most persons, and most persons above the reference, where supplied; NA sets nothing.
    wisselingen
        From year to year the part of the national number that changes place.
    """

    personen: pd.Series
    tegen: pd.Series
    exact: pd.Series
    inwoners: pd.Series
    provincie: pd.Series
    vrijkomend: pd.Series | None = None
    personen_per_woning: Fraction = Fraction(2)
    norm: Fraction | None = None
    kan: pd.Series | None = None
    wil: pd.Series | None = None
    wisselingen: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        columns = (self.tegen, self.exact, self.inwoners, self.provincie)
        optional = (self.vrijkomend, self.kan, self.wil)
        for column in (*columns, *(c for c in optional if c is not None)):
            if not column.index.equals(self.personen.index):
                msg = "all series of a MeasureInput must have the same index"
                raise ValueError(msg)

    @cached_property
    def counts(self) -> list[int]:
        """Whole persons as plain integers."""
        return [int(value) for value in self.personen]

    @cached_property
    def people(self) -> list[int]:
        """Inhabitants as plain integers."""
        return [int(value) for value in self.inwoners]

    @cached_property
    def verschil(self) -> list[int]:
        """Persons more (+) or fewer (-) than the reference."""
        return [int(a) - int(b) for a, b in zip(self.personen, self.tegen, strict=True)]

    @cached_property
    def dwellings(self) -> list[int] | None:
        """Freed dwellings on a common whole scale, for measures that only use proportions."""
        if self.vrijkomend is None:
            return None
        exact = [Fraction(value) for value in self.vrijkomend]
        scale = lcm(*(value.denominator for value in exact))
        return [int(value * scale) for value in exact]

    @cached_property
    def places(self) -> list[Fraction] | None:
        """Freed dwellings in persons: dwellings x persons per dwelling."""
        if self.vrijkomend is None:
            return None
        return [Fraction(value) * self.personen_per_woning for value in self.vrijkomend]
