"""By which measure a party comes out better; every measure is a distance to a number of persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from optimiser.uitruil.errors import UnknownMeasureError
from optimiser.uitruil.toets.gemeentestand import Gemeentestand


class Voorkeur(StrEnum):
    """What "better" means. Lower is better in each."""

    GELIJKMATIG = "gelijkmatig"
    """Distance to the share of the parties' sum in proportion to freed dwellings."""
    TEKORT = "tekort"
    """Persons above what the gemeente can house."""
    SLEUTEL = "sleutel"
    """Distance to the exact share under the key of the scenario."""
    LAST = "last"
    """The taakstelling itself, so the load per inhabitant and per dwelling."""


class Oordeel(StrEnum):
    """What an agreement does to a party by the measure."""

    BETER = "beter"
    GELIJK = "gelijk"
    SLECHTER = "slechter"
    ONBEKEND = "niet beschikbaar"


@dataclass(frozen=True, slots=True)
class Streven:
    """What a gemeente would like to have.

    Attributes
    ----------
    doel
        Persons; a fraction where a share is.
    eenzijdig
        Whether only being above it counts.
    """

    doel: Fraction
    eenzijdig: bool

    def cost(self, persons: int) -> Fraction:
        """Return the distance, zero at best [personen].

        >>> Streven(Fraction(5), True).cost(3), Streven(Fraction(5), False).cost(3)
        (Fraction(0, 1), Fraction(2, 1))
        """
        away = persons - self.doel
        return max(Fraction(0), away) if self.eenzijdig else abs(away)

    def not_worse(self, persons: int) -> tuple[int, int]:
        """Return the lowest and highest number that is not worse than this one [personen].

        >>> Streven(Fraction(11, 2), False).not_worse(8)
        (3, 8)
        """
        away = self.cost(persons)
        low = 0 if self.eenzijdig else max(0, ceil(self.doel - away))
        return low, floor(self.doel + away)

    def better(self, persons: int) -> tuple[int, int] | None:
        """Return the lowest and highest number that is better; None if there is none.

        >>> Streven(Fraction(11, 2), False).better(8), Streven(Fraction(5), True).better(4)
        ((4, 7), None)
        """
        away = self.cost(persons)
        high = ceil(self.doel + away) - 1
        low = 0 if self.eenzijdig else max(0, floor(self.doel - away) + 1)
        return (low, high) if away and low <= high else None

    def oordeel(self, before: int, after: int) -> Oordeel:
        """Compare two numbers."""
        was, becomes = self.cost(before), self.cost(after)
        if was == becomes:
            return Oordeel.GELIJK
        return Oordeel.BETER if becomes < was else Oordeel.SLECHTER


def find_maat(naam: str) -> Voorkeur:
    """Return a measure by name.

    Raises
    ------
    UnknownMeasureError
        With the names that exist.
    """
    if naam not in set(Voorkeur):
        raise UnknownMeasureError(maat=naam, bekend=[str(maat) for maat in Voorkeur])
    return Voorkeur(naam)


def strevens(parties: Mapping[str, Gemeentestand], maat: Voorkeur) -> dict[str, Streven]:
    """Return what each party would like; a party of which the figures lack is absent.

    For ``gelijkmatig`` the yardstick is the parties' own sum: one unknown party leaves all unknown.
    """
    match maat:
        case Voorkeur.LAST:
            return {code: Streven(Fraction(0), eenzijdig=True) for code in parties}
        case Voorkeur.SLEUTEL:
            return {code: Streven(g.exact, eenzijdig=False) for code, g in parties.items()}
        case Voorkeur.TEKORT:
            return {
                code: Streven(Fraction(g.kan), eenzijdig=True)
                for code, g in parties.items()
                if g.kan is not None
            }
        case Voorkeur.GELIJKMATIG:
            freed = {c: g.vrijgekomen for c, g in parties.items() if g.vrijgekomen is not None}
            together = sum(freed.values(), Fraction(0))
            if len(freed) < len(parties) or not together:
                return {}
            total = sum(g.taakstelling for g in parties.values())
            return {c: Streven(v * total / together, eenzijdig=False) for c, v in freed.items()}
