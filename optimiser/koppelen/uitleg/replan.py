"""An area planned again with one household elsewhere, and what that changes per stage.

First with all other gemeenten as they are: as good as the plan, then nothing can be better and it
is proved at once. Else the whole area, from there.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from optimiser.koppelen.uitleg.basis import (
    SECONDS,
    SPREAD,
    Basis,
    Limits,
    Verplaatsing,
    count_at,
    moved,
)
from optimiser.lp.koppelen.area import Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.stages import solve_area
from optimiser.lp.koppelen.value import stage_value
from optimiser.lp.symbols import ModelInfeasibleError

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Verandering:
    """What one stage becomes against the plan.

    Attributes
    ----------
    stap
        The stage.
    minst, meest
        Fewest and most that it changes, in the unit of the stage; equal where that is proved.
    """

    stap: Koppelstap
    minst: float
    meest: float


def plan_again(
    area: Koppelgebied,
    stappen: Sequence[Koppelstap],
    limits: Limits,
    start: Gevonden | None = None,
) -> Gevonden | None:
    """Plan an area within limits, or None where no plan holds them."""
    try:
        return solve_area(replace(area, begrensd=limits), stappen, SECONDS, start=start)
    except ModelInfeasibleError:
        return None


def _others_still(
    basis: Basis, free: Collection[int], one: Verplaatsing, *, large_free: bool
) -> Koppelgebied:
    """Let only some gemeenten change, and there no large family but the one that moves."""
    area, ends = basis.area, {one.van, one.naar}

    def may_change(g: int, s: int) -> bool:
        same = s == one.personen and g in ends
        return g in free and (large_free or s < area.drempel or same)

    still = {
        cell: basis.plan.cellen.get(cell, 0)
        for cell in area.open_cells()
        if not may_change(cell[0], cell[1])
    }
    return replace(area, vast=still | dict(area.vast))


def best_within(
    basis: Basis, limits: Limits, one: Verplaatsing, free: Collection[int]
) -> Gevonden | None:
    """Return the best plan within limits: at once if near the plan is as good as it gets."""
    near: Gevonden | None = None
    for large_free in (False, True):
        quick = _others_still(basis, free, one, large_free=large_free)
        found = plan_again(quick, basis.stappen, limits)
        if found is not None and is_as_good(found.treden, basis.best):
            proved = tuple(Tredewaarde(t.stap, t.waarde, t.waarde) for t in found.treden)
            return replace(found, treden=proved)
        near = found or near
    return plan_again(basis.area, basis.stappen, limits, near)


def change_of(
    basis: Basis, one: Verplaatsing, free: Collection[int]
) -> tuple[Verandering, ...] | None:
    """Return what the best plan with one household elsewhere changes, or None if none can be.

    Parameters
    ----------
    basis
        What is compared with.
    one
        Who moves.
    free
        Gemeenten (numbers) that may change in the first, quick attempt.

    Returns
    -------
    tuple of Verandering
        The stages that are compared; where none is worse, the spread of large families too.
    """
    again = best_within(basis, moved(basis, one), one, free)
    if again is None:
        return None
    found = tuple(
        Verandering(new.stap, new.ondergrens - old.waarde, new.waarde - old.waarde)
        for old, new in zip(basis.plan.treden, again.treden, strict=False)
    )
    if basis.spread and not any(change.meest for change in found):
        return (*found, _spread(basis, one, again))
    return found


def _spread(basis: Basis, one: Verplaatsing, again: Gevonden) -> Verandering:
    """Return how the spread changes: at most as in the plan found; at least by this family."""
    area = basis.area
    value = stage_value(area, again, SPREAD)
    there = count_at(basis.plan.cellen, one.personen).get(one.naar, 0) + 1
    large = one.personen >= area.drempel
    least = min(value, 10_000 * there / area.inwoners[one.naar] if large else 0.0)
    before = basis.plan.treden[len(basis.stappen)].waarde
    return Verandering(SPREAD, _snapped(least - before), _snapped(value - before))


def _snapped(difference: float) -> float:
    return 0.0 if abs(difference) < _SAME else difference


def is_as_good(one: Sequence[Tredewaarde], best: Sequence[Tredewaarde]) -> bool:
    """Tell whether a plan reaches what no plan can go below."""
    pairs = zip(one, best, strict=True)
    return all(mine.waarde <= its.ondergrens + _SAME for mine, its in pairs)


def is_better(one: Sequence[Tredewaarde], other: Sequence[Tredewaarde]) -> bool:
    """Tell whether the first is proved better, stage after stage; not proved is no."""
    for mine, its in zip(one, other, strict=True):
        if mine.waarde < its.ondergrens - _SAME:
            return True
        if mine.waarde > its.waarde + _SAME or not (mine.bewezen and its.bewezen):
            return False
    return False
