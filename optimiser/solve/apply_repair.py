"""From a repair of the engine to a scenario that has it: what a click on a way out changes."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from optimiser.engine import Option, Repair, find_conflicts
from optimiser.errors import RepairFailedError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.problem import Block, Limit, ModelInput
from optimiser.scenario.beperkingen import Gebied, GemeenteGrens, Plekken, Uitruil
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import extra_places
from optimiser.solve.run import problem_of

_FINE = Decimal("0.000001")
_REST = "overige gemeenten"


def repaired(scenario: Scenario, gegevens: Gegevens, data: ModelInput, repair: Repair) -> Scenario:
    """Return the scenario with a repair made, checked to close.

    Parameters
    ----------
    scenario, gegevens
        The question that cannot close.
    data
        Its problem.
    repair
        One of ``engine.repairs(data)``.

    Raises
    ------
    RepairFailedError
        If a scenario cannot say this repair, or still does not close with it.
    """
    if not repair.available:
        raise RepairFailedError(reden="deze uitweg alleen is niet genoeg")
    match repair.option:
        case Option.GRENZEN:
            changed = _with_limits(scenario, data, repair)
        case Option.PLAATSEN:
            changed = _with_places(scenario, data, repair)
        case Option.GEBIED:
            changed = scenario.adjusted(uitruil=_joined(data, repair))
        case Option.BUDGET:
            changed = scenario
    if repair.budget is not None:
        changed = changed.adjusted(
            doelstelling=scenario.doelstelling.adjusted(budget=repair.budget)
        )
    return _closing(changed, gegevens)


def within(
    scenario: Scenario, gegevens: Gegevens, gebied: Gebied, *, closing: bool = True
) -> Scenario:
    """Return the scenario with another exchange area, checked to close unless that is not asked.

    Raises
    ------
    RepairFailedError
        If it does not close that way.
    """
    wider = scenario.adjusted(uitruil=Uitruil(binnen=gebied))
    return _closing(wider, gegevens) if closing else wider


def _closing(scenario: Scenario, gegevens: Gegevens) -> Scenario:
    if find_conflicts(problem_of(scenario, gegevens)):
        raise RepairFailedError(reden="het scenario sluit daarna nog steeds niet")
    return scenario


def _with_limits(scenario: Scenario, data: ModelInput, repair: Repair) -> Scenario:
    doel = dict(zip(data.gm_codes, data.doel, strict=True))
    extra = extra_places(scenario.capaciteit.plekken, scenario.period, doel)
    own = dict(scenario.gemeenten)
    for _, limit in repair.limits:
        code = data.gm_codes[limit.gemeente]
        opened = _opened(limit, doel[code], extra.get(code, 0))
        own[code] = own.get(code, GemeenteGrens()).adjusted(**opened)
    return scenario.adjusted(gemeenten=own)


def _opened(limit: Limit, doel: int, extra: int) -> Mapping[str, object]:
    """Return the fields of a gemeente that say a stretched limit."""
    lower = doel if limit.lower is None else limit.lower
    upper = doel if limit.upper is None else limit.upper
    match limit.block:
        case Block.PLAFOND:
            return {"kan": max(0, upper - extra)}
        case Block.WIL:
            return {"wil": upper - doel}
        case Block.BODEM:
            return {"bodem": _part(lower, doel, ROUND_FLOOR)}
        case Block.MAX_WIJZIGING:
            most = max(doel - lower, upper - doel)
            return {"maximale_wijziging": _part(most, doel, ROUND_CEILING)}
        case Block.VAST | Block.NIET_DEELNEMEND:
            free: dict[str, object] = {"vast": False, "niet_deelnemend": False}
            return free | {
                "kan": max(0, upper - extra),
                "bodem": _part(lower, doel, ROUND_FLOOR),
            }


def _part(persons: int, doel: int, rounding: str) -> Decimal | None:
    """Return persons as a part of the taakstelling, so that it turns into the same persons."""
    if persons > doel:
        raise RepairFailedError(reden="een gemeente zou meer dan verdubbelen")
    return (Decimal(persons) / doel).quantize(_FINE, rounding) if doel else None


def _with_places(scenario: Scenario, data: ModelInput, repair: Repair) -> Scenario:
    division = {data.gm_codes[i]: up for i, up, _ in repair.changes}
    added = Plekken(
        naam="Extra plaatsen (voorstel)",
        soort="tussenvoorziening",
        plekken=repair.persons,
        opening=scenario.halfjaar,
        gemeenten=tuple(division),
        verdeling=division,
    )
    plekken = (*scenario.capaciteit.plekken, added)
    return scenario.adjusted(capaciteit=scenario.capaciteit.adjusted(plekken=plekken))


def _joined(data: ModelInput, repair: Repair) -> Uitruil:
    groups = () if repair.widening is None else repair.widening.groups
    if not groups:
        return Uitruil(binnen=Gebied.LAND)
    regios = {
        group.naam: tuple(data.gm_codes[i] for i in group.members)
        for group in groups
        if not set(group.members) & set(data.outside)
    }
    held = {i for group in groups for i in group.members}
    rest = tuple(code for i, code in enumerate(data.gm_codes) if i not in held)
    return Uitruil(binnen=Gebied.EIGEN, regios=regios | ({_REST: rest} if rest else {}))
