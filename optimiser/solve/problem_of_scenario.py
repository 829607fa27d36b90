"""From a scenario and its table to the numbers of the model: limits, groups, yardsticks."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

import pandas as pd

from optimiser.errors import ScenarioGemeenteError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.memory import once
from optimiser.problem import Block, Group, Limit, ModelInput
from optimiser.scenario.beperkingen import Gebied
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import freed_dwellings, require_known
from optimiser.solve.errors import NoLoadError
from optimiser.solve.limits import limits_of
from optimiser.solve.neighbours import neighbours_of

#: Before the name of a gemeente in none of the user's own areas.
OUTSIDE = "buiten de eigen regio's: "


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
        As ``Verdeling.gemeenten`` of the key: ``exact`` and ``taakstelling`` before exchange. What
        no limit changes is read from it once, so it is never changed afterwards.

    Raises
    ------
    OptimiserError
        If a column, figure or gemeente the scenario needs is not there.
    """
    told = ("deelnemers", scenario.uitruil.model_dump_json())
    who = once(told, table, lambda: _participants(scenario, gegevens, table))
    require_known(tuple(scenario.gemeenten), who.doel, "gemeenten")
    limits = limits_of(scenario, gegevens, figures, who.doel, who.needed)
    bound, reported = _split(limits, who.outside)
    return ModelInput(
        gm_codes=who.codes,
        doel=who.persons,
        exact=who.exact,
        basis=_basis(scenario, gegevens, figures, who, bound),
        limits=bound,
        groups=who.groups,
        total=sum(who.persons),
        stages=scenario.doelstelling.stappen,
        budget=scenario.doelstelling.budget,
        names=who.names,
        neighbours=who.neighbours,
        outside=tuple(sorted(who.outside)),
        reported=reported,
    )


def _split(
    limits: tuple[Limit, ...], outside: frozenset[int]
) -> tuple[tuple[Limit, ...], tuple[Limit, ...]]:
    """Return the limits that bind, and those that are only told."""
    if not outside:
        return limits, ()
    bound = tuple(limit for limit in limits if limit.gemeente not in outside)
    return bound, tuple(limit for limit in limits if limit.gemeente in outside)


class _Participants(NamedTuple):
    """What no limit changes: who takes part, with how many persons, and who exchanges with whom."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    doel: Mapping[str, int]
    persons: tuple[int, ...]
    exact: tuple[Fraction, ...]
    inwoners: tuple[Fraction, ...]
    groups: tuple[Group, ...]
    outside: frozenset[int]
    needed: frozenset[str]
    neighbours: tuple[tuple[int, int], ...] | None


def _participants(scenario: Scenario, gegevens: Gegevens, table: pd.DataFrame) -> _Participants:
    codes = tuple(table.index)
    doel = {code: int(n) for code, n in table["taakstelling"].items()}
    groups = tuple(_groups(scenario, gegevens, table))
    outside = _outside(scenario, groups)
    return _Participants(
        codes,
        names=tuple(table["gemeente"]),
        doel=doel,
        persons=tuple(doel.values()),
        exact=tuple(table["exact"]),
        inwoners=tuple(Fraction(int(n)) for n in table["inwoners"]),
        groups=groups,
        outside=outside,
        needed=frozenset(code for i, code in enumerate(codes) if i not in outside),
        neighbours=neighbours_of(gegevens, codes),
    )


def _outside(scenario: Scenario, groups: tuple[Group, ...]) -> frozenset[int]:
    """Return who is in none of the user's own areas: a region on its own asks nothing of them."""
    if scenario.uitruil.binnen is not Gebied.EIGEN:
        return frozenset()
    own = set(scenario.uitruil.regios or {})
    return frozenset(i for group in groups if group.naam not in own for i in group.members)


def _fixed(limits: tuple[Limit, ...], groups: tuple[Group, ...]) -> set[int]:
    """Return whose number cannot change, whatever stretches."""
    hard = {Block.VAST, Block.NIET_DEELNEMEND}
    alone = {g.members[0] for g in groups if len(g.members) == 1 and g.lower == g.upper}
    return alone | {limit.gemeente for limit in limits if limit.block in hard}


def _basis(
    scenario: Scenario,
    gegevens: Gegevens,
    figures: pd.DataFrame,
    who: _Participants,
    bound: tuple[Limit, ...],
) -> tuple[Fraction, ...]:
    """Return what a load is counted per; zero for who is fixed and has no dwellings.

    Raises
    ------
    NoLoadError
        Of a gemeente in the exchange no load exists.
    """
    if scenario.doelstelling.last_per == "inwoners":
        return who.inwoners
    fixed = who.outside | _fixed(bound, who.groups)
    needed = [code for i, code in enumerate(figures.index) if i not in fixed]
    freed = freed_dwellings(figures, scenario.capaciteit, gegevens, scenario.period, needed)
    known = [Fraction(0) if pd.isna(v) else v for v in freed]
    if empty := [i for i, v in enumerate(known) if v <= 0 and i not in fixed]:
        names = [str(figures["gemeente"].iloc[i]) for i in empty]
        raise NoLoadError(gemeenten=names[:10], aantal=len(names))
    return tuple(max(Fraction(0), v) for v in known)


def _groups(scenario: Scenario, gegevens: Gegevens, table: pd.DataFrame) -> Iterator[Group]:
    """Yield the areas whose sum stays the same; who belongs to none is an area of its own."""
    area = areas_of(scenario, gegevens, table)
    members: dict[str, list[int]] = {}
    prefix = OUTSIDE if scenario.uitruil.binnen is Gebied.EIGEN else ""
    for i, (code, naam) in enumerate(zip(table.index, table["gemeente"], strict=True)):
        alone = f"{prefix}gemeente {naam} ({code})"
        members.setdefault(area.get(code, alone), []).append(i)
    doel = table["taakstelling"].tolist()
    for naam, positions in members.items():
        total = sum(doel[i] for i in positions)
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
    known = dict.fromkeys(table.index, 0)
    for naam, codes in (scenario.uitruil.regios or {}).items():
        require_known(codes, known, f"regio {naam}")
        if twice := sorted(set(codes) & set(area)):
            raise ScenarioGemeenteError(waar=f"regio {naam} (dubbel ingedeeld)", gm_codes=twice)
        area |= dict.fromkeys(codes, naam)
    return area
