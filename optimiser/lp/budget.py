"""A budget of persons moved: the price per moved person at which a stage just keeps to it.

The budget row runs across the groups, so the order of the costs no longer decides on its own.
At a fixed price ``p`` per person above ``t`` it does again: unit costs ``c + p [k >= t]`` over a
network. The price is found exactly, by secants; each step is the stage LP of ``network.py``. Groups
and budget together are two nested families, the matrix stays totally unimodular and answers whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from optimiser.lp.build import build_problem
from optimiser.lp.costs import Tuples, UnitCosts, difference
from optimiser.lp.network import Task, moved_from, open_rows, settle, to_whole
from optimiser.lp.objective import segments
from optimiser.lp.solver import run
from optimiser.lp.symbols import Cost, Face, Measure, ModelInfeasibleError, Row, SolverFailedError

#: Prices tried for one stage before giving up; a handful is usual.
MAX_PRICES = 500
X = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Flat:
    """The same cost for every unit from ``t`` on, nothing below it."""

    doel: tuple[int, ...]
    price: int = 1

    @property
    def name(self) -> str:
        """What it counts."""
        return "erbij"

    def unit(self, i: int, k: int) -> Cost:
        """Return the price above ``t``."""
        return self.price if k >= self.doel[i] else 0

    def breaks(self, i: int) -> tuple[int, ...] | None:
        """Return ``t``."""
        return (self.doel[i],)


@dataclass(frozen=True, slots=True)
class Priced:
    """A cost, plus a price for every person above ``t``."""

    base: UnitCosts
    doel: tuple[int, ...]
    price: Cost

    @property
    def name(self) -> str:
        """The cost that is priced."""
        return self.base.name

    def unit(self, i: int, k: int) -> Cost:
        """Return the cost of unit ``k`` with its price."""
        own = self.base.unit(i, k)
        return own + self.price if k >= self.doel[i] else own

    def breaks(self, i: int) -> tuple[int, ...] | None:
        """Return the jumps of the cost and ``t``."""
        own = self.base.breaks(i)
        return None if own is None else (*own, self.doel[i])


def settle_within_budget(task: Task, costs: UnitCosts, face: Face) -> Face:
    """Solve one stage on a face that holds the budget row.

    Returns
    -------
    Face
        All optima; its budget row is fixed once the budget has a price.

    Raises
    ------
    ModelInfeasibleError
        If even the fewest moves are more than the budget.
    """
    row = next(row for row in face.rows if row.measure is Measure.ERBIJ)
    rest = replace(face, rows=tuple(other for other in face.rows if other is not row))
    doel, budget = task.data.doel, row.upper or 0
    if row.lower is None:
        free, _ = settle(task, Tuples((costs, Flat(doel))), rest)
        if _erbij(doel, free) <= budget:
            _, optima = settle(task, costs, rest, free)
            return replace(optima, rows=(*optima.rows, row))
        many = free
    else:
        many, _ = settle(task, Tuples((Flat(doel, -1), costs)), rest)
    few, _ = settle(task, Tuples((Flat(doel), costs)), rest)
    if _erbij(doel, few) > budget:
        raise ModelInfeasibleError(trede="budget")
    optima = _find_price(task, costs, rest, (few, many), budget)
    return replace(optima, rows=(*optima.rows, row._replace(lower=budget)))


def _find_price(task: Task, costs: UnitCosts, rest: Face, ends: tuple[X, X], budget: int) -> Face:
    """Move a secant between fewer and more moves until no distribution lies below it."""
    doel = task.data.doel
    few, many = ends
    for _ in range(MAX_PRICES):
        run_length = _erbij(doel, many) - _erbij(doel, few)
        if run_length == 0:
            return settle(task, costs, rest, few)[1]
        slope = difference(costs, many, few) * Fraction(1, run_length)
        priced = Priced(costs, doel, slope)
        x, optima = settle(task, priced, rest, few)
        if not difference(priced, few, x) < 0:
            return optima
        if _erbij(doel, x) > budget:
            many = x
        else:
            few = x
    msg = "no price for the budget was found"
    raise SolverFailedError(msg)


def any_point(task: Task, face: Face) -> X:
    """Return a distribution on a face with its budget row, whole because the matrix is.

    Raises
    ------
    SolverFailedError
        If there is none: the stages promised one.
    """
    data, none = task.data, Flat(task.data.doel, 0)
    anchor = [min(max(t, a), b) for t, a, b in zip(data.doel, face.lower, face.upper, strict=True)]
    if face.is_point:
        return face.lower
    with task.clock.building():
        parts = list(segments(data, none, face, anchor, 1))
        built = build_problem(data, open_rows(face, none), parts, [0] * len(parts), anchor)
    with task.clock.solving():
        answer = run(built.problem, built.variables, task.solver)
    x = moved_from(anchor, parts, to_whole(answer.values)) if answer.feasible else ()
    if not answer.feasible or not face.holds(x) or not _keeps(data.doel, face.rows, x):
        msg = "no distribution keeps to the budget that was priced"
        raise SolverFailedError(msg)
    return x


def _keeps(doel: Sequence[int], rows: Sequence[Row], x: Sequence[int]) -> bool:
    """Check the budget rows in whole numbers."""
    came = _erbij(doel, x)
    budgets = [row for row in rows if row.measure is Measure.ERBIJ]
    return all((row.lower or 0) <= came <= (row.upper or 0) for row in budgets)


def _erbij(doel: Sequence[int], x: Sequence[int]) -> int:
    """Count the persons that come on top of ``t`` [personen]."""
    return sum(max(0, v - t) for v, t in zip(x, doel, strict=True))
