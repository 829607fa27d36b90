r"""Fewest agreements as integer programs: fixed-charge flows, and packing of zero-sum groups.

Fixed-charge flow (Rec. 3, art. 29 lid 2): donor i, receiver j, persons f, agreement or not y,

.. math:: \min \sum_{ij} y_{ij} \quad
          \sum_j f_{ij} = a_i, \; l_j \le \sum_i f_{ij} \le u_j, \;
          p \, y_{ij} \le f_{ij} \le \min(a_i, u_j) \, y_{ij}, \; y \in \{0, 1\}

Persons go straight from donor to receiver; passing on would move a person twice.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import ceil
from time import perf_counter
from typing import Any

import pulp

from optimiser.lp.agreements.flows import EPSILON, FlowAnswer, FlowProblem, Pair
from optimiser.lp.milp import run_timed
from optimiser.lp.solver import add_row, expression
from optimiser.lp.symbols import SolverFailedError


def fewest_flows(problem: FlowProblem, seconds: float, alternatives: int = 1) -> FlowAnswer:
    """Find the fewest agreements, and others with as few.

    Parameters
    ----------
    problem
        Amounts and rules.
    seconds
        Time limit for everything together [s].
    alternatives
        Most solutions to list.

    Examples
    --------
    >>> answer = fewest_flows(FlowProblem((5, 3), ((0, 9), (0, 4))), 5.0)
    >>> len(answer.flows[0]), answer.proved
    (2, True)
    """
    ends = perf_counter() + seconds
    found: list[dict[Pair, int]] = []
    least = max(problem.at_least, len(problem.gives))
    flows, bound, proved = _solve(problem, [], None, seconds)
    least = max(least, bound)
    if flows is None:
        return FlowAnswer((), least, proved, complete=proved)
    found.append(flows)
    proved = proved or len(flows) <= least
    complete = False
    while proved and len(found) < alternatives and (left := ends - perf_counter()) > 0:
        more, _, final = _solve(problem, found, len(flows), left)
        if more is None:
            complete = final
            break
        found.append(more)
    bound = len(flows) if proved else least
    return FlowAnswer(tuple(found), bound, proved, complete)


def _solve(
    problem: FlowProblem, without: list[dict[Pair, int]], count: int | None, seconds: float
) -> tuple[dict[Pair, int] | None, int, bool]:
    """Solve once; ``without`` lists sets of pairs that may not come back."""
    arcs = problem.arcs
    program = pulp.LpProblem("overeenkomsten", pulp.LpMinimize)
    chosen = [program.add_variable(f"y_{i}_{j}", 0, 1, pulp.LpBinary) for i, j, _ in arcs]
    persons = [program.add_variable(f"f_{i}_{j}", 0, top) for i, j, top in arcs]
    program.setObjective(expression([(y, 1.0) for y in chosen]))
    _link(program, arcs, chosen, persons, problem.smallest)
    if not _balance(program, problem, chosen, persons):
        return None, 0, True
    if problem.at_least and chosen:
        add_row(program, [(y, 1.0) for y in chosen], ">=", problem.at_least, "minstens")
    for number, flows in enumerate(without):
        pairs = [(y, 1.0) for (i, j, _), y in zip(arcs, chosen, strict=True) if (i, j) in flows]
        add_row(program, pairs, "<=", len(flows) - 1, f"anders_{number}")
    if count is not None:
        add_row(program, [(y, 1.0) for y in chosen], "<=", count, "evenveel")
    answer = run_timed(program, [*chosen, *persons], seconds)
    bound = 0 if answer.bound is None else ceil(answer.bound - EPSILON)
    if not answer.values:
        return None, bound, answer.proved
    used = [arc for arc, y in zip(arcs, answer.values, strict=False) if y > 0.5]
    return whole_flows(problem, used), bound, answer.proved


def _link(
    program: Any,  # noqa: ANN401 - PuLP has no types
    arcs: Sequence[tuple[int, int, int]],
    chosen: Sequence[Any],
    persons: Sequence[Any],
    smallest: int,
) -> None:
    """Tie persons to agreements: none without one, and in one between least and most."""
    for (i, j, top), y, f in zip(arcs, chosen, persons, strict=True):
        add_row(program, [(f, 1.0), (y, -float(top))], "<=", 0, f"hoogstens_{i}_{j}")
        add_row(program, [(f, 1.0), (y, -float(smallest))], ">=", 0, f"minstens_{i}_{j}")


def _balance(
    program: Any,  # noqa: ANN401 - PuLP has no types
    problem: FlowProblem,
    chosen: Sequence[Any],
    persons: Sequence[Any],
) -> bool:
    """Write amounts and partners per gemeente; False if one has nobody to agree with."""
    arcs = problem.arcs
    sides = [("geeft", 0, tuple((a, a) for a in problem.gives), problem.give_partners)]
    sides.append(("neemt", 1, problem.takes, problem.take_partners))
    for name, side, amounts, most in sides:
        for k, (low, high) in enumerate(amounts):
            mine = [n for n, arc in enumerate(arcs) if arc[side] == k]
            if not mine:
                if low > 0:
                    return False
                continue
            flow = [(persons[n], 1.0) for n in mine]
            add_row(program, flow, ">=", low, f"{name}_min_{k}")
            add_row(program, flow, "<=", high, f"{name}_max_{k}")
            partners = [(chosen[n], 1.0) for n in mine]
            if low > 0:
                few = _fewest_partners(low, [arcs[n][2] for n in mine])
                add_row(program, partners, ">=", few, f"{name}_iemand_{k}")
            if most and (limit := most[k]) is not None:
                add_row(program, partners, "<=", limit, f"{name}_partners_{k}")
    return True


def _fewest_partners(persons: int, tops: Sequence[int]) -> int:
    """Count the partners it takes at least: the largest first; one more if even all fall short."""
    for count, most in enumerate(accumulate(sorted(tops, reverse=True)), start=1):
        if most >= persons:
            return count
    return len(tops) + 1


def whole_flows(problem: FlowProblem, used: Sequence[tuple[int, int, int]]) -> dict[Pair, int]:
    """Return whole persons per agreement once it is known which agreements there are."""
    program = pulp.LpProblem("personen", pulp.LpMinimize)
    persons = [
        program.add_variable(f"f_{i}_{j}", problem.smallest, top, pulp.LpInteger)
        for i, j, top in used
    ]
    program.setObjective(expression([(f, 1.0) for f in persons]))
    amounts = [(0, k, a, a) for k, a in enumerate(problem.gives)]
    amounts += [(1, k, low, high) for k, (low, high) in enumerate(problem.takes)]
    for side, k, low, high in amounts:
        flow = [(f, 1.0) for arc, f in zip(used, persons, strict=True) if arc[side] == k]
        if flow:
            add_row(program, flow, ">=", low, f"min_{side}_{k}")
            add_row(program, flow, "<=", high, f"max_{side}_{k}")
    answer = run_timed(program, persons, 10.0)
    if not answer.values:
        msg = "the agreements the solver chose have no whole persons"
        raise SolverFailedError(msg)
    pairs = [(i, j) for i, j, _ in used]
    return dict(zip(pairs, map(round, answer.values), strict=True))
