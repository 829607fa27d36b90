"""A national number over half-years: each aim fixed before the next, in whole persons.

``min z`` with ``z >= T_t`` (peak), ``z >= |T_t - T_{t-1}|`` (jump) or the waiting person-months
``sum 3 (Q_{t-1} + Q_t)``, over the tube. Under a whole peak the rest is a network; second
differences of the sum are not (``T_0 = 0``, ``T_1 = 1``, ``T_2 + T_3 = 3``: LP jump 1, but the
least peak 3/2). So each aim is solved as an LP, and as an integer program where its answer is not
whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import pulp

from optimiser.lp.jaren.tube import Tube
from optimiser.lp.solver import add_row, expression, make_whole, run
from optimiser.lp.symbols import SolverFailedError
from optimiser.problem import TijdStap

#: How far from a whole number a value of the solver may lie.
NEAR = 1e-6
#: Months between two ends of half-years, times the half of a trapezium: 6 / 2.
HALF_MONTHS = 3


@dataclass(frozen=True, slots=True)
class SmoothedStap:
    """One aim: what the LP could reach, what whole persons reach, and by which way."""

    stap: TijdStap
    lp_value: float
    value: int
    by_milp: bool


@dataclass(frozen=True, slots=True)
class Smoothed:
    """Whole numbers per half-year [personen], and each aim that led to them."""

    getallen: tuple[int, ...]
    stappen: tuple[SmoothedStap, ...]


def smooth_announcement(tube: Tube, stappen: Sequence[TijdStap]) -> Smoothed:
    """Find the numbers that reach the aims in their order.

    Raises
    ------
    SolverFailedError
        If an answer is not whole or leaves the tube: our bug.

    Notes
    -----
    What the aims leave open is settled by announcing as early as possible.

    Examples
    --------
    >>> from optimiser.lp.jaren.tube import make_tube
    >>> tube = make_tube([6, 6, 6, 12], 0, [None, None, None, 3])
    >>> smooth_announcement(tube, [TijdStap.LAAGSTE_PIEK, TijdStap.MINSTE_WACHTEN]).getallen
    (6, 6, 6, 9)
    """
    fixed: dict[TijdStap, int] = {}
    found = []
    getallen: tuple[int, ...] = ()
    for stap in stappen:
        lp_value, getallen = _solve(tube, stap, fixed, whole=False)
        by_milp = not getallen
        if by_milp:
            _, getallen = _solve(tube, stap, fixed, whole=True)
        fixed[stap] = measure(tube, stap, getallen)
        found.append(SmoothedStap(stap, lp_value, fixed[stap], by_milp))
    if TijdStap.MINSTE_WACHTEN not in fixed:
        _, getallen = _solve(tube, TijdStap.MINSTE_WACHTEN, fixed, whole=True)
    _recheck(tube, fixed, getallen)
    return Smoothed(getallen, tuple(found))


def measure(tube: Tube, stap: TijdStap, getallen: Sequence[int]) -> int:
    """Return what an aim amounts to, exactly [personen, or person-months]."""
    match stap:
        case TijdStap.LAAGSTE_PIEK:
            return max(getallen)
        case TijdStap.KLEINSTE_SPRONG:
            before = [tube.vorige if tube.vorige is not None else getallen[0], *getallen[:-1]]
            return max(abs(b - a) for a, b in zip(before, getallen, strict=True))
        case TijdStap.MINSTE_WACHTEN:
            queue, waited = tube.begin, 0
            for inflow, number in zip(tube.instroom, getallen, strict=True):
                after = queue + inflow - number
                waited += HALF_MONTHS * (queue + after)
                queue = after
            return waited


def _solve(
    tube: Tube, stap: TijdStap, fixed: dict[TijdStap, int], *, whole: bool
) -> tuple[float, tuple[int, ...]]:
    """Solve one aim; no numbers are returned when the answer is not whole."""
    count = len(tube.instroom)
    problem = pulp.LpProblem("aankondiging", pulp.LpMinimize)
    numbers = [problem.add_variable(f"T_{t + 1}", 0) for t in range(count)]
    for t in range(count):
        pairs = [(v, 1.0) for v in numbers[: t + 1]]
        add_row(problem, pairs, ">=", tube.lower[t], f"minstens_{t + 1}")
        add_row(problem, pairs, "<=", tube.upper[t], f"hoogstens_{t + 1}")
    for aim, limit in fixed.items():
        _add_aim(problem, tube, numbers, aim, limit)
    offset = _waiting_of_nothing(tube) if stap is TijdStap.MINSTE_WACHTEN else 0
    _add_aim(problem, tube, numbers, stap, None)
    if whole:
        make_whole(numbers)
    answer = run(problem, numbers)
    if not answer.feasible:
        msg = "an aim that was reached cannot be reached again"
        raise SolverFailedError(msg)
    value = answer.objective + offset
    near = all(abs(v - round(v)) < NEAR for v in answer.values)
    if whole and not near:
        msg = "the integer program gave a broken person"
        raise SolverFailedError(msg)
    getallen = tuple(round(v) for v in answer.values) if near else ()
    if near and not whole and measure(tube, stap, getallen) > ceil(value - NEAR):
        getallen = ()
    return value, getallen


def _add_aim(
    problem: Any,  # noqa: ANN401 - PuLP carries no types
    tube: Tube,
    numbers: Sequence[Any],
    stap: TijdStap,
    limit: int | None,
) -> None:
    """Write an aim as the objective, or as rows where it is already reached."""
    count = len(numbers)
    if stap is TijdStap.MINSTE_WACHTEN:
        # T_t lowers the queue at the end of t and at both ends of every later half-year.
        costs = [-float(HALF_MONTHS * (1 + 2 * (count - 1 - t))) for t in range(count)]
        pairs = list(zip(numbers, costs, strict=True))
        if limit is None:
            problem.setObjective(expression(pairs))
        else:
            add_row(problem, pairs, "<=", limit - _waiting_of_nothing(tube), "wachten")
        return
    top = problem.add_variable(f"z_{stap}", 0, limit)
    if limit is None:
        problem.setObjective(expression([(top, 1.0)]))
    for t, number in enumerate(numbers):
        if stap is TijdStap.LAAGSTE_PIEK:
            add_row(problem, [(top, 1.0), (number, -1.0)], ">=", 0, f"piek_{t + 1}")
            continue
        rhs = (tube.vorige or 0) if t == 0 else 0
        if t == 0 and tube.vorige is None:
            continue
        before = [] if t == 0 else [(numbers[t - 1], 1.0)]
        after = [(v, -c) for v, c in before]
        add_row(problem, [(top, 1.0), (number, -1.0), *before], ">=", -rhs, f"op_{t + 1}")
        add_row(problem, [(top, 1.0), (number, 1.0), *after], ">=", rhs, f"neer_{t + 1}")


def _waiting_of_nothing(tube: Tube) -> int:
    """Return the waiting when nobody is ever announced."""
    return measure(tube, TijdStap.MINSTE_WACHTEN, [0] * len(tube.instroom))


def _recheck(tube: Tube, fixed: dict[TijdStap, int], getallen: Sequence[int]) -> None:
    """Check the answer in whole numbers."""
    total = 0
    for number, low, high in zip(getallen, tube.lower, tube.upper, strict=True):
        total += number
        if number < 0 or not low <= total <= high:
            msg = "the numbers leave the tube"
            raise SolverFailedError(msg)
    if any(measure(tube, stap, getallen) > value for stap, value in fixed.items()):
        msg = "a later aim spoilt an earlier one"
        raise SolverFailedError(msg)
