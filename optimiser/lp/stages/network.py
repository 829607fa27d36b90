"""One stage over a network: an LP in ranks, and the face of its optima from the dual values.

With ``theta_i`` the sum of the dual values of the rows that hold gemeente ``i``, a distribution is
optimal exactly when every unit cheaper than ``theta_i`` is used, every dearer one is not, and rows
with a non-zero dual value are at their bound. All of it is checked in whole numbers here, so a
solver's tolerance cannot decide anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from optimiser.lp.build import Built, build_problem
from optimiser.lp.costs import UnitCosts
from optimiser.lp.objective import first_anchor, ranks, segments
from optimiser.lp.seconds import Clock
from optimiser.lp.solver import run
from optimiser.lp.symbols import (
    Face,
    Measure,
    ModelInfeasibleError,
    Row,
    Segment,
    SolverFailedError,
    within,
)
from optimiser.problem import ModelInput

#: Units one by one on either side of the anchor, once one segment a side was not enough.
REACH = 2
#: A value or dual value further from a whole number than this is not a vertex of a network.
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Task:
    """One call of ``solve_lp``: what all its stages share."""

    data: ModelInput
    solver: str = "highs"
    clock: Clock = field(default_factory=Clock)


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
    reach, rounds = [0] * len(anchor), 0
    while True:
        with clock.building():
            parts = list(segments(data, costs, face, anchor, reach, budget=False))
            prices = ranks([part.cost for part in parts])
            signed = [part.step * price for part, price in zip(parts, prices, strict=True)]
            built = build_problem(data, rows, parts, signed, anchor)
        with clock.solving():
            answer = run(built.problem, built.variables, task.solver)
        if not answer.feasible:
            raise ModelInfeasibleError(trede=costs.name)
        with clock.reading():
            amounts = to_whole(answer.values)
            x = moved_from(anchor, parts, amounts)
            level = _levels(len(anchor), built, to_whole(answer.duals))
            open_to = _undecided(parts, prices, level, amounts)
            if not open_to:
                return x, _narrow(
                    face, built, answer.duals, _box(parts, prices, level, anchor, face), x
                )
        anchor, rounds = x, rounds + 1
        reach = [REACH**rounds if rounds > 1 or i in open_to else 0 for i in range(len(anchor))]


def open_rows(face: Face, costs: UnitCosts) -> list[Row]:
    """Return the rows that still leave a choice; check the others."""
    if any(low > high for low, high in zip(face.lower, face.upper, strict=True)):
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


def _levels(count: int, built: Built, duals: Sequence[int]) -> list[int]:
    """Sum per gemeente the dual values of the rows that hold it: the rank it is filled up to."""
    level = [0] * count
    for row, dual in zip(built.rows, duals, strict=True):
        if dual and row.measure is Measure.TOEWIJZING:
            for i in row.members:
                level[i] += dual
    return level


def _undecided(
    parts: Sequence[Segment], prices: Sequence[int], level: Sequence[int], amounts: Sequence[int]
) -> set[int]:
    """Return the gemeenten with a segment of unequal units that is used: it must be cut finer.

    A segment is priced at its first unit, and every next one costs more. So where that price is
    exactly the level, one unit may be used or not, and no more.
    """
    return {
        part.gemeente
        for part, price, amount in zip(parts, prices, amounts, strict=True)
        if not part.whole and (amount > 1 or part.step * price < part.step * level[part.gemeente])
    }


def _box(
    parts: Sequence[Segment],
    prices: Sequence[int],
    level: Sequence[int],
    anchor: Sequence[int],
    face: Face,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the lowest and highest number per gemeente over all optima."""
    low = [a if f < g else f for a, f, g in zip(anchor, face.lower, face.upper, strict=True)]
    high = list(low)
    for part, price in zip(parts, prices, strict=True):
        i, threshold = part.gemeente, level[part.gemeente]
        equal = (part.length if part.whole else 1) * (price == threshold)
        if part.step > 0:
            low[i] += part.length * (price < threshold)
            high[i] += part.length * (price < threshold) + equal
        else:
            low[i] -= part.length * (price > threshold) + equal
            high[i] -= part.length * (price > threshold)
    return tuple(low), tuple(high)


def _narrow(
    face: Face,
    built: Built,
    duals: Sequence[float],
    box: tuple[tuple[int, ...], tuple[int, ...]],
    x: tuple[int, ...],
) -> Face:
    """Fix the rows with a dual value at their bound; prove that ``x`` is in what remains."""
    fixed: dict[str, Row] = {row.name: row for row in face.rows}
    for row, dual in zip(built.rows, duals, strict=True):
        if round(dual):
            bound = row.lower if dual > 0 else row.upper
            fixed[row.name] = row._replace(lower=bound, upper=bound)
    narrowed = Face(*box, tuple(fixed.values()))
    if not narrowed.holds(x):
        msg = "the optimum does not prove itself in whole-number arithmetic"
        raise SolverFailedError(msg)
    return narrowed
