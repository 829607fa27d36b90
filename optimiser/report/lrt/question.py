"""What is asked of a kit."""

from dataclasses import dataclass

from optimiser.compare import SleutelKeuze, Vraag
from optimiser.compare.vraag import WETTELIJK
from optimiser.report.errors import TooManyKeysError
from optimiser.scenario.scenario import Scenario

#: Most keys beside the reference: more columns do not fit a slide.
MOST_KEYS = 4
#: Keys that get a slide with their differences and one with who takes over.
DETAILED = 2


@dataclass(frozen=True)
class LrtVraag:
    """A scenario and the keys to put beside the law.

    Attributes
    ----------
    scenario
        Half-year, limits and exchange area; its own key is compared too.
    keuzes
        Keys to compare with the statutory one, which is always there.
    over_tijd
        A scenario with ``[tijd]`` whose half-years get slides too; None for none.
    koppelen
        Part of the freed corporation dwellings [%] with which a slide shows whether households
        fit; None for no such slide.
    """

    scenario: Scenario
    keuzes: tuple[SleutelKeuze, ...] = ()
    over_tijd: Scenario | None = None
    koppelen: int | None = None

    def __post_init__(self) -> None:
        if (count := len(self.beside)) > MOST_KEYS:
            raise TooManyKeysError(aantal=count, hooguit=MOST_KEYS)

    @property
    def own(self) -> SleutelKeuze:
        """The key of the scenario itself."""
        scenario = self.scenario
        plain = scenario.sleutel_opties.model_dump(exclude_defaults=True)
        label = f"{scenario.sleutel} (scenario)" if plain else scenario.sleutel
        return SleutelKeuze(label, scenario.sleutel, scenario.sleutel_opties)

    @property
    def beside(self) -> tuple[SleutelKeuze, ...]:
        """The keys beside the statutory one, each once."""
        wanted = (self.own, *self.keuzes)
        return tuple({k.label: k for k in wanted if k.label != WETTELIJK.label}.values())

    def vergelijking(self) -> Vraag:
        """Return the comparison: the same half-year, figures and assumptions as the scenario."""
        return Vraag.of(self.scenario, (WETTELIJK, *self.beside))
