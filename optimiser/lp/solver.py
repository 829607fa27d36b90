"""Which solver runs a problem, and every quirk of PuLP 3, PuLP 4, HiGHS and CBC.

Nothing outside this file may depend on the PuLP version. Never pass ``threads=``: another value
than in an earlier solve makes HiGHS return "not solved". A problem is built per call and used by
one thread; nothing here is shared.
"""

import shutil
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

import numpy as np
import pulp

from optimiser.lp.quiet import highspy
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
_SENSES = {"<=": "__le__", "==": "__eq__", ">=": "__ge__"}


class Answer(NamedTuple):
    """What a solver found: plain numbers in the order of the variables and rows asked for."""

    feasible: bool
    values: tuple[float, ...]
    duals: tuple[float, ...]


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
    stats = problem.solve(_make(solver))
    status = pulp.LpStatus[stats] if isinstance(stats, int) else stats.status.name
    if status == "Infeasible":
        return Answer(feasible=False, values=(), duals=())
    if status != "Optimal":
        msg = f"{solver} stopped with status {status}"
        raise SolverFailedError(msg)
    duals = tuple(row.pi or 0.0 for row in problem.constraints())
    return Answer(True, tuple(v.varValue or 0.0 for v in variables), duals)


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


class _BatchHiGHS(pulp.HiGHS):  # type: ignore[misc]
    """PuLP 3 adds columns and rows one by one and sorts all names four times; this does not.

    The model is PuLP's own; only the way it is handed over differs. PuLP 4 does this itself.
    """

    def buildSolverModel(self, lp: Problem) -> None:  # noqa: N802
        columns = lp._variables
        for number, variable in enumerate(columns):
            variable.index = number
        _pass_columns(lp.solverModel, columns, lp.objective)
        _pass_rows(lp.solverModel, list(lp._constraints.values()))

    def actualSolve(self, lp: Problem, callback: object = None) -> int:  # noqa: ARG002, N802
        self.createAndConfigureSolver(lp)
        self.buildSolverModel(lp)
        self.callSolver(lp)
        solution = lp.solverModel.getSolution()
        if solution.value_valid:
            for variable, value in zip(lp._variables, list(solution.col_value), strict=True):
                variable.varValue = value
            for row, dual in zip(lp._constraints.values(), list(solution.row_dual), strict=False):
                row.pi = dual
        status = _PULP3_STATUS.get(lp.solverModel.getModelStatus().name, 0)
        lp.assignStatus(status, status)
        return status


_PULP3_STATUS = {"kOptimal": 1, "kModelEmpty": 1, "kInfeasible": -1, "kUnboundedOrInfeasible": -1}


def _pass_columns(model: Foreign, columns: Sequence[Foreign], objective: Foreign) -> None:
    """Hand over all columns in one call; integrality where asked."""
    count = len(columns)
    costs = np.zeros(count)
    for variable, cost in objective.items():
        if variable.name != "__dummy":  # PuLP's own, in an objective without costs
            costs[variable.index] = cost
    lower = np.array([v.lowBound for v in columns], dtype=float)
    upper = np.array([np.inf if v.upBound is None else v.upBound for v in columns], dtype=float)
    nothing = np.empty(0, dtype=np.int32)
    model.addCols(count, costs, lower, upper, 0, nothing, nothing, np.empty(0))
    whole = np.array([v.index for v in columns if v.cat == pulp.LpInteger], dtype=np.int32)
    if len(whole):
        kinds = np.full(len(whole), highspy.HighsVarType.kInteger)
        model.changeColsIntegrality(len(whole), whole, kinds)


def _pass_rows(model: Foreign, rows: Sequence[Foreign]) -> None:
    """Hand over all rows in one call."""
    bounds = [(row.getLb(), row.getUb()) for row in rows]
    lower = np.array([-np.inf if low is None else low for low, _ in bounds], dtype=float)
    upper = np.array([np.inf if high is None else high for _, high in bounds], dtype=float)
    starts = np.cumsum([0, *(len(row) for row in rows)])[:-1].astype(np.int32)
    index = np.array([v.index for row in rows for v in row], dtype=np.int32)
    values = np.array([c for row in rows for c in row.values()], dtype=float)
    model.addRows(len(rows), lower, upper, len(index), starts, index, values)


def _make(solver: str) -> Foreign:
    """Return a fresh solver object; presolve costs more than it saves on these networks."""
    check_available(solver)
    if solver == "cbc":
        return pulp.COIN_CMD(path=shutil.which("cbc"), msg=False)
    return (pulp.HiGHS if _MODERN else _BatchHiGHS)(msg=False, mip_rel_gap=0.0, presolve="off")
