"""The four answers per coupling group, as numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimiser.koppelen.uitleg.change import Invoerwijziging
from optimiser.koppelen.uitleg.replan import Verandering
from optimiser.koppelen.vastzetting import Vastzetting
from optimiser.lp.koppelen.area import Koppelstap


@dataclass(frozen=True, slots=True)
class Koppelalternatief:
    """Another gemeente for one household of the group.

    Attributes
    ----------
    gm_code
        The gemeente.
    vrij
        Fitting dwellings there that the plan leaves free [woningen].
    veranderingen
        Per stage what the best plan with the household there changes; None where no plan can.
    """

    gm_code: str
    vrij: int
    veranderingen: tuple[Verandering, ...] | None

    @property
    def even_goed(self) -> bool:
        """Whether a plan with the household there is proved as good, or better."""
        first = next((one for one in self.veranderingen or () if one.meest), None)
        return self.veranderingen is not None and (first is None or first.meest < 0)

    @property
    def alleen_spreiding(self) -> bool:
        """Whether only the spread of large families speaks against it."""
        last = self.veranderingen[-1] if self.veranderingen else None
        spread = last is not None and last.stap is Koppelstap.GROTE_GEZINNEN_GESPREID
        return spread and not self.even_goed


@dataclass(frozen=True)
class Koppeluitleg:
    """The four answers, as numbers.

    Attributes
    ----------
    gm_code, gebied
        The gemeente and the area it is planned in.
    personen
        Of each household [personen].
    woningen
        Name of the class to its households of this size in the plan, and its dwellings there.
    taakstelling, overige
        What is asked of the gemeente, and what the plan couples there beside this group [personen].
    met_band, gevolgd
        Households of this size with a band to a region this gemeente is in, and how many of
        them the plan has in their region.
    vast
        Fixings of this group.
    dichterbij
        Nearer gemeenten without any dwelling that fits.
    alternatieven
        The nearest with such a dwelling, from near to far.
    beste
        Number of the alternative the changes of input are about; None where nobody can move.
    wijzigingen
        Changes of input that would move a household there.
    """

    gm_code: str
    gebied: str
    personen: int
    woningen: Mapping[str, tuple[int, int]]
    taakstelling: int
    overige: int
    met_band: int
    gevolgd: int
    vast: tuple[Vastzetting, ...]
    dichterbij: int
    alternatieven: tuple[Koppelalternatief, ...]
    beste: int | None
    wijzigingen: tuple[Invoerwijziging, ...]

    @property
    def huishoudens(self) -> int:
        """Households of the group."""
        return sum(count for count, _ in self.woningen.values())
