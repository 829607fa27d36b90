"""What the deviation of no plan can go below: the linear relaxation, beside a found plan."""

from math import ceil

from optimiser.lp.koppelen.area import Gevonden, Koppelgebied, Koppelstap
from optimiser.lp.koppelen.rows import build_columns
from optimiser.lp.koppelen.value import stage_value
from optimiser.lp.solver import add_row, expression, run

_ROUNDING = 1e-6


def deviation_bound(area: Koppelgebied, plan: Gevonden) -> int:
    """Return the fewest persons beside the taakstelling that any plan can have.

    Any plan that places as many persons and follows as many bands as this one, with parts of
    households allowed: so never above what whole households can reach.

    Parameters
    ----------
    area
        What is asked.
    plan
        Whose places and bands are kept.
    """
    found = build_columns(area, ())
    for column in (*found.y.values(), *found.u.values(), *found.m.values()):
        column.cat = "Continuous"
    without = stage_value(area, plan, Koppelstap.IEDEREEN_EEN_PLEK)
    pairs = [(column, float(size)) for size, column in found.u.items()]
    add_row(found.problem, pairs or [(found.top, 0.0)], "<=", without, "zonder_plek")
    if found.m:
        followed = sum(plan.met_band.values())
        bands = [(column, 1.0) for column in found.m.values()]
        add_row(found.problem, bands, ">=", followed, "banden")
    beside = (*found.over, *found.onder)
    found.problem.setObjective(expression([(column, 1.0) for column in beside]))
    values = run(found.problem, list(beside)).values
    return ceil(sum(values) - _ROUNDING)
