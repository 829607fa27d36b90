"""A known plan as the values of all columns, for the solver to start from."""

from optimiser.lp.koppelen.area import Gevonden, Koppelgebied, Koppelstap
from optimiser.lp.koppelen.rows import Columns
from optimiser.lp.koppelen.value import persons_placed, stage_value


def start_values(area: Koppelgebied, found: Columns, plan: Gevonden | None) -> tuple[float, ...]:
    """Return a value per column, in the order of ``Columns.all``, or nothing.

    Nothing where there is no plan, or where who follows which band is not told per gemeente.
    """
    if plan is None or found.m:
        return ()
    households = [plan.cellen.get(cell, 0) for cell in found.y]
    left = [plan.niet_geplaatst.get(size, 0) for size in found.u]
    persons = persons_placed(area, plan.cellen)
    over = [max(0, n - asked) for n, asked in zip(persons, area.taakstelling, strict=True)]
    under = [max(0, asked - n) for n, asked in zip(persons, area.taakstelling, strict=True)]
    top = stage_value(area, plan, Koppelstap.GROTE_GEZINNEN_GESPREID)
    changed = [abs(plan.cellen.get(c, 0) - area.vorig.get(c, 0)) for c in found.y if found.change]
    return tuple(map(float, (*households, *left, *over, *under, top, *changed)))
