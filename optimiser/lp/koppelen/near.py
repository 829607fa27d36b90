"""A plan close to the one before, to start from: most gemeenten stay as they were."""

from collections.abc import Sequence
from dataclasses import replace

from optimiser.lp.koppelen.area import Gevonden, Koppelgebied, Koppelstap
from optimiser.lp.koppelen.stages import solve_area
from optimiser.lp.symbols import ModelInfeasibleError, SolverFailedError

#: Gemeenten that may change besides those that must: the largest can shift most.
LARGEST = 6


def plan_near(area: Koppelgebied, stappen: Sequence[Koppelstap], seconds: float) -> Gevonden | None:
    """Plan an area with all gemeenten as in the plan before, but for those that must change.

    Free are gemeenten with a fixing or with fewer dwellings than they used, and the largest.

    Parameters
    ----------
    area
        With ``vorig``.
    stappen
        The stages in their order.
    seconds
        For all stages together [s].

    Returns
    -------
    Gevonden or None
        None without a plan before, or where that cannot be kept so far.
    """
    if not area.vorig:
        return None
    by_size = sorted(range(len(area.gm_codes)), key=lambda g: -area.inwoners[g])
    free = {*by_size[:LARGEST], *_must_change(area)}
    still = {c: area.vorig.get(c, 0) for c in area.open_cells() if c[0] not in free}
    try:
        return solve_area(replace(area, vast={**still, **area.vast}), stappen, seconds)
    except (ModelInfeasibleError, SolverFailedError):
        return None


def _must_change(area: Koppelgebied) -> set[int]:
    """Return the gemeenten whose part of the plan before cannot stay."""
    found = {g for (g, s, k), n in area.vast.items() if n != area.vorig.get((g, s, k), 0)}
    used: dict[tuple[int, int], int] = {}
    for (g, s, k), count in area.vorig.items():
        used[g, k] = used.get((g, k), 0) + count
        if not area.huishoudens.get(s) or not area.fits(s, k):
            found.add(g)
    return found | {g for (g, k), count in used.items() if count > area.woningen[g][k]}
