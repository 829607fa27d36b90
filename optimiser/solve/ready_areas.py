"""Areas that stand ready to exchange in, and which of them let a problem close."""

from dataclasses import dataclass
from functools import partial

import pandas as pd

from optimiser.engine.closing.feasibility import closes
from optimiser.engine.closing.widen import with_reported
from optimiser.errors import IndelingConversionError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.memory import once
from optimiser.problem import Group, ModelInput
from optimiser.scenario.beperkingen import Gebied

#: Ready areas, from small to large.
AREAS = (
    Gebied.COROP,
    Gebied.ARBEIDSMARKTREGIO,
    Gebied.VEILIGHEIDSREGIO,
    Gebied.PROVINCIE,
    Gebied.LAND,
)


@dataclass(frozen=True, slots=True)
class ReadyArea:
    """An area that stands ready, and what exchange inside it leaves.

    Attributes
    ----------
    gebied
        The kind of area.
    closes
        Whether the problem closes inside it.
    short
        Persons for whom there is no room inside their own area [personen].
    """

    gebied: Gebied
    closes: bool
    short: int


def ready_areas(gegevens: Gegevens, data: ModelInput) -> tuple[ReadyArea, ...]:
    """Return what each ready area would do, from small to large.

    An area that is not known of gemeenten this old is left out.
    """
    found = []
    told = ("kant-en-klare gebieden", *data.gm_codes, *map(str, data.doel))
    data = with_reported(data)
    for gebied in AREAS:
        try:
            groups = once((*told, gebied), gegevens, partial(_groups, gegevens, data, gebied))
        except IndelingConversionError:
            continue
        short = _short(data, groups)
        found.append(ReadyArea(gebied, not short and closes(data, groups), short))
    return tuple(found)


def _short(data: ModelInput, groups: tuple[Group, ...]) -> int:
    upper = data.upper
    if not groups:
        return max(0, data.total - sum(upper))
    return sum(max(0, g.lower - sum(map(upper.__getitem__, g.members))) for g in groups)


def _groups(gegevens: Gegevens, data: ModelInput, gebied: Gebied) -> tuple[Group, ...]:
    if gebied is Gebied.LAND:
        return ()
    known = gegevens.regios_of(gebied.value, pd.Index(data.gm_codes))
    members: dict[str, list[int]] = {}
    for i, (code, name) in enumerate(zip(data.gm_codes, known, strict=True)):
        members.setdefault(code if pd.isna(name) else str(name), []).append(i)
    sums = {name: sum(data.doel[i] for i in inside) for name, inside in members.items()}
    return tuple(Group(n, tuple(inside), sums[n], sums[n]) for n, inside in members.items())
