"""Stage after stage: each is fixed at what was found before the next is asked."""

from collections.abc import Callable, Sequence
from math import ceil
from time import monotonic

from optimiser.lp.koppelen.area import STAPPEN, Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.rows import Columns, build_columns
from optimiser.lp.koppelen.start import start_values
from optimiser.lp.koppelen.value import stage_value
from optimiser.lp.milp import MilpAnswer, run_timed
from optimiser.lp.solver import Pairs, add_row, expression
from optimiser.lp.symbols import ModelInfeasibleError, SolverFailedError

_ROUNDING = 1e-6
#: Asked before each stage; whether to stop.
Stop = Callable[[], bool]


def solve_area(
    area: Koppelgebied,
    stappen: Sequence[Koppelstap] = STAPPEN,
    seconds: float = 20.0,
    stop: Stop = lambda: False,
    start: Gevonden | None = None,
) -> Gevonden:
    """Place the households of an area, stage after stage.

    Parameters
    ----------
    area
        What is asked.
    stappen
        The stages in their order.
    seconds
        For all stages together; what is left is shared among those that remain [s].
    stop
        Asked before each stage; what was found so far is kept, later stages are left out.
    start
        A known plan to start from; with bands it is left aside.

    Raises
    ------
    ModelInfeasibleError
        If the hard bands and the fixings cannot all hold.
    SolverFailedError
        If no plan was found in time, or what was found breaks a row.
    """
    order = tuple(stappen)
    found = build_columns(area, order)
    columns = found.all()
    values = start_values(area, found, start)
    treden: list[Tredewaarde] = []
    deadline = monotonic() + seconds
    for number, stap in enumerate(order):
        if number and stop():
            break
        found.problem.setObjective(expression(_objective(found, stap)))
        share = (deadline - monotonic()) / (len(order) - number)
        answer = run_timed(found.problem, columns, share, start=values)
        values = _kept(answer, values if number else (), stap)
        value = stage_value(area, _read(found, values, ()), stap)
        bound = value if answer.proved else _bound(answer, stap)
        treden.append(Tredewaarde(stap, value, min(value, bound)))
        pairs = _objective(found, stap)
        room = value - _offset(area, stap)
        slack = 1e-9 if stap is Koppelstap.GROTE_GEZINNEN_GESPREID else 0.0
        add_row(found.problem, pairs, "<=", room + slack, f"trede_{stap}")
    return _read(found, values, tuple(treden))


def _objective(found: Columns, stap: Koppelstap) -> Pairs:
    """Return what a stage minimises; bands are followed most, so with a minus sign."""
    if stap is Koppelstap.IEDEREEN_EEN_PLEK:
        return [(column, float(s)) for s, column in found.u.items()]
    if stap is Koppelstap.BAND_GEVOLGD:
        return [(column, -1.0) for column in found.m.values()] or [(found.top, 0.0)]
    if stap is Koppelstap.MINSTE_AFWIJKING:
        return [(column, 1.0) for column in (*found.over, *found.onder)]
    if stap is Koppelstap.GROTE_GEZINNEN_GESPREID:
        return [(found.top, 1.0)]
    if stap is Koppelstap.LAAGSTE_CODE:
        return [(column, float(g)) for (g, _, _), column in found.y.items()]
    return [(column, 1.0) for column in found.change]


def _offset(area: Koppelgebied, stap: Koppelstap) -> float:
    """Return what is added to the objective: all bands, so that a stage counts those lost."""
    if stap is Koppelstap.BAND_GEVOLGD:
        return float(sum(band.huishoudens for band in area.banden))
    return 0.0


def _bound(answer: MilpAnswer, stap: Koppelstap) -> float:
    if answer.bound is None:
        return 0.0
    if stap is Koppelstap.GROTE_GEZINNEN_GESPREID:
        return answer.bound
    return max(0.0, ceil(answer.bound - _ROUNDING))


def _kept(answer: MilpAnswer, before: tuple[float, ...], stap: Koppelstap) -> tuple[float, ...]:
    """Return what was found, or what the stage before had: that is still allowed."""
    if answer.values:
        return answer.values
    if before:
        return before
    if answer.proved:
        raise ModelInfeasibleError(trede=stap)
    msg = "no plan found within the time limit"
    raise SolverFailedError(msg)


def _read(found: Columns, values: tuple[float, ...], treden: tuple[Tredewaarde, ...]) -> Gevonden:
    """Round to whole households; the caller's re-check counts them again."""
    whole = dict(zip((v.name for v in found.all()), map(round, values), strict=True))
    cells = {cell: whole[v.name] for cell, v in found.y.items() if whole[v.name]}
    left = {s: whole[v.name] for s, v in found.u.items() if whole[v.name]}
    bands: dict[int, int] = {}
    for (b, _), v in found.m.items():
        bands[b] = bands.get(b, 0) + whole[v.name]
    return Gevonden(cells, left, bands, treden)
