"""From a scenario and its table to the numbers of the model: limits, groups, yardsticks."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

import pandas as pd

from optimiser.errors import ScenarioColumnError, ScenarioGemeenteError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.problem import Block, Group, Limit, ModelInput
from optimiser.scenario.beperkingen import Gebied, GemeenteGrens
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import (
    ceilings,
    extra_places,
    freed_dwellings,
    persons_per_dwelling,
    require_known,
)
from optimiser.solve.neighbours import neighbours_of

_FREE = GemeenteGrens()


class _Room(NamedTuple):
    """Position, taakstelling before exchange, ceiling and offer of one gemeente [personen]."""

    position: int
    doel: int
    plafond: int | None
    wil: int | None


def model_input(
    scenario: Scenario, gegevens: Gegevens, figures: pd.DataFrame, table: pd.DataFrame
) -> ModelInput:
    """Turn a scenario into one distribution problem.

    Parameters
    ----------
    scenario
        The question.
    gegevens
        Regions and parameters.
    figures
        Figures per gemeente, index ``gm_code`` ascending.
    table
        ``Verdeling.gemeenten`` of the key: ``exact`` and ``taakstelling`` before exchange.

    Raises
    ------
    OptimiserError
        If a column, figure or gemeente the scenario needs is not there.
    """
    codes = tuple(table.index)
    doel = {code: int(n) for code, n in table["taakstelling"].items()}
    require_known(tuple(scenario.gemeenten), doel, "gemeenten")
    extra = extra_places(scenario.capaciteit.plekken, scenario.period, doel)
    plafond = ceilings_of(scenario, gegevens, figures, extra)
    wil = _wil(scenario, figures)
    limits = [
        limit
        for i, code in enumerate(codes)
        for limit in _limits(
            scenario.gemeenten.get(code, _FREE),
            scenario,
            _Room(i, doel[code], plafond.get(code), wil.get(code)),
        )
    ]
    return ModelInput(
        gm_codes=codes,
        doel=tuple(doel.values()),
        exact=tuple(table["exact"]),
        basis=_basis(scenario, gegevens, figures),
        limits=tuple(limits),
        groups=tuple(_groups(scenario, gegevens, table)),
        total=sum(doel.values()),
        stages=scenario.doelstelling.stappen,
        budget=scenario.doelstelling.budget,
        names=tuple(table["gemeente"]),
        neighbours=neighbours_of(gegevens, codes),
    )


def _basis(scenario: Scenario, gegevens: Gegevens, figures: pd.DataFrame) -> tuple[Fraction, ...]:
    if scenario.doelstelling.last_per == "inwoners":
        return tuple(Fraction(int(n)) for n in figures["inwoners"])
    freed = freed_dwellings(figures, scenario.capaciteit, gegevens, scenario.period)
    if empty := list(freed.index[freed <= 0]):
        reason = "heeft geen vrijkomende woningen; de last per woning bestaat niet"
        raise ScenarioColumnError(kolom="vrijkomende woningen", gm_codes=empty[:5], reden=reason)
    return tuple(freed)


def ceilings_of(
    scenario: Scenario, gegevens: Gegevens, figures: pd.DataFrame, extra: Mapping[str, int]
) -> dict[str, int]:
    """Return the ceiling of each gemeente that has one, ``extra`` places included [personen]."""
    wanted, halfjaar = scenario.capaciteit, scenario.period
    result: dict[str, int] = {}
    if wanted.maximum_aandeel is not None:
        freed = freed_dwellings(figures, wanted, gegevens, halfjaar)
        per_dwelling = persons_per_dwelling(wanted, gegevens, halfjaar)
        result = ceilings(freed, Fraction(wanted.maximum_aandeel), per_dwelling, extra)
    for code, persons in whole_column(figures, wanted.kan_kolom).items():
        result[code] = persons + extra.get(code, 0)
    for code, own in scenario.gemeenten.items():
        if own.kan is not None:
            result[code] = own.kan + extra.get(code, 0)
    return result


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
        reason = "is geen geheel aantal personen van nul of meer"
        raise ScenarioColumnError(kolom=column, gm_codes=wrong[:5], reden=reason)
    return {code: int(value) for code, value in exact.items()}


def _limits(own: GemeenteGrens, scenario: Scenario, room: _Room) -> Iterator[Limit]:
    """Yield what each block says about one gemeente."""
    i, doel = room.position, room.doel
    if room.plafond is not None:
        yield Limit(Block.PLAFOND, i, upper=room.plafond)
    if room.wil is not None:
        yield Limit(Block.WIL, i, upper=doel + room.wil)
    bodem = scenario.grenzen.bodem if own.bodem is None else own.bodem
    if bodem is not None:
        yield Limit(Block.BODEM, i, lower=ceil(Fraction(bodem) * doel))
    change = scenario.grenzen.maximale_wijziging
    change = change if own.maximale_wijziging is None else own.maximale_wijziging
    if change is not None:
        most = floor(Fraction(change) * doel)
        yield Limit(Block.MAX_WIJZIGING, i, lower=doel - most, upper=doel + most)
    if own.vast:
        yield Limit(Block.VAST, i, lower=doel, upper=doel)
    if own.niet_deelnemend:
        yield Limit(Block.NIET_DEELNEMEND, i, lower=doel, upper=doel)


def _groups(scenario: Scenario, gegevens: Gegevens, table: pd.DataFrame) -> Iterator[Group]:
    """Yield the areas whose sum stays the same; who belongs to none is an area of its own."""
    area = areas_of(scenario, gegevens, table)
    members: dict[str, list[int]] = {}
    names = table["gemeente"].to_dict()
    for code, i in position_of(table).items():
        alone = f"gemeente {names[code]} ({code})"
        members.setdefault(area.get(code, alone), []).append(i)
    doel = list(table["taakstelling"])
    for naam, positions in members.items():
        total = sum(int(doel[i]) for i in positions)
        yield Group(naam, tuple(positions), total, total)


def areas_of(scenario: Scenario, gegevens: Gegevens, table: pd.DataFrame) -> dict[str, str]:
    """Return the exchange area of each gemeente that belongs to one."""
    binnen = scenario.uitruil.binnen
    if binnen is Gebied.NIET:
        return {}
    if binnen is Gebied.LAND:
        return dict.fromkeys(table.index, "Nederland")
    if binnen is not Gebied.EIGEN:
        names = gegevens.regios_of(binnen.value, table.index).dropna()
        return {code: f"{binnen.value} {name}" for code, name in names.items()}
    area: dict[str, str] = {}
    for naam, codes in (scenario.uitruil.regios or {}).items():
        require_known(codes, position_of(table), f"regio {naam}")
        if twice := sorted(set(codes) & set(area)):
            raise ScenarioGemeenteError(waar=f"regio {naam} (dubbel ingedeeld)", gm_codes=twice)
        area |= dict.fromkeys(codes, naam)
    return area


def position_of(table: pd.DataFrame) -> dict[str, int]:
    """Return the position of each gemeente in a table."""
    return {str(code): i for i, code in enumerate(table.index)}
