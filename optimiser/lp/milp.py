"""Integer programs that may stop early: the best found and the proved bound, both.

The one place where a solve may stop before it is done. PuLP 3 and 4 differ in how they hand over
a bound, so it is asked of HiGHS itself.
"""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import NamedTuple

import pulp

from optimiser.lp.quiet import highspy
from optimiser.lp.solver import Foreign, Problem, exported, read_columns
from optimiser.lp.symbols import SolverFailedError

#: Seconds one solve gets at least, so that a spent budget still gives an answer when it is easy.
LEAST_SECONDS = 0.05
#: Difference with its bound at which an objective is that bound.
_SAME = 1e-6
_DONE = {"kOptimal"}
_NONE = {"kInfeasible", "kUnboundedOrInfeasible"}
_EARLY = {"kTimeLimit", "kInterrupt", "kSolutionLimit"}


class MilpAnswer(NamedTuple):
    """What an integer program gave.

    ``values`` is empty when nothing was found; ``bound`` is what the objective cannot pass,
    ``None`` when nothing is proved; ``proved`` says that the answer is final, also when it is
    that there is none.
    """

    values: tuple[float, ...]
    bound: float | None
    proved: bool


def run_timed(
    problem: Problem,
    variables: Sequence[Foreign],
    seconds: float,
    start: Sequence[float] = (),
) -> MilpAnswer:
    """Solve an integer program with HiGHS within a time limit.

    Parameters
    ----------
    problem
        A ``pulp.LpProblem`` of this call only.
    variables
        Its variables, in the order in which the values are wanted.
    seconds
        Time limit [s].
    start
        A known answer, one value per variable, to start from; empty for none.

    Raises
    ------
    SolverFailedError
        If HiGHS stopped for another reason than being done or out of time.
    """
    limit = max(seconds, LEAST_SECONDS)
    return _run(pulp.HiGHS(msg=False, timeLimit=limit, gapRel=0.0), problem, variables, start)


def run_counted(
    problem: Problem, variables: Sequence[Foreign], gap: float, nodes: int
) -> MilpAnswer:
    """Solve an integer program until it is good enough, whatever the speed of the machine.

    Parameters
    ----------
    problem, variables
        As for :func:`run_timed`.
    gap
        Part of the objective that may be left between the answer and its bound.
    nodes
        Nodes of the search tree after which the best found is taken.

    Raises
    ------
    SolverFailedError
        As for :func:`run_timed`.
    """
    solver = pulp.HiGHS(msg=False, gapRel=gap, mip_max_nodes=nodes)
    return _run(solver, problem, variables, ())


def _run(
    solver: Foreign, problem: Problem, variables: Sequence[Foreign], start: Sequence[float]
) -> MilpAnswer:
    solver.createAndConfigureSolver(problem)
    solver.buildSolverModel(problem)
    if start:
        _begin_at(problem, dict(zip((v.name for v in variables), start, strict=True)))
    solver.callSolver(problem)
    model = problem.solverModel
    status = model.getModelStatus().name
    if status in _NONE:
        return MilpAnswer((), None, proved=True)
    if status not in _DONE | _EARLY:
        msg = f"HiGHS stopped with status {status}"
        raise SolverFailedError(msg)
    info = model.getInfo()
    found = info.primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible)
    # Not by way of PuLP 3: it knows no status for a search that stopped at its nodes.
    solution = model.getSolution()
    values = read_columns(problem, variables, solution) if found else ()
    bound = info.mip_dual_bound if isfinite(info.mip_dual_bound) else None
    done = status in _DONE
    if start and done and values and _above(_worth(problem, solution), bound):
        return _run(solver, problem, variables, ())
    return MilpAnswer(values, bound, proved=done)


def _worth(problem: Problem, solution: Foreign) -> float:
    """Count what a solution is worth: HiGHS may name the number of another one."""
    terms = list(problem.objective.items())
    values = read_columns(problem, [variable for variable, _ in terms], solution)
    return float(sum(cost * value for (_, cost), value in zip(terms, values, strict=True)))


def _above(value: float, bound: float | None) -> bool:
    """Tell whether an answer is worth more than what is said to be proved.

    Seen with highspy 1.16 where presolve settles everything: it hands back the start, as optimal.
    """
    if bound is None:
        return True
    return value > bound + _SAME * max(1.0, abs(bound))


def _begin_at(problem: Problem, start: Mapping[str, float]) -> None:
    """Hand a known answer to the model that was built."""
    known = highspy.HighsSolution()
    known.col_value = [start[variable.name] for variable in exported(problem)]
    problem.solverModel.setSolution(known)
