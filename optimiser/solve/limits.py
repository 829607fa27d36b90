"""What limits each gemeente of a scenario: ceiling, offer, floor, largest change, locked."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

import pandas as pd

from optimiser.errors import ScenarioColumnError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.memory import once
from optimiser.problem import Block, Limit
from optimiser.scenario.beperkingen import GemeenteGrens, Grenzen
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import ceilings, extra_places, freed_dwellings, persons_per_dwelling

_FREE = GemeenteGrens()


def limits_of(
    scenario: Scenario,
    gegevens: Gegevens,
    figures: pd.DataFrame,
    doel: Mapping[str, int],
    needed: Collection[str] | None = None,
) -> tuple[Limit, ...]:
    """Return every limit of every gemeente, those of the user's own columns included.

    Parameters
    ----------
    scenario, gegevens, figures
        The question and the figures, index ``gm_code``.
    doel
        Taakstelling before exchange per gm_code, ascending [personen].
    needed
        Gemeenten whose figures must be known; default all. A ceiling that cannot be computed of
        another is left out.

    Raises
    ------
    OptimiserError
        If a column or figure that is needed is not there.
    """
    extra = extra_places(scenario.capaciteit.plekken, scenario.period, doel)
    plafond = ceilings_of(scenario, gegevens, figures, extra, needed)
    wil = _wil(scenario, figures)
    for_all = scenario.grenzen != Grenzen()
    limits: list[Limit] = []
    for i, (code, persons) in enumerate(doel.items()):
        if (most := plafond.get(code)) is not None:
            limits.append(Limit(Block.PLAFOND, i, None, most))
        if (offer := wil.get(code)) is not None:
            limits.append(Limit(Block.WIL, i, None, persons + offer))
        if for_all or code in scenario.gemeenten:
            limits += _own(scenario.gemeenten.get(code, _FREE), scenario.grenzen, i, persons)
    return tuple(limits)


def ceilings_of(
    scenario: Scenario,
    gegevens: Gegevens,
    figures: pd.DataFrame,
    extra: Mapping[str, int],
    needed: Collection[str] | None = None,
) -> dict[str, int]:
    """Return the ceiling of each gemeente that has one, ``extra`` places included [personen]."""
    wanted, halfjaar = scenario.capaciteit, scenario.period
    result: dict[str, int] = {}
    if wanted.maximum_aandeel is not None:
        freed = freed_dwellings(figures, wanted, gegevens, halfjaar, needed)
        per_dwelling = persons_per_dwelling(wanted, gegevens, halfjaar)
        result = ceilings(_ratios(freed), Fraction(wanted.maximum_aandeel), per_dwelling, extra)
    for code, persons in whole_column(figures, wanted.kan_kolom).items():
        result[code] = persons + extra.get(code, 0)
    for code, own in scenario.gemeenten.items():
        if own.kan is not None:
            result[code] = own.kan + extra.get(code, 0)
    return result


def _ratios(freed: pd.Series) -> dict[str, tuple[int, int]]:
    """Return the freed dwellings that are known as two whole numbers; worked out once."""
    told = ("vrijkomende woningen in gehele getallen",)
    return once(told, freed, lambda: {c: v.as_integer_ratio() for c, v in freed.dropna().items()})


def _wil(scenario: Scenario, figures: pd.DataFrame) -> dict[str, int]:
    result = whole_column(figures, scenario.capaciteit.wil_kolom)
    own = {code: g.wil for code, g in scenario.gemeenten.items() if g.wil is not None}
    return result | own


def whole_column(figures: pd.DataFrame, column: str | None) -> dict[str, int]:
    """Read whole persons from a user's column; an empty cell sets nothing."""
    if column is None:
        return {}
    if column not in figures.columns:
        raise ScenarioColumnError(kolom=column, gm_codes=[], reden="staat niet in de cijfers")
    known = figures[column].dropna()
    exact = {str(code): Fraction(str(value)) for code, value in known.items()}
    if wrong := [code for code, v in exact.items() if v < 0 or v.denominator != 1]:
        reason = f"is geen geheel aantal personen van nul of meer bij {', '.join(wrong[:10])}"
        raise ScenarioColumnError(kolom=column, gm_codes=wrong[:5], reden=reason)
    return {code: int(value) for code, value in exact.items()}


def _own(own: GemeenteGrens, every: Grenzen, i: int, doel: int) -> Iterator[Limit]:
    """Yield what a gemeente says of itself, else what holds for every gemeente."""
    bodem = every.bodem if own.bodem is None else own.bodem
    if bodem is not None:
        yield Limit(Block.BODEM, i, lower=ceil(Fraction(bodem) * doel))
    change = every.maximale_wijziging
    change = change if own.maximale_wijziging is None else own.maximale_wijziging
    if change is not None:
        most = floor(Fraction(change) * doel)
        yield Limit(Block.MAX_WIJZIGING, i, lower=doel - most, upper=doel + most)
    if own.vast:
        yield Limit(Block.VAST, i, lower=doel, upper=doel)
    if own.niet_deelnemend:
        yield Limit(Block.NIET_DEELNEMEND, i, lower=doel, upper=doel)
