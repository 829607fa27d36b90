"""What a tussenvoorziening brings, and what comes back at closing.

Per exchange area in closed form (``closed_form``): the achterstand with and without it. After
closing nothing is left of it but the half-years in between: whoever lived there needs a dwelling.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from optimiser.lp.jaren.network import Region
from optimiser.lp.jaren.years import closed_form
from optimiser.scenario.beperkingen import Plekken
from optimiser.tijd.jaren.question import YearsQuestion, make_regions, open_in


@dataclass(frozen=True)
class FacilityYield:
    """One facility; every tuple has a value per half-year [personen].

    Attributes
    ----------
    facility
        The facility.
    without, with_it
        Achterstand of the areas it stands in.
    open
        Whether it still holds people at the end of each half-year.
    placements
        Persons that can be placed in it while it is open within the horizon, one after another.
    """

    facility: Plekken
    without: tuple[int, ...]
    with_it: tuple[int, ...]
    open: tuple[bool, ...]
    placements: int

    @property
    def gained(self) -> int:
        """Half-years that persons live in a home instead of waiting [persoonshalfjaren]."""
        return sum(self.without) - sum(self.with_it)

    @property
    def back_at_closing(self) -> int | None:
        """How much the achterstand rises at closing that stayed away while it was open.

        ``None`` while it does not close within the horizon.
        """
        closing = next(
            (t for t in range(1, len(self.open)) if self.open[t - 1] and not self.open[t]), None
        )
        if closing is None:
            return None
        relief = [a - b for a, b in zip(self.without, self.with_it, strict=True)]
        return relief[closing - 1] - relief[closing]


def count_placements(plekken: int, doorstroom: Fraction, halfjaren: int) -> int:
    """Return how many persons a stock of places takes in: once full, only what moves on.

    Examples
    --------
    >>> [count_placements(2000, Fraction(part, 100), 8) for part in (0, 10, 25)]
    [2000, 3400, 5500]
    """
    if halfjaren <= 0:
        return 0
    return plekken + (halfjaren - 1) * floor(plekken * doorstroom)


def calculate_facilities(question: YearsQuestion) -> tuple[FacilityYield, ...]:
    """Work out every facility of a scenario, each against all others kept."""
    full = _late(question.regions)
    found = []
    for facility in question.scenario.capaciteit.plekken:
        rest = _late(make_regions(question, without=facility.naam))
        touched = set(question.table.loc[list(facility.gemeenten), "gebied"])
        opened = tuple(open_in(facility, question.tijd, t) for t in range(len(question.totals)))
        found.append(
            FacilityYield(
                facility,
                _together([rest[naam] for naam in touched]),
                _together([full[naam] for naam in touched]),
                opened,
                count_placements(facility.plekken, Fraction(facility.doorstroom or 0), sum(opened)),
            )
        )
    return tuple(found)


def _late(regions: Sequence[Region]) -> dict[str, tuple[int, ...]]:
    return {region.naam: closed_form(region) for region in regions}


def _together(rows: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*rows, strict=True))
