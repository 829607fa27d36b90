"""How a problem of PuLP reaches HiGHS: all columns in one call, all rows in another.

The model is PuLP's own. PuLP 3 adds row by row and sorts all names four times, PuLP 4 makes an
object per term; a PuLP of which the inside is not known here is left to its own way.
"""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import pulp

from optimiser.lp.quiet import highspy

Foreign = Any
#: Where PuLP 3 keeps its rows, and what is asked of the core of PuLP 4.
OBJECTS = "_constraints"
CORE = ("used_variable_ids", "list_variables_by_ids", "list_constraints", "is_mip")


class HandOver(pulp.HiGHS):  # type: ignore[misc]
    """HiGHS in this process, fed at once."""

    def buildSolverModel(self, lp: Foreign) -> None:  # noqa: N802
        """Hand a built problem to the solver object that PuLP made for it."""
        if hasattr(lp, OBJECTS):
            _pass_objects(lp.solverModel, lp)
        elif all(hasattr(getattr(lp, "_model", None), name) for name in CORE):
            _pass_core(lp.solverModel, lp)
        else:
            super().buildSolverModel(lp)


def _pass_objects(model: Foreign, problem: Foreign) -> None:
    """Hand over a problem of PuLP 3."""
    problem._add_variables(problem.objective)  # those of its rows it knows already
    columns, rows = problem._variables, problem._constraints.values()
    for number, variable in enumerate(columns):
        variable.index = number
    priced = [(v.index, cost) for v, cost in problem.objective.items()]
    upper = [np.inf if v.upBound is None else v.upBound for v in columns]
    whole = [v.index for v in columns if v.cat == pulp.LpInteger]
    _add_columns(model, priced, ([v.lowBound for v in columns], upper), whole)
    index = [v.index for row in rows for v in row]
    values = [value for row in rows for value in row.values()]
    _add_rows(model, rows, list(map(len, rows)), (index, values))


def _pass_core(model: Foreign, problem: Foreign) -> None:
    """Hand over a problem of PuLP 4 from the core in which it keeps it."""
    core = problem._model
    ids = core.used_variable_ids()
    columns = core.list_variables_by_ids(ids)
    place = dict(zip(ids, range(len(ids)), strict=True))
    priced = [(place[v.id], cost) for v, cost in problem.objective.items()]
    whole = [j for j, v in enumerate(columns) if v.is_integer()] if core.is_mip() else []
    _add_columns(model, priced, ([v.lb for v in columns], [v.ub for v in columns]), whole)
    terms = [row.items() for row in core.list_constraints()]
    index = [place[v.id()] for held in terms for v, _ in held]
    values = [value for held in terms for _, value in held]
    _add_rows(model, problem.constraints(), list(map(len, terms)), (index, values))


def _add_columns(
    model: Foreign,
    priced: Sequence[tuple[int, float]],
    bounds: tuple[Sequence[float], Sequence[float]],
    whole: Sequence[int],
) -> None:
    """Add all columns in one call; integrality where asked."""
    lower, upper = (np.array(side, dtype=float) for side in bounds)
    costs, nothing = np.zeros(len(lower)), np.empty(0, dtype=np.int32)
    for column, cost in priced:
        costs[column] = cost
    model.addCols(len(costs), costs, lower, upper, 0, nothing, nothing, np.empty(0))
    if whole:
        kinds = np.full(len(whole), highspy.HighsVarType.kInteger)
        model.changeColsIntegrality(len(whole), np.array(whole, dtype=np.int32), kinds)


def _add_rows(
    model: Foreign,
    rows: Collection[Foreign],
    lengths: Sequence[int],
    terms: tuple[Sequence[int], Sequence[float]],
) -> None:
    """Add all rows in one call."""
    bounds = [(row.getLb(), row.getUb()) for row in rows]
    lower = np.array([-np.inf if low is None else low for low, _ in bounds], dtype=float)
    upper = np.array([np.inf if high is None else high for _, high in bounds], dtype=float)
    starts = np.cumsum([0, *lengths])[:-1].astype(np.int32)
    index, values = np.array(terms[0], dtype=np.int32), np.array(terms[1], dtype=float)
    model.addRows(len(lengths), lower, upper, len(index), starts, index, values)
