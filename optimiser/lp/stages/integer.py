"""Groups that cross: no network, so an integer program, and said so in the result.

The order of the unit costs no longer decides; their sums do. Every stage minimises its real cost
(as floats) while the changes of the stages before may not be positive. Rows and bounds are
checked in whole numbers; optimality is the solver's word, within 1e-6 on the objective.
"""

from collections.abc import Sequence

from optimiser.engine.costs import stage_components, tie_rule
from optimiser.lp.build import Built, build_problem
from optimiser.lp.costs import OneCost, Tuples, UnitCosts, difference
from optimiser.lp.objective import first_anchor, segments
from optimiser.lp.solver import add_row, make_whole, run
from optimiser.lp.stages.network import REACH, Task, moved_from, open_rows, to_whole
from optimiser.lp.symbols import (
    Face,
    ModelInfeasibleError,
    Segment,
    SolverFailedError,
    StageNotSupportedError,
)
from optimiser.problem import Stage, moved

X = tuple[int, ...]


def solve_whole(task: Task, face: Face) -> X:
    """Settle all stages and the tie rule one after the other.

    Raises
    ------
    ModelInfeasibleError
        If no distribution meets every row.
    StageNotSupportedError
        For ``laagste_piek``: leximax is no sum that an integer program can minimise.
    """
    data = task.data
    if Stage.LAAGSTE_PIEK in data.stages:
        raise StageNotSupportedError(trede=Stage.LAAGSTE_PIEK)
    parts = [part for stage in data.stages for part in stage_components(data, stage)]
    settled: list[UnitCosts] = []
    x: X | None = None
    for cost in map(OneCost, (*parts, *tie_rule(data))):
        x = _settle(task, face, (*settled, cost), x)
        settled.append(cost)
    budget = data.total if data.budget is None else data.budget
    if x is None or not face.holds(x) or moved(data.doel, x) > budget:
        msg = "the integer program broke a row"
        raise SolverFailedError(msg)
    return x


def _settle(task: Task, face: Face, costs: Sequence[UnitCosts], best: X | None) -> X:
    """Minimise the last cost while the earlier ones stay what they are at ``best``."""
    together = Tuples(tuple(costs))
    anchor = best or first_anchor(task.data, costs[0], face)
    rows, reach = open_rows(face, costs[-1]), REACH
    while True:
        with task.clock.building():
            parts = list(segments(task.data, together, face, anchor, [reach] * len(anchor)))
            last = [part.step * float(part.cost[-1]) for part in parts]
            built = build_problem(task.data, rows, parts, last, anchor)
            make_whole(built.variables)
            if best is not None:
                _keep(built, parts, costs, (anchor, best))
        with task.clock.solving():
            answer = run(built.problem, built.variables, task.solver)
        if not answer.feasible:
            raise ModelInfeasibleError(trede=costs[-1].name)
        amounts = to_whole(answer.values)
        x = moved_from(anchor, parts, amounts)
        if all(part.whole or not amount for part, amount in zip(parts, amounts, strict=True)):
            return x if best is None or _as_good(costs[:-1], best, x) else best
        anchor, reach = x, 2 * reach


def _keep(
    built: Built, parts: Sequence[Segment], costs: Sequence[UnitCosts], ends: tuple[X, X]
) -> None:
    """Add one row per earlier stage: from ``best`` its cost may not rise."""
    anchor, best = ends
    for number, cost in enumerate(costs[:-1]):
        terms = zip(built.variables, parts, strict=True)
        pairs = [(v, part.step * float(part.cost[number])) for v, part in terms]
        room = float(difference(cost, anchor, best))
        add_row(built.problem, pairs, "<=", room, f"trede_{number}_{cost.name}")


def _as_good(costs: Sequence[UnitCosts], best: X, x: X) -> bool:
    """Tell exactly whether no earlier stage got worse; floats may let one slip through."""
    return all(difference(cost, best, x) <= 0 for cost in costs)
