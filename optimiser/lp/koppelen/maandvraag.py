"""One month of coupling as plain numbers: what is asked, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Persons of a household, gemeente (number), class (number).
Plek = tuple[int, int, int]


@dataclass(frozen=True)
class Maandvraag:
    """What is asked of one month.

    Attributes
    ----------
    huishoudens
        Persons of a household to households in the pool.
    blijvers
        How many of each size may stay in the pool.
    klassen
        Per class the smallest and the largest household it holds [personen].
    vrij
        Per gemeente the free dwellings per class.
    later
        The same for later months; empty if nobody looks ahead.
    komend
        Expected households of later months, who want those dwellings too; empty for announced ones.
    tekort
        Per gemeente the persons to couple up to this month; may be below zero [personen].
    gewicht
        What a person housed is worth in persons deviation.
    """

    huishoudens: Mapping[int, int]
    blijvers: Mapping[int, int]
    klassen: tuple[tuple[int, int], ...]
    vrij: tuple[tuple[int, ...], ...]
    later: tuple[tuple[float, ...], ...]
    komend: Mapping[int, float]
    tekort: tuple[float, ...]
    gewicht: float

    def fitting(self, personen: int) -> list[int]:
        """Return the classes that hold a household, small ones first."""
        return [k for k, (low, high) in enumerate(self.klassen) if low <= personen <= high]


@dataclass(frozen=True)
class Maandbesluit:
    """Who goes where; zeros are left out.

    Attributes
    ----------
    gekoppeld
        (persons of a household, gemeente) to households.
    gehuisvest
        Those of them who live there at once.
    blijft
        Size to households that stay in the pool.
    toegezegd
        Those coupled that wait for an announced dwelling; none where it is only expected.
    """

    gekoppeld: Mapping[tuple[int, int], int]
    gehuisvest: Mapping[Plek, int]
    blijft: Mapping[int, int]
    toegezegd: Mapping[Plek, int]
