"""One area as plain numbers: households, dwellings, bands, fixings; and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

#: Gemeente (number), persons of a household, class (number).
Cell = tuple[int, int, int]


class Koppelstap(StrEnum):
    """A stage; later ones never worsen earlier ones.

    ``laagste_code`` settles what is left: among equal plans the one with the lowest gemeentecodes.
    """

    IEDEREEN_EEN_PLEK = "iedereen_een_plek"
    BAND_GEVOLGD = "band_gevolgd"
    MINSTE_AFWIJKING = "minste_afwijking"
    GROTE_GEZINNEN_GESPREID = "grote_gezinnen_gespreid"
    VORIG_PLAN_GEVOLGD = "vorig_plan_gevolgd"
    LAAGSTE_CODE = "laagste_code"


#: Bands before the deviation: as a transport problem they are easy, after it they are not.
STAPPEN = (
    Koppelstap.IEDEREEN_EEN_PLEK,
    Koppelstap.BAND_GEVOLGD,
    Koppelstap.MINSTE_AFWIJKING,
    Koppelstap.GROTE_GEZINNEN_GESPREID,
)


@dataclass(frozen=True, slots=True)
class Band:
    """Households of one size with a band to some gemeenten.

    Attributes
    ----------
    naam
        Of the region of the band.
    personen
        Size of each household [personen].
    gemeenten
        Numbers of the gemeenten of that region, within the area.
    huishoudens
        How many.
    hard
        Whether the band must be followed.
    """

    naam: str
    personen: int
    gemeenten: tuple[int, ...]
    huishoudens: int
    hard: bool = False


@dataclass(frozen=True)
class Koppelgebied:
    """What is asked of one area.

    Attributes
    ----------
    naam
        As the reader knows it.
    gm_codes
        Its gemeenten; the arrays below follow them.
    taakstelling
        What each still has to couple [personen].
    inwoners
        Population, for the spread of large families.
    huishoudens
        Persons of a household to number of households.
    klassen
        Per class the smallest and the largest household it holds [personen].
    woningen
        Per gemeente the dwellings per class.
    banden
        Households with a band to a region.
    vast
        Cell to the exact number of households in it, as fixed by hand.
    begrensd
        Gemeente and size to the fewest and most households over all classes.
    vorig
        Cell to households in the plan before, for the fewest changes.
    drempel
        Size from which a family is large [personen].
    """

    naam: str
    gm_codes: tuple[str, ...]
    taakstelling: tuple[int, ...]
    inwoners: tuple[int, ...]
    huishoudens: Mapping[int, int]
    klassen: tuple[tuple[int, int], ...]
    woningen: tuple[tuple[int, ...], ...]
    banden: tuple[Band, ...] = ()
    vast: Mapping[Cell, int] = field(default_factory=dict)
    begrensd: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    vorig: Mapping[Cell, int] = field(default_factory=dict)
    drempel: int = 6

    def fits(self, personen: int, klasse: int) -> bool:
        """Tell whether a household of a size may live in a class."""
        low, high = self.klassen[klasse]
        return low <= personen <= high

    def open_cells(self) -> list[Cell]:
        """Return the cells where a household may go: it fits and there is a dwelling."""
        return [
            (g, s, k)
            for g, homes in enumerate(self.woningen)
            for s in sorted(self.huishoudens)
            for k, count in enumerate(homes)
            if count and self.huishoudens[s] and self.fits(s, k)
        ]


@dataclass(frozen=True, slots=True)
class Tredewaarde:
    """What one stage came to.

    Attributes
    ----------
    stap
        The stage.
    waarde
        Of the plan: persons without a place, households whose band is *not* followed, persons
        deviation, most large families per 10.000 inhabitants, or changes.
    ondergrens
        What no plan can go below, given the stages before.
    """

    stap: Koppelstap
    waarde: float
    ondergrens: float

    @property
    def bewezen(self) -> bool:
        """Whether nothing better exists."""
        return self.waarde <= self.ondergrens + 1e-6


@dataclass(frozen=True)
class Gevonden:
    """A plan of one area.

    Attributes
    ----------
    cellen
        Cell to households; zeros are left out.
    niet_geplaatst
        Size to households without a place.
    met_band
        Band (number) to households that follow it.
    treden
        The stages in their order.
    """

    cellen: Mapping[Cell, int]
    niet_geplaatst: Mapping[int, int]
    met_band: Mapping[int, int]
    treden: tuple[Tredewaarde, ...]
