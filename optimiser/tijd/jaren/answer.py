"""All regions solved, or the one on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimiser.compare.errors import UnknownGemeenteError
from optimiser.compare.gemeente import zoek
from optimiser.gegevens.gegevens import Gegevens
from optimiser.lp.jaren.least_moved import moved_persons, solve_least_moved
from optimiser.lp.jaren.network import Region
from optimiser.lp.jaren.years import Matrix, Way, YearsAnswer, solve_years
from optimiser.scenario.scenario import Scenario
from optimiser.tijd.jaren.errors import (
    UnknownGemeenteOverTimeError,
    UnknownRegionOverTimeError,
)
from optimiser.tijd.jaren.question import YearsQuestion, make_years_question


@dataclass(frozen=True)
class Jaren:
    """Half-years together, answered.

    Attributes
    ----------
    question
        What was asked.
    answers
        Per exchange area.
    """

    question: YearsQuestion
    answers: tuple[YearsAnswer, ...]

    @property
    def late(self) -> tuple[int, ...]:
        """Achterstand of all at the end of each half-year [personen]."""
        return tuple(sum(late_of(a)[t] for a in self.answers) for t in self._horizon)

    @property
    def least_late(self) -> tuple[int, ...]:
        """What the closed form says it must at least be [personen]."""
        return tuple(sum(a.least_late[t] for a in self.answers) for t in self._horizon)

    @property
    def moved(self) -> int:
        """Persons above the statutory numbers, over all half-years."""
        return sum(
            moved_persons(a.asked, statutory_of(self.question, a.region)) for a in self.answers
        )

    @property
    def by_milp(self) -> tuple[str, ...]:
        """Areas where the LP was not whole."""
        return tuple(a.region.naam for a in self.answers if a.way is Way.MILP)

    @property
    def _horizon(self) -> range:
        return range(len(self.question.totals))

    def cells(self) -> Iterator[tuple[YearsAnswer, int, int]]:
        """Yield every answer with the positions of its gemeenten and half-years."""
        for answer in self.answers:
            for g in range(len(answer.region.gm_codes)):
                for t in self._horizon:
                    yield answer, g, t


def late_of(answer: YearsAnswer) -> tuple[int, ...]:
    """Return the achterstand of a region at the end of each half-year [personen]."""
    return tuple(sum(column) for column in zip(*answer.late, strict=True))


def solve_scenario_years(
    scenario: Scenario, gegevens: Gegevens, *, least_moved: bool = False
) -> Jaren:
    """Answer a scenario with ``[tijd]``: every half-year, every gemeente.

    Parameters
    ----------
    scenario, gegevens
        The question and the figures.
    least_moved
        Whether, after achterstand and fairness, the fewest persons are moved; it takes longer.

    Raises
    ------
    OptimiserError
        What, where and what to do, when the question cannot be answered without guessing.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> from optimiser.io.scenarios import embedded_scenarios, read_scenario
    >>> scenario = read_scenario(embedded_scenarios()["jaren-2025-2028"])
    >>> solve_scenario_years(scenario, read_embedded()).late
    (0, 3, 100, 592, 1642, 1104, 945, 467)
    """
    question = make_years_question(scenario, gegevens)
    if least_moved:
        found = (solve_least_moved(r, statutory_of(question, r)) for r in question.regions)
        return Jaren(question, tuple(found))
    return Jaren(question, tuple(solve_years(region) for region in question.regions))


def statutory_of(question: YearsQuestion, region: Region) -> Matrix:
    """Return the numbers before exchange, gemeenten x half-years [personen]."""
    return tuple(tuple(table[c] for table in question.statutory) for c in region.gm_codes)


def solve_region_of(question: YearsQuestion, naam: str) -> YearsAnswer:
    """Answer for one exchange area.

    Raises
    ------
    UnknownRegionOverTimeError
        If there is none of this name.
    """
    return solve_years(find_region(question, naam))


def find_region(question: YearsQuestion, naam: str) -> Region:
    """Return an exchange area by its name, with or without the kind of area in front.

    Raises
    ------
    UnknownRegionOverTimeError
        If there is none of this name, or more than one.
    """
    wanted = naam.casefold()
    same = [r for r in question.regions if r.naam.casefold() == wanted]
    found = same or [r for r in question.regions if r.naam.casefold().endswith(f" {wanted}")]
    if len(found) != 1:
        known = [region.naam for region in question.regions]
        raise UnknownRegionOverTimeError(naam=naam, bekend=known[:40])
    return found[0]


def find_gemeente(jaren: Jaren, gemeente: str) -> tuple[YearsAnswer, str]:
    """Return the answer of the area of a gemeente, by its name or code, and the code.

    Raises
    ------
    UnknownGemeenteOverTimeError
        If there is none of this name.
    """
    try:
        code = zoek.find_gemeente(gemeente, jaren.question.table["gemeente"])
    except UnknownGemeenteError as error:
        raise UnknownGemeenteOverTimeError(naam=gemeente) from error
    return next(a for a in jaren.answers if code in a.region.gm_codes), code
