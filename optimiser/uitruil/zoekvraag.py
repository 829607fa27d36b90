"""What is sought, and what was found for one region."""

from dataclasses import dataclass, field
from enum import StrEnum

from optimiser.uitruil.errors import InvalidSearchError
from optimiser.uitruil.fewest.afspraken import Afspraak, Decompositie, Regels


class Doel(StrEnum):
    """What the exchange is for."""

    TEKORT = "tekort"
    """Nobody above what it can house, with the fewest persons moved."""
    LAST = "last"
    """The highest load as low as possible, then the next."""
    SCENARIO = "scenario"
    """The stages of the scenario."""


class Keuze(StrEnum):
    """What decides among exchanges that serve the purpose."""

    PERSONEN = "personen"
    """Fewest persons moved, spread fairly; then the fewest agreements for that."""
    OVEREENKOMSTEN = "overeenkomsten"
    """Fewest persons moved; receivers chosen so that there are as few agreements as possible."""
    COALITIES = "coalities"
    """The largest group of gemeenten that depend on each other as small as possible."""


class Uitkomst(StrEnum):
    """How the search of a region ended."""

    GEVONDEN = "gevonden"
    NIETS_NODIG = "niets nodig"
    SLUIT_NIET = "sluit niet"
    REGELS = "regels laten niets toe"
    TIJD_OP = "geen oplossing binnen de tijd"


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What is sought.

    Attributes
    ----------
    doel, keuze, regels
        Purpose, choice among equals, and the rules of the region.
    seconden
        Time limit per region [s].
    alternatieven
        Most solutions of equal worth to list.
    """

    doel: Doel = Doel.TEKORT
    keuze: Keuze = Keuze.OVEREENKOMSTEN
    regels: Regels = field(default_factory=Regels)
    seconden: float = 10.0
    alternatieven: int = 5

    def __post_init__(self) -> None:
        if self.keuze is Keuze.COALITIES and not self.regels.none:
            raise InvalidSearchError(
                reden="Kleinste coalities zoeken kan niet samen met regels over partners, "
                "kleinste aantal of uitgesloten paren."
            )
        limits = [self.regels.partners, *self.regels.partners_van.values()]
        if self.regels.kleinste < 1 or any(n is not None and n < 1 for n in limits):
            raise InvalidSearchError(reden="Aantallen partners en personen zijn ten minste 1.")


@dataclass(frozen=True)
class Vondst:
    """What was found for one region.

    Attributes
    ----------
    regio
        Its name.
    gm_codes
        Its gemeenten.
    uitkomst
        How it ended.
    tekort
        Persons that cannot be placed when the region does not close.
    decompositie
        The agreements, or None.
    gelijken
        Gemeenten between which only the gm_code decided who got a person.
    kan_onbekend
        How many gemeenten have no known capacity.
    """

    regio: str
    gm_codes: tuple[str, ...]
    uitkomst: Uitkomst
    tekort: int = 0
    decompositie: Decompositie | None = None
    gelijken: tuple[tuple[str, ...], ...] = ()
    kan_onbekend: int = 0

    @property
    def afspraken(self) -> tuple[Afspraak, ...]:
        """The proposed agreements."""
        return self.decompositie.afspraken if self.decompositie else ()

    @property
    def personen(self) -> int:
        """Persons that change place [personen]."""
        return sum(deal.personen for deal in self.afspraken)

    @property
    def verschillen(self) -> dict[str, int]:
        """Change per gemeente [personen]; sums to zero."""
        net: dict[str, int] = {}
        for deal in self.afspraken:
            net[deal.van] = net.get(deal.van, 0) - deal.personen
            net[deal.naar] = net.get(deal.naar, 0) + deal.personen
        return {code: net[code] for code in sorted(net)}
