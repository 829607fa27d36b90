"""Which solver runs a problem, and every quirk of PuLP 3, PuLP 4, HiGHS and CBC.

Nothing outside this file and ``handover.py`` may depend on the PuLP version. Never pass
``threads=``: another value than in an earlier solve makes HiGHS return "not solved". A problem is
built per call and used by one thread; nothing here is shared.
"""

import shutil
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

import pulp

from optimiser.lp.handover import HandOver
from optimiser.lp.symbols import SolverFailedError, SolverUnavailableError, UnknownSolverError

SOLVERS = ("highs", "cbc")
Pairs = list[tuple[Any, float]]
#: Objects of PuLP and highspy, which carry no types.
Problem = Any
Foreign = Any

#: PuLP 4 names the constructor from pairs; PuLP 3 calls the class. 8 times faster than ``lpSum``.
expression: Callable[[Pairs], Any] = getattr(
    pulp.LpAffineExpression, "from_list", pulp.LpAffineExpression
)
_MODERN = hasattr(pulp.LpAffineExpression, "from_list")
_NUMBER = "id" if _MODERN else "index"
_SENSES = {"<=": "__le__", "==": "__eq__", ">=": "__ge__"}
_ANSWER = {"kOptimal", "kModelEmpty"}
_NO_ANSWER = {"kInfeasible", "kUnboundedOrInfeasible"}


class Answer(NamedTuple):
    """What a solver found: plain numbers in the order of the variables and rows asked for."""

    feasible: bool
    values: tuple[float, ...] = ()
    duals: tuple[float, ...] = ()
    objective: float = 0.0


def add_row(problem: Problem, pairs: Pairs, sense: str, rhs: int | float, name: str) -> None:
    """Add one named row; constants and numpy numbers are kept out of the expression."""
    problem.addConstraint(getattr(expression(pairs), _SENSES[sense])(rhs), name)


def make_whole(variables: Sequence[Foreign]) -> None:
    """Turn variables into integer ones."""
    for variable in variables:
        variable.cat = pulp.LpInteger


def run(problem: Problem, variables: Sequence[Foreign], solver: str = "highs") -> Answer:
    """Solve a problem and read values and dual values.

    Parameters
    ----------
    problem
        A ``pulp.LpProblem`` of this call only.
    variables
        Its variables, in the order in which the values are wanted.
    solver
        ``"highs"`` (in process) or ``"cbc"`` (the program ``cbc``, for the cross-check).

    Raises
    ------
    SolverFailedError
        If the solver neither found an optimum nor proved that there is none.
    """
    if solver == "highs":
        return _in_process(problem, variables)
    stats = problem.solve(_make(solver))
    status = pulp.LpStatus[stats] if isinstance(stats, int) else stats.status.name
    if status == "Infeasible":
        return Answer(feasible=False)
    if status != "Optimal":
        msg = f"{solver} stopped with status {status}"
        raise SolverFailedError(msg)
    duals = tuple(row.pi or 0.0 for row in problem.constraints())
    values = tuple(v.varValue or 0.0 for v in variables)
    return Answer(True, values, duals, pulp.value(problem.objective) or 0.0)


def _in_process(problem: Problem, variables: Sequence[Foreign]) -> Answer:
    """Solve with HiGHS and read its columns at once, not by way of PuLP's objects."""
    solver = _make("highs")
    solver.createAndConfigureSolver(problem)
    solver.buildSolverModel(problem)
    solver.callSolver(problem)
    status = problem.solverModel.getModelStatus().name
    if status in _NO_ANSWER:
        return Answer(feasible=False)
    if status not in _ANSWER:
        msg = f"highs stopped with status {status}"
        raise SolverFailedError(msg)
    found = problem.solverModel.getSolution()
    values = read_columns(problem, variables, found)
    return Answer(True, values, tuple(found.row_dual), problem.solverModel.getObjectiveValue())


def read_columns(
    problem: Problem, variables: Sequence[Foreign], found: Foreign
) -> tuple[float, ...]:
    """Return the values of variables from a solution of HiGHS to a problem built for it."""
    numbers = [getattr(variable, _NUMBER) for variable in exported(problem)]
    value = dict(zip(numbers, found.col_value, strict=True))
    # One that nothing uses has no column, and on PuLP 3 no number.
    return tuple(value.get(getattr(variable, _NUMBER, None), 0.0) for variable in variables)


def exported(problem: Problem) -> Sequence[Foreign]:
    """Return the variables of a built problem in the order of its columns."""
    found: Sequence[Foreign] = problem.exported_variables() if _MODERN else problem._variables
    return found


@cache
def solver_version(solver: str) -> str:
    """Name the solver and the versions that produced an answer, as in a result's herkomst.

    Raises
    ------
    UnknownSolverError, SolverUnavailableError
        If there is no such solver, here or at all.
    """
    check_available(solver)
    via = f"PuLP {version('pulp')}"
    if solver == "highs":
        return f"HiGHS {version('highspy')} ({via})"
    return f"CBC ({via})"


def check_available(solver: str) -> None:
    """Refuse a solver that does not exist or is not installed."""
    if solver not in SOLVERS:
        raise UnknownSolverError(solver=solver, bekend=SOLVERS)
    if solver == "cbc" and shutil.which("cbc") is None:
        raise SolverUnavailableError(solver=solver)


def _make(solver: str) -> Foreign:
    """Return a fresh solver object; presolve costs more than it saves on these networks."""
    check_available(solver)
    if solver == "cbc":
        return pulp.COIN_CMD(path=shutil.which("cbc"), msg=False)
    return HandOver(msg=False, mip_rel_gap=0.0, presolve="off")
