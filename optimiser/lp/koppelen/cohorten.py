"""Single persons who wait for their family: what is asked, and who moved where."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verblijf(StrEnum):
    """Where somebody who waits for a family is."""

    COA = "coa"
    TUSSENVOORZIENING = "tussenvoorziening"
    KLEIN = "klein"
    GEZIN = "gezin"


@dataclass(frozen=True)
class Nareisvraag:
    """What is asked of one area; a number per half-year in each tuple.

    Attributes
    ----------
    alleenstaanden
        Single persons who wait for nobody [personen].
    wachtenden
        Single persons whose family is to arrive [personen].
    klein, gezin
        Dwellings that come free for them: for one person, for the family; not carried over.
    plekken
        Places in tussenvoorzieningen, for who waits for a family [personen].
    gezinsgrootte
        Persons of a family, the one who waited included.
    duur
        Half-years until the family arrives.
    verruimd
        Whether one person may have a family dwelling before the family arrives.
    """

    alleenstaanden: tuple[int, ...]
    wachtenden: tuple[int, ...]
    klein: tuple[int, ...]
    gezin: tuple[int, ...]
    plekken: int
    gezinsgrootte: int
    duur: int
    verruimd: bool = False

    @property
    def halfjaren(self) -> int:
        """How many half-years are looked at."""
        return len(self.wachtenden)


@dataclass(frozen=True)
class Nareisverloop:
    """Who moved where; zeros are left out.

    Attributes
    ----------
    geplaatst
        (cohort, where, half-year) to single persons placed before their family is there.
    herenigd
        (cohort, from where, half-year) to families that move into a family dwelling.
    definitief
        (cohort, half-year) to single persons who wait for nobody, into a small dwelling.
    """

    geplaatst: Mapping[tuple[int, Verblijf, int], int]
    herenigd: Mapping[tuple[int, Verblijf, int], int]
    definitief: Mapping[tuple[int, int], int]
