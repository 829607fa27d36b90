"""The facts of a conflict or a repair, for the Dutch sentences of ``teksten/nl/engine.toml``."""

import re
from dataclasses import dataclass

from optimiser.engine.closing.feasibility import Conflict, Level
from optimiser.engine.closing.nearest import Nearest
from optimiser.engine.closing.stretch import Option, Repair
from optimiser.problem import ModelInput

_CODE = re.compile(r" \(GM\d{4}\)")


@dataclass(frozen=True, slots=True)
class Facts:
    """Which sentence (``section`` and ``code``) and what fills it."""

    section: str
    code: str
    values: dict[str, object]


def _said(naam: str) -> str:
    """Return the name of a group without the code that keeps two of one name apart."""
    return _CODE.sub("", naam)


def _together(names: list[str]) -> str:
    """Write who joins whom: the first is the one that could not close."""
    first, *others = names
    if not others:
        return first
    *most, last = others
    return f"{first} met {', '.join(most)} en {last}" if most else f"{first} met {last}"


def _names(data: ModelInput) -> tuple[str, ...]:
    return data.names or data.gm_codes


def conflict_facts(data: ModelInput, conflict: Conflict) -> Facts:
    """Return what the sentence about a conflict needs.

    ``aantal`` counts persons; ``gemeenten`` counts gemeenten.
    """
    names = _names(data)
    one = len(conflict.members) == 1
    naam = names[conflict.members[0]] if conflict.level is Level.GEMEENTE else _said(conflict.naam)
    values: dict[str, object] = {
        "naam": naam,
        "nodig": conflict.required,
        "mogelijk": conflict.possible,
        "aantal": conflict.amount,
        "gemeenten": len(conflict.members),
        "wie": [names[i] for i in conflict.members],
        "blokken": [block.value for block in conflict.blocks],
    }
    alone = one and conflict.level is Level.GROEP
    return Facts("conflicten", f"{conflict.code}_een" if alone else conflict.code, values)


def repair_facts(data: ModelInput, repair: Repair) -> Facts:
    """Return what the sentence about a repair needs; its code ends in ``_niet`` if unavailable."""
    names = _names(data)
    most_first = sorted(repair.changes, key=lambda one: (-one[1] - one[2], names[one[0]]))
    changes = [f"{names[i]} +{up}" for i, up, _ in most_first if up]
    floors = [f"{names[i]} \N{MINUS SIGN}{down}" for i, _, down in most_first if down]
    values: dict[str, object] = {
        "personen": repair.persons,
        "wijzigingen": [*changes, *floors],
        "budget": repair.budget,
    }
    code = repair.option.value if repair.available else f"{repair.option}_niet"
    if repair.option is Option.GRENZEN and floors:
        code = f"{code}_bodem"
    if repair.widening is not None:
        room = repair.widening.country_room
        values["gebieden"] = [
            _together([_said(name) for name in union.names])
            + ("" if union.within is None else f" met heel {_said(union.within) or 'Nederland'}")
            for union in repair.widening.unions
        ]
        if repair.available and data.neighbours is None:
            code = "gebied_ligging_onbekend"
        values["tekort"] = max(0, -room)
        if not repair.available and room >= 0:
            code = "gebied_niet_gemeente"
        if not repair.available and data.outside:
            code = "gebied_niet_eigen"
    return Facts("uitwegen", code, values)


def nearest_facts(outcome: Nearest) -> Facts:
    """Return what the sentence about persons without a place needs."""
    areas = [f"{_said(naam) or 'Nederland'} {amount}" for naam, amount in outcome.short]
    code = "personen" if outcome.unplaced else "iedereen" if areas else "bodem"
    values: dict[str, object] = {
        "aantal": outcome.unplaced,
        "gebieden": areas,
        "onder": outcome.below_floor,
    }
    return Facts("niet_geplaatst", code, values)
