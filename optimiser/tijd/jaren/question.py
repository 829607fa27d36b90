"""A scenario with ``[tijd]`` and the figures, to regions over half-years.

One table of figures serves all half-years: that of the scenario's ``peiljaar``, else of the first
half-year, else the newest there is; a later population is not known. Room in dwellings is that of
the first half-year, every half-year again (aanname).
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.lp.jaren.network import Region
from optimiser.scenario.beperkingen import Grenzen, Plekken
from optimiser.scenario.scenario import Scenario
from optimiser.scenario.tijd import Tijd
from optimiser.solve.by_key import divide_by_sleutel
from optimiser.solve.capaciteit import divide_places, require_known
from optimiser.solve.limits import ceilings_of
from optimiser.solve.problem_of_scenario import areas_of
from optimiser.tijd.afronden.rules import Verrekening, round_over_time
from optimiser.tijd.gladstrijken.plan import require_tijd, smooth_taakstelling
from optimiser.tijd.jaren.errors import LimitOverTimeError


@dataclass(frozen=True)
class YearsQuestion:
    """Half-years together.

    Attributes
    ----------
    scenario, tijd
        The question.
    peiljaar
        1 January of the figures.
    table
        Index ``gm_code`` ascending: ``gemeente``, ``provincie``, ``inwoners``, ``gebied``.
    totals
        National number per half-year [personen].
    statutory
        Per half-year, ``gm_code`` to number before exchange [personen].
    shares
        Per half-year, ``gm_code`` to exact share.
    dwellings
        Room in dwellings per half-year; absent is no limit [personen].
    regions
        Exchange areas.
    """

    scenario: Scenario
    tijd: Tijd
    peiljaar: int
    table: pd.DataFrame
    totals: tuple[int, ...]
    statutory: tuple[dict[str, int], ...]
    shares: tuple[dict[str, Fraction], ...]
    dwellings: dict[str, int]
    regions: tuple[Region, ...]

    @property
    def halfjaren(self) -> tuple[Halfjaar, ...]:
        """The horizon."""
        return self.tijd.halfjaren


def make_years_question(scenario: Scenario, gegevens: Gegevens) -> YearsQuestion:
    """Turn a scenario into regions over half-years.

    Raises
    ------
    TijdMissingError
        If the scenario has no ``[tijd]``.
    LimitOverTimeError
        If it has limits that are about one half-year only.
    OptimiserError
        If a figure or gemeente the scenario needs is not there.
    """
    tijd = require_tijd(scenario)
    _require_plain(scenario)
    peiljaar = _peiljaar(scenario, tijd, gegevens)
    figures = gegevens.figures(peiljaar, scenario.indeling)
    totals = tijd.announced
    if tijd.verdeling.taakstelling == "gladgestreken":
        totals = smooth_taakstelling(scenario).verlopen["met_voorkennis"].getallen
    divided = {n: divide_by_sleutel(scenario, gegevens, figures, n) for n in sorted(set(totals))}
    shares = tuple(dict(divided[n][0]) for n in totals)
    if tijd.verdeling.afronding == "per_halfjaar":
        statutory = tuple(divided[n][1].persons for n in totals)
    else:
        rule = Verrekening(tijd.verdeling.afronding)
        statutory = round_over_time(shares, totals, rule).persons
    table = figures.tabel[["gemeente", "inwoners"]].copy()
    require_known(tuple(tijd.achterstand), statutory[0], "tijd.achterstand")
    require_known(tuple(scenario.gemeenten), statutory[0], "gemeenten")
    table["provincie"] = gegevens.regios_of("provincie", table.index)
    areas = areas_of(scenario, gegevens, table)
    names = table["gemeente"].to_dict()
    table["gebied"] = [areas.get(c, f"gemeente {names[c]}") for c in table.index]
    dwellings = ceilings_of(scenario, gegevens, figures.tabel, {})
    for facility in scenario.capaciteit.plekken:
        require_known(facility.gemeenten, statutory[0], facility.naam)
    parts = (scenario, tijd, peiljaar, table, totals, statutory, shares, dwellings)
    return YearsQuestion(*parts, regions=make_regions(YearsQuestion(*parts, regions=())))


def _require_plain(scenario: Scenario) -> None:
    """Refuse limits that are about one half-year: leaving them out would be a silent answer."""
    wrong = [f"grenzen.{n}" for n in Grenzen.model_fields if getattr(scenario.grenzen, n)]
    wrong += [
        f"gemeenten.{code}.{name}"
        for code, own in scenario.gemeenten.items()
        for name in own.model_dump(exclude_defaults=True)
        if name != "kan"
    ]
    wrong += ["capaciteit.wil_kolom"] if scenario.capaciteit.wil_kolom else []
    wrong += ["doelstelling.budget"] if scenario.doelstelling.budget is not None else []
    if wrong:
        raise LimitOverTimeError(scenario=scenario.naam, grenzen=wrong[:8])


def _peiljaar(scenario: Scenario, tijd: Tijd, gegevens: Gegevens) -> int:
    if scenario.peiljaar is not None:
        return scenario.peiljaar
    return min(tijd.halfjaren[0].peiljaar, max(gegevens.gemeenten))


def opening_index(facility: Plekken, tijd: Tijd) -> int:
    """Return how many half-years after the first one a facility opens; negative if before."""
    return Halfjaar.parse(facility.opening).serial - tijd.halfjaren[0].serial


def open_in(facility: Plekken, tijd: Tijd, index: int) -> bool:
    """Tell whether a facility still holds people at the end of a half-year."""
    first = opening_index(facility, tijd)
    return first <= index < first + facility.halfjaren


def make_regions(question: YearsQuestion, without: str | None = None) -> tuple[Region, ...]:
    """Return the exchange areas as the solver gets them.

    Parameters
    ----------
    without
        Name of a facility to leave out.
    """
    members: dict[str, list[str]] = {}
    for code, gebied in question.table["gebied"].items():
        members.setdefault(gebied, []).append(str(code))
    places = _open_places(question, without)
    return tuple(_region(question, naam, tuple(codes), places) for naam, codes in members.items())


def _open_places(question: YearsQuestion, without: str | None) -> dict[str, list[int]]:
    horizon = len(question.totals)
    found = {str(code): [0] * horizon for code in question.table.index}
    for facility in question.scenario.capaciteit.plekken:
        if facility.naam == without:
            continue
        doel = question.statutory[min(max(opening_index(facility, question.tijd), 0), horizon - 1)]
        for code, count in divide_places(facility, doel).items():
            for t in range(horizon):
                found[code][t] += count if open_in(facility, question.tijd, t) else 0
    return found


def _region(
    question: YearsQuestion, naam: str, codes: tuple[str, ...], places: dict[str, list[int]]
) -> Region:
    totals, owed = question.totals, question.tijd.achterstand
    no_limit = sum(totals) + sum(abs(n) for n in owed.values())

    def claims(code: str) -> tuple[Fraction, ...]:
        pairs = zip(question.shares, totals, strict=True)
        return tuple(accumulate(share[code] * total for share, total in pairs))

    def room(code: str) -> tuple[int, ...]:
        each = question.dwellings.get(code, no_limit)
        ahead = max(0, -owed.get(code, 0))
        return (each + ahead, *[each] * (len(totals) - 1))

    return Region(
        naam=naam,
        gm_codes=codes,
        needed=tuple(sum(table[c] for c in codes) for table in question.statutory),
        claims=tuple(claims(code) for code in codes),
        dwellings=tuple(room(code) for code in codes),
        places=tuple(tuple(places[code]) for code in codes),
        achterstand=tuple(max(0, owed.get(code, 0)) for code in codes),
    )
