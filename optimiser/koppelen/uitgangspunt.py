"""What a plan starts from: the statutory table of a half-year and the labelled assumptions."""

from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.koppelen.aannames import COA_REGIO, assumed_woningen
from optimiser.koppelen.errors import WoningenUnknownError
from optimiser.koppelen.vraag import Koppelvraag, assumed_vraag
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Herkomst, Verdeling
from optimiser.solve.run import solve_scenario

#: The country as one area: any dwelling for anybody.
LAND = "Nederland"


@dataclass(frozen=True)
class Uitgangspunt:
    """A question with what it rests on.

    Attributes
    ----------
    vraag
        Per COA region.
    land
        The same with the country as one area.
    aandeel
        Part of the freed corporation dwellings that may be used [%].
    mutatiegraad
        Part of the corporation dwellings that becomes free [deel per jaar].
    herkomst
        Of the taakstelling.
    """

    vraag: Koppelvraag
    land: Koppelvraag
    aandeel: int
    mutatiegraad: float
    herkomst: Herkomst


def make_uitgangspunt(
    scenario: Scenario,
    gegevens: Gegevens,
    aandeel: int,
    drempel: int | None = None,
    solved: Verdeling | None = None,
) -> Uitgangspunt:
    """Ask for the taakstelling of a scenario, with assumed households and dwellings.

    Parameters
    ----------
    scenario
        Its table is the taakstelling.
    gegevens
        Figures of its half-year.
    aandeel
        Part of the freed corporation dwellings that may be used [%].
    drempel
        Size from which a family is large [personen]; None for the one of the half-year.
    solved
        The answer to the scenario, where it is there already.

    Raises
    ------
    OptimiserError
        As ``solve_scenario`` and :func:`assumed_homes`.

    Examples
    --------
    >>> from optimiser import Scenario, read_gegevens
    >>> start = make_uitgangspunt(Scenario(halfjaar="2025-2"), read_gegevens(), aandeel=12)
    >>> sorted(start.vraag.huishoudens)
    ['Midden', 'Noord', 'Oost', 'Zuid', 'Zuidwest']
    >>> sum(size * n for area in start.vraag.huishoudens.values() for size, n in area.items())
    13000
    """
    given = scenario.capaciteit.mutatiegraad
    rate = None if given is None else float(given)
    homes, rate = assumed_homes(gegevens, scenario.period, aandeel, rate)
    if drempel is None:
        drempel = int(gegevens.parameter("groot_gezin", scenario.period))
    answer = solve_scenario(scenario, gegevens) if solved is None else solved
    people = gegevens.figures(scenario.period.peiljaar).tabel
    table = answer.gemeenten[["gemeente", "provincie", "taakstelling"]]
    table = table.assign(inwoners=people["inwoners"].reindex(table.index))
    return Uitgangspunt(
        assumed_vraag(table.assign(gebied=table["provincie"].map(COA_REGIO)), homes, drempel),
        assumed_vraag(table.assign(gebied=LAND), homes, drempel),
        aandeel,
        rate,
        answer.herkomst,
    )


def assumed_homes(
    gegevens: Gegevens, period: Halfjaar, aandeel: int, rate: float | None = None
) -> tuple[pd.DataFrame, float]:
    """Return assumed dwellings per gemeente and class, and the mutatiegraad they rest on.

    That is ``rate`` [deel per jaar], or the one of the half-year if None.

    Raises
    ------
    UnknownPeiljaarError, WoningenUnknownError
        If there are no figures, or they do not say how many corporation dwellings there are.
    """
    people = gegevens.figures(period.peiljaar).tabel
    if not has_homes(gegevens, period):
        raise WoningenUnknownError(halfjaar=str(period))
    rate = gegevens.parameter("mutatiegraad", period) if rate is None else rate
    return assumed_woningen(people, Fraction(aandeel, 100), Fraction(str(rate))), rate


def has_homes(gegevens: Gegevens, period: Halfjaar) -> bool:
    """Tell whether the figures of a half-year say how many corporation dwellings there are."""
    if period.peiljaar not in gegevens.gemeenten:
        return False
    known = gegevens.figures(period.peiljaar).tabel.columns
    return {"woningvoorraad", "pct_corporatie"} <= set(known)


def only(vraag: Koppelvraag, naam: str) -> Koppelvraag:
    """Return the question of one area, with what is fixed and what has a band there."""
    rows = vraag.gemeenten[vraag.gemeenten["gebied"] == naam]
    return replace(
        vraag,
        gemeenten=rows,
        huishoudens={naam: vraag.huishoudens[naam]},
        vast=tuple(one for one in vraag.vast if one.gm_code in rows.index),
        banden=tuple(one for one in vraag.banden if one.gebied == naam),
    )


def supply(vraag: Koppelvraag, naam: str) -> list[int]:
    """Return the dwellings of an area per class, in the order of ``vraag.klassen``."""
    members = vraag.gemeenten.index[vraag.gemeenten["gebied"] == naam]
    names = [klasse.naam for klasse in vraag.klassen]
    return [int(count) for count in vraag.woningen.loc[members, names].sum()]
