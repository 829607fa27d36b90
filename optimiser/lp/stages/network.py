"""One stage over a network: an LP in ranks, and the face of its optima from the dual values.

The LP is written with few columns (``columns.py``); what its dual values prove is checked in
whole numbers (``proof.py``), and what they do not prove costs a round with more columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from optimiser.lp.build import build_problem
from optimiser.lp.costs import UnitCosts
from optimiser.lp.objective import first_anchor, segments
from optimiser.lp.seconds import Clock
from optimiser.lp.solver import run
from optimiser.lp.stages.columns import first_columns
from optimiser.lp.stages.cut import Cut, plain_cut
from optimiser.lp.stages.proof import box, levels, narrow, undecided
from optimiser.lp.symbols import (
    Face,
    Measure,
    ModelInfeasibleError,
    Row,
    Segment,
    SolverFailedError,
    Whole,
    within,
)
from optimiser.problem import ModelInput

#: Units one by one on either side of the anchor, once one segment a side was not enough; as many
#: times more with every round in which that is not enough either.
REACH = 2
#: A value or dual value further from a whole number than this is not a vertex of a network.
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Task:
    """One call of ``solve_lp``: what all its stages share."""

    data: ModelInput
    solver: str = "highs"
    clock: Clock = field(default_factory=Clock)


@dataclass(frozen=True, slots=True)
class _Priced:
    """An optimum of a cut: amount per segment, dual value per written row, level per gemeente."""

    amounts: Whole
    rows: tuple[Row, ...]
    duals: list[int]
    level: Whole


def settle(
    task: Task, costs: UnitCosts, face: Face, start: Sequence[int] | None = None
) -> tuple[tuple[int, ...], Face]:
    """Solve one stage on a face.

    Parameters
    ----------
    task
        The problem, the solver and the clock of this call.
    costs
        The unit costs of the stage.
    face
        What earlier stages left.
    start
        Where to cut finely at first [personen]; a guess if absent.

    Returns
    -------
    tuple
        An optimal distribution [personen] and the face of all of them.

    Raises
    ------
    ModelInfeasibleError
        If the face holds no distribution.
    SolverFailedError
        If the answer does not prove itself: our bug.
    """
    rows = open_rows(face, costs)
    if face.is_point:
        return face.lower, face
    data, clock = task.data, task.clock
    with clock.building():
        anchor = first_anchor(data, costs, face) if start is None else tuple(start)
    reach = np.zeros(len(anchor), dtype=np.int64)
    while True:
        with clock.building():
            cut = plain_cut(costs, data.doel, face, anchor, reach)
            if cut is None:
                every = segments(data, costs, face, anchor, reach.tolist(), budget=False)
                cut = Cut.of(anchor, every)
            near = first_columns(cut, rows, reach > 0)
        found = _optimum(task, cut, rows, near)
        if found is None:
            raise ModelInfeasibleError(trede=costs.name)
        with clock.reading():
            x = cut.moved(found.amounts)
            open_to = undecided(cut, found.level, found.amounts)
            if not open_to:
                return x, narrow(face, found.rows, found.duals, box(cut, found.level, face), x)
        anchor = x
        for i in open_to:  # only there: elsewhere one segment a side still proves itself
            reach[i] = REACH * (reach[i] or 1)


def _optimum(task: Task, cut: Cut, rows: Sequence[Row], written: list[int]) -> _Priced | None:
    """Solve a cut, writing down further segments as they matter; None if it has no answer."""
    while True:
        with task.clock.building():
            shown, signed = cut.segments(written), cut.signed(written)
            built = build_problem(task.data, rows, shown, signed, cut.anchor)
        with task.clock.solving():
            answer = run(built.problem, built.variables, task.solver)
        if not answer.feasible:
            if len(written) == len(cut):
                return None
            written = list(range(len(cut)))
            continue
        with task.clock.reading():
            duals = to_whole(answer.duals)
            level = levels(len(cut.anchor), built.rows, duals)
            more = cut.better(level)
            more[written] = False
            if not more.any():
                amounts = np.zeros(len(cut), dtype=np.int64)
                amounts[written] = to_whole(answer.values)
                return _Priced(amounts, built.rows, duals, level)
            written = sorted((*written, *np.flatnonzero(more).tolist()))


def open_rows(face: Face, costs: UnitCosts) -> list[Row]:
    """Return the rows that still leave a choice; check the others."""
    lower, upper = face.box
    if (lower > upper).any():
        raise ModelInfeasibleError(trede=costs.name)
    result = []
    for row in face.rows:
        if any(face.lower[i] < face.upper[i] for i in row.members):
            result.append(row)
        elif row.measure is Measure.TOEWIJZING and not within(
            row, sum(face.lower[i] for i in row.members)
        ):
            raise ModelInfeasibleError(trede=costs.name)
    return result


def to_whole(values: Sequence[float]) -> list[int]:
    """Read floats as the whole numbers they must be."""
    result = [round(value) for value in values]
    if any(abs(a - b) > TOLERANCE for a, b in zip(values, result, strict=True)):
        msg = "a vertex of a network model is not whole"
        raise SolverFailedError(msg)
    return result


def moved_from(
    anchor: Sequence[int], parts: Sequence[Segment], amounts: Sequence[int]
) -> tuple[int, ...]:
    """Add what the segments move to the anchor."""
    x = list(anchor)
    for part, amount in zip(parts, amounts, strict=True):
        x[part.gemeente] += part.step * amount
    return tuple(x)
