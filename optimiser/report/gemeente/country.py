"""The country in a few numbers, as the start page gives them."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from optimiser.compare.measuring import benchmark
from optimiser.errors import OptimiserError, VerdeelsleutelUnavailableError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.gemeente.room import NEAR, freed_places
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling

#: Part of the freed dwellings of which the start page tells where it fits, and the key it names.
CEILING, OTHER = Fraction(1, 10), "woningvoorraad"


@dataclass(frozen=True)
class Landelijk:
    """Numbers of the country under the statutory key.

    Attributes
    ----------
    personen
        Handed out.
    boven
        Persons above the benchmark of freed dwellings, rounded up; None if unknown.
    ijkpunt
        The benchmark by CBS; None if unknown.
    gemeenten_boven, gemeenten_onder
        How many need more than the benchmark, and how many could take at least one more.
    stand, stand_van, ongeveer
        Last known saldo of the country before the half-year [personen], of which half-year, and
        whether the source rounds it; None if unknown.
    passend, regio_aantal
        Arbeidsmarktregio's whose total fits within 10 % of the freed dwellings, and all of them.
    verschuift
        Persons that would live elsewhere under the dwelling stock; None if unknown.
    """

    personen: int
    boven: int | None
    ijkpunt: Fraction | None
    gemeenten_boven: int
    gemeenten_onder: int
    stand: int | None
    stand_van: str
    ongeveer: bool
    passend: int
    regio_aantal: int
    verschuift: int | None


def make_landelijk(
    scenario: Scenario, gegevens: Gegevens, solve: Callable[[Scenario], Verdeling]
) -> Landelijk:
    """Work out the numbers of the country.

    Parameters
    ----------
    scenario
        Its half-year, national number and assumptions hold; its key does not.
    gegevens
        All figures.
    solve
        Returns the answer to a scenario.

    Raises
    ------
    OptimiserError
        As ``solve`` on the statutory question.
    """
    plain = Scenario(halfjaar=scenario.halfjaar, totaal=scenario.totaal)
    wettelijk = solve(plain)
    persons = wettelijk.gemeenten["taakstelling"]
    places = freed_places(scenario, gegevens, wettelijk)
    norm = benchmark(gegevens, scenario.period)
    over = [] if places is None or norm is None else list(persons - norm * places)
    total = sum((value for value in over if value > 0), Fraction(0))
    stand, since, about = _balance(gegevens, scenario.halfjaar)
    fits, regions = _fits(persons, places, gegevens)
    return Landelijk(
        personen=wettelijk.totaal,
        boven=-(-total.numerator // total.denominator) if over else None,
        ijkpunt=norm,
        gemeenten_boven=sum(value > 0 for value in over),
        gemeenten_onder=sum(value <= -1 for value in over),
        stand=stand,
        stand_van=since,
        ongeveer=about,
        passend=fits,
        regio_aantal=regions,
        verschuift=_moved(plain, persons, solve),
    )


def _balance(gegevens: Gegevens, halfjaar: str) -> tuple[int | None, str, bool]:
    rows = gegevens.landelijk
    known = rows[(rows.index < halfjaar) & rows["stand_eind"].notna()]
    if known.empty:
        return None, "", False
    last = known.iloc[-1]
    return int(last["stand_eind"]), str(known.index[-1]), "circa" in str(last["opmerking"])


def _fits(persons: pd.Series, places: pd.Series | None, gegevens: Gegevens) -> tuple[int, int]:
    """Count the regions whose gemeenten can house their total together, and all regions."""
    try:
        groups = gegevens.regios_of(NEAR, persons.index)
    except OptimiserError:
        return 0, 0
    if places is None:
        return 0, 0
    most = places.map(lambda value: int(CEILING * value))
    fits = persons.groupby(groups).sum() <= most.groupby(groups).sum()
    return int(fits.sum()), len(fits)


def _moved(
    plain: Scenario, persons: pd.Series, solve: Callable[[Scenario], Verdeling]
) -> int | None:
    try:
        other = solve(plain.adjusted(sleutel=OTHER)).gemeenten["taakstelling"]
    except VerdeelsleutelUnavailableError:
        return None
    return int((other - persons).clip(lower=0).sum())
