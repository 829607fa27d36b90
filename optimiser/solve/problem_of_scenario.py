"""From a scenario and its table to the numbers of the model: limits, groups, yardsticks."""

from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from optimiser.errors import ScenarioGemeenteError
from optimiser.gegevens.gegevens import Gegevens
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
        ``Verdeling.gemeenten`` of the key: ``exact`` and ``taakstelling`` before exchange.

    Raises
    ------
    OptimiserError
        If a column, figure or gemeente the scenario needs is not there.
    """
    codes = tuple(table.index)
    doel = {code: int(n) for code, n in table["taakstelling"].items()}
    require_known(tuple(scenario.gemeenten), doel, "gemeenten")
    groups = tuple(_groups(scenario, gegevens, table))
    outside = _outside(scenario, groups)
    needed = {code for i, code in enumerate(codes) if i not in outside}
    limits = limits_of(scenario, gegevens, figures, doel, needed)
    bound = tuple(limit for limit in limits if limit.gemeente not in outside)
    fixed = outside | _fixed(bound, groups)
    return ModelInput(
        gm_codes=codes,
        doel=tuple(doel.values()),
        exact=tuple(table["exact"]),
        basis=_basis(scenario, gegevens, figures, fixed),
        limits=bound,
        groups=groups,
        total=sum(doel.values()),
        stages=scenario.doelstelling.stappen,
        budget=scenario.doelstelling.budget,
        names=tuple(table["gemeente"]),
        neighbours=neighbours_of(gegevens, codes),
        outside=tuple(sorted(outside)),
        reported=tuple(limit for limit in limits if limit.gemeente in outside),
    )


def _outside(scenario: Scenario, groups: tuple[Group, ...]) -> set[int]:
    """Return who is in none of the user's own areas: a region on its own asks nothing of them."""
    if scenario.uitruil.binnen is not Gebied.EIGEN:
        return set()
    own = set(scenario.uitruil.regios or {})
    return {i for group in groups if group.naam not in own for i in group.members}


def _fixed(limits: tuple[Limit, ...], groups: tuple[Group, ...]) -> set[int]:
    """Return whose number cannot change, whatever stretches."""
    hard = {Block.VAST, Block.NIET_DEELNEMEND}
    alone = {g.members[0] for g in groups if len(g.members) == 1 and g.lower == g.upper}
    return alone | {limit.gemeente for limit in limits if limit.block in hard}


def _basis(
    scenario: Scenario, gegevens: Gegevens, figures: pd.DataFrame, fixed: set[int]
) -> tuple[Fraction, ...]:
    """Return what a load is counted per; zero for who is fixed and has no dwellings.

    Raises
    ------
    NoLoadError
        Of a gemeente in the exchange no load exists.
    """
    if scenario.doelstelling.last_per == "inwoners":
        return tuple(Fraction(int(n)) for n in figures["inwoners"])
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
    names = table["gemeente"].to_dict()
    prefix = OUTSIDE if scenario.uitruil.binnen is Gebied.EIGEN else ""
    for code, i in position_of(table).items():
        alone = f"{prefix}gemeente {names[code]} ({code})"
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
