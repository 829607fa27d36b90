"""The register of measures: a measure is a function plus what a reader must know about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from optimiser.indicators.measure_input import MeasureInput

Number = int | float | Fraction
MaatFunction = Callable[[MeasureInput], Number | None]


class Richting(StrEnum):
    """Which outcome is better, as far as the measure itself can say."""

    LAGER = "lager"
    HOGER = "hoger"
    NUL = "dichter bij nul"
    GEEN = "geen"


class Eenheid(StrEnum):
    """Unit, which also says how a value is written."""

    DEEL = "deel"
    PERSONEN = "personen"
    GEMEENTEN = "gemeenten"
    INWONERS = "inwoners"
    PER_1000 = "personen per 1.000 inwoners"
    VERHOUDING = "verhouding"
    NATS = "nats"


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What a reader must know, in Dutch.

    Attributes
    ----------
    titel
        Name for the reader; says *proxy* where it is one.
    definitie
        What exactly is computed.
    bron
        Literature, law or figures.
    grenzen
        What the measure cannot say.
    """

    titel: str
    definitie: str
    bron: str
    grenzen: str


@dataclass(frozen=True, slots=True)
class Maat:
    """A measure as the register knows it.

    Attributes
    ----------
    naam
        Name in exports and on the command line.
    uitleg
        For the reader.
    eenheid
        Unit of the value; ``DEEL`` is shown as a percentage.
    richting
        What is better.
    meet
        A picture to a number, or None when a figure it needs is not there.
    vergelijkt
        Whether it measures the distance to the reference, which then always scores 0.
    """

    naam: str
    uitleg: Uitleg
    eenheid: Eenheid
    richting: Richting
    meet: MaatFunction
    vergelijkt: bool = False

    @property
    def titel(self) -> str:
        """Name for the reader."""
        return self.uitleg.titel


MATEN: dict[str, Maat] = {}


def maat(
    naam: str,
    uitleg: Uitleg,
    eenheid: Eenheid,
    richting: Richting = Richting.GEEN,
    *,
    vergelijkt: bool = False,
) -> Callable[[MaatFunction], MaatFunction]:
    """Register a function as a measure under a name still free.

    Raises
    ------
    ValueError
        If the name is taken: our bug.
    """

    def register(function: MaatFunction) -> MaatFunction:
        if naam in MATEN:
            msg = f"measure {naam!r} is registered twice"
            raise ValueError(msg)
        MATEN[naam] = Maat(naam, uitleg, eenheid, richting, function, vergelijkt)
        return function

    return register


def best_of(values: list[Number | None], richting: Richting) -> list[bool]:
    """Mark the best values of a row; none when there is no better, or when all are equal.

    >>> best_of([3, None, 1, 1], Richting.LAGER)
    [False, False, True, True]
    >>> best_of([2, 2], Richting.LAGER)
    [False, False]
    """
    known = [value for value in values if value is not None]
    if richting is Richting.GEEN or len(set(known)) < 2:
        return [False] * len(values)
    if richting is Richting.HOGER:
        best: Number = max(known)
        return [value == best for value in values]
    if richting is Richting.NUL:
        least = min(abs(float(value)) for value in known)
        return [value is not None and abs(float(value)) == least for value in values]
    return [value == min(known) for value in values]
