"""A budget of persons moved: the price per moved person at which a stage just keeps to it.

The budget row runs across the groups, so the order of the costs no longer decides on its own.
At a fixed price ``p`` per person above ``t`` it does again: unit costs ``c + p [k >= t]`` over a
network. The price is found exactly, among differences of two unit costs; each step is the stage
LP of ``network.py``. Groups and budget together are two nested families: answers stay whole.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from optimiser.engine.costs import tie_rule
from optimiser.lp.build import build_problem
from optimiser.lp.costs import OneCost, Tuples, UnitCosts
from optimiser.lp.objective import segments
from optimiser.lp.solver import run
from optimiser.lp.stages.network import Task, moved_from, open_rows, settle, to_whole
from optimiser.lp.symbols import Cost, Face, Measure, ModelInfeasibleError, Row, SolverFailedError

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
        free = _unique(task, (costs, Flat(doel)), rest)
        if _erbij(doel, free) <= budget:
            _, optima = settle(task, costs, rest, free)
            return replace(optima, rows=(*optima.rows, row))
        many = free
    else:
        many = _unique(task, (Flat(doel, -1), costs), rest)
    few = _unique(task, (Flat(doel), costs), rest)
    if _erbij(doel, few) > budget:
        raise ModelInfeasibleError(trede="budget")
    optima = _find_price(task, costs, rest, (few, many), budget)
    return replace(optima, rows=(*optima.rows, row._replace(lower=budget)))


def _find_price(task: Task, costs: UnitCosts, rest: Face, ends: tuple[X, X], budget: int) -> Face:
    """Halve the prices at which the order of the units changes until the budget is just used.

    The order changes only where a unit below ``t`` and one above it cost the same but for the
    price. As the price rises units above ``t`` only leave and units below it only come, so the
    units in which the two ends differ are the only ones left to look at.
    """
    few, many = ends
    low: Cost | None = None
    high: Cost | None = None
    while _erbij(task.data.doel, few) < _erbij(task.data.doel, many):
        price = _candidate(costs, (few, many), (low, high), budget - _erbij(task.data.doel, few))
        least, most = (_at(task, costs, rest, price, few, sign) for sign in (1, -1))
        if _erbij(task.data.doel, least) > budget:
            many, low = least, price
        elif _erbij(task.data.doel, most) < budget:
            few, high = most, price
        else:
            return settle(task, Priced(costs, task.data.doel, price), rest, least)[1]
    return settle(task, costs, rest, few)[1]


def _at(task: Task, costs: UnitCosts, rest: Face, price: Cost, start: X, sign: int) -> X:
    """Return the optimum at a price with the fewest (or, below zero, the most) moves."""
    doel = task.data.doel
    return _unique(task, (Priced(costs, doel, price), Flat(doel, sign)), rest, start)


def _unique(task: Task, costs: tuple[UnitCosts, ...], rest: Face, start: X | None = None) -> X:
    """Settle costs with the gm_code last: at every price the same choice among equals."""
    return settle(task, Tuples((*costs, OneCost(tie_rule(task.data)[-1]))), rest, start)[0]


def _candidate(
    costs: UnitCosts, ends: tuple[X, X], between: tuple[Cost | None, Cost | None], step: int
) -> Cost:
    """Pick a price strictly between two others at which two units change places."""
    pairs = list(enumerate(zip(*ends, strict=True)))
    above = sorted(costs.unit(i, k) for i, (few, many) in pairs for k in range(few, many))
    below = sorted(costs.unit(i, k) for i, (few, many) in pairs for k in range(many, few))
    low, high = between
    guess = below[-1 - min(step, len(below) - 1)] - above[min(step, len(above) - 1)]
    if (low is None or low < guess) and (high is None or guess < high):
        return guess
    ranges = []
    for cost in below:
        first = 0 if high is None else bisect_left(above, True, key=_falls_below(cost, high))
        last = len(above) if low is None else bisect_left(above, True, key=_reaches(cost, low))
        ranges.append((cost, first, last))
    inside = [(cost, first, last) for cost, first, last in ranges if first < last]
    if not inside:
        msg = "no price for the budget was found"
        raise SolverFailedError(msg)
    cost, first, last = max(inside, key=lambda row: row[2] - row[1])
    return cost - above[(first + last) // 2]


def _falls_below(cost: Cost, high: Cost) -> Callable[[Cost], bool]:
    return lambda taker: cost - taker < high


def _reaches(cost: Cost, low: Cost) -> Callable[[Cost], bool]:
    return lambda taker: not low < cost - taker


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
        parts = list(segments(data, none, face, anchor, [1] * len(anchor)))
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
