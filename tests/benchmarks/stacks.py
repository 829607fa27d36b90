"""The same LP in every modelling layer; each returns seconds to build, solve, read, and the value.

Imports are inside the functions: a stack that is not installed is reported, not required.
"""

from itertools import pairwise
from time import perf_counter


def clocked(build, solve, read):
    """Run three steps and time each."""
    marks = [perf_counter()]
    model = build()
    marks.append(perf_counter())
    outcome = solve(model)
    marks.append(perf_counter())
    value = read(model, outcome)
    marks.append(perf_counter())
    return [b - a for a, b in pairwise(marks)], value


def ours(problem):
    """The same question as ``optimiser.lp`` answers it: few columns, rounds, dual values, proof."""
    from optimiser.engine.costs import stage_components
    from optimiser.lp.build import start_face
    from optimiser.lp.costs import OneCost
    from optimiser.lp.stages.network import Task, settle

    data = problem.data
    task = Task(data)
    cost = OneCost(stage_components(data, data.stages[0])[0])
    x, _ = settle(task, cost, start_face(data))
    seconds = task.clock.seconds()
    return (seconds.build, seconds.solve, seconds.read), priced(problem, in_columns(problem, x))


def in_columns(problem, x):
    """Write a distribution in the columns of the whole matrix: nearest to the anchor first."""
    left = [v - a for v, a in zip(x, problem.anchor, strict=True)]
    values = [0] * len(problem.parts)
    outward = [k for k, part in enumerate(problem.parts) if part.step > 0]
    inward = [k for k, part in enumerate(problem.parts) if part.step < 0]
    for k in (*outward, *reversed(inward)):
        part = problem.parts[k]
        values[k] = min(part.length, max(0, part.step * left[part.gemeente]))
        left[part.gemeente] -= part.step * values[k]
    return values


def pulp_whole(problem):
    """The whole matrix written in PuLP, as a modeller would without knowing the answer."""
    from optimiser.lp.build import build_problem
    from optimiser.lp.solver import run

    return clocked(
        lambda: build_problem(
            problem.data, problem.rows, problem.parts, problem.signed, problem.anchor
        ),
        lambda built: run(built.problem, built.variables),
        lambda _, answer: priced(problem, answer.values),
    )


def priced(problem, values):
    """Return the objective of an answer."""
    return sum(c * v for c, v in zip(problem.matrix.costs, values, strict=True))


def highspy_plain(problem):
    """Give the matrix straight to highspy, presolve off as ``optimiser.lp`` has it."""
    return highspy_raw(problem, presolve="off")


def highspy_raw(problem, presolve="choose"):
    """Give the matrix straight to highspy, default options."""
    import numpy as np

    from optimiser.lp.quiet import highspy

    lp = problem.matrix

    def build():
        model = highspy.Highs()
        model.setOptionValue("output_flag", False)
        model.setOptionValue("presolve", presolve)
        n = len(lp.costs)
        none = np.empty(0, dtype=np.int32)
        model.addCols(
            n, np.array(lp.costs), np.zeros(n), np.array(lp.upper), 0, none, none, np.empty(0)
        )
        starts = np.cumsum([0, *(len(columns) for columns, _ in lp.rows)])[:-1].astype(np.int32)
        index = np.concatenate([columns for columns, _ in lp.rows]).astype(np.int32)
        values = np.concatenate([values for _, values in lp.rows])
        rhs = np.array(lp.rhs)
        model.addRows(len(rhs), rhs, rhs, len(index), starts, index, values)
        return model

    return clocked(
        build,
        lambda model: model.run(),
        lambda model, _: priced(problem, list(model.getSolution().col_value)),
    )


def sparse(lp):
    """Return the rows as a scipy matrix."""
    import numpy as np
    from scipy.sparse import csr_array

    starts = np.cumsum([0, *(len(columns) for columns, _ in lp.rows)])
    index = np.concatenate([columns for columns, _ in lp.rows])
    values = np.concatenate([values for _, values in lp.rows])
    return csr_array((values, index, starts), shape=(len(lp.rows), len(lp.costs)))


def pulp_usual(problem):
    """PuLP as most people write it: ``lpSum`` and ``+=``."""
    import pulp

    lp = problem.matrix

    def build():
        model = pulp.LpProblem("m", pulp.LpMinimize)
        v = [model.add_variable(f"v{j:06d}", 0, u) for j, u in enumerate(lp.upper)]
        model += pulp.lpSum(c * x for c, x in zip(lp.costs, v, strict=True))
        for (columns, values), rhs in zip(lp.rows, lp.rhs, strict=True):
            model += pulp.lpSum(a * v[j] for j, a in zip(columns, values, strict=True)) == rhs
        return model, v

    return clocked(
        build,
        lambda built: built[0].solve(pulp.HiGHS(msg=False)),
        lambda built, _: priced(problem, [x.varValue for x in built[1]]),
    )


def scipy_linprog(problem):
    """``scipy.optimize.linprog`` with its own HiGHS."""
    import numpy as np
    from scipy.optimize import linprog

    lp = problem.matrix
    return clocked(
        lambda: (sparse(lp), np.column_stack([np.zeros(len(lp.upper)), lp.upper])),
        lambda m: linprog(lp.costs, A_eq=m[0], b_eq=lp.rhs, bounds=m[1], method="highs-ds"),
        lambda _, answer: priced(problem, answer.x.tolist()),
    )


def cvxpy_highs(problem):
    """CVXPY with HiGHS."""
    import cvxpy as cp
    import numpy as np

    lp = problem.matrix

    def build():
        v = cp.Variable(len(lp.costs))
        rows = [sparse(lp) @ v == np.array(lp.rhs), v >= 0, v <= np.array(lp.upper)]
        return cp.Problem(cp.Minimize(np.array(lp.costs) @ v), rows), v

    return clocked(
        build,
        lambda m: m[0].solve(solver=cp.HIGHS),
        lambda m, _: priced(problem, m[1].value.tolist()),
    )


def ortools_glop(problem):
    """OR-Tools, GLOP."""
    from ortools.linear_solver import pywraplp

    lp = problem.matrix

    def build():
        model = pywraplp.Solver.CreateSolver("GLOP")
        v = [model.NumVar(0.0, u, f"v{j}") for j, u in enumerate(lp.upper)]
        for (columns, values), rhs in zip(lp.rows, lp.rhs, strict=True):
            row = model.RowConstraint(rhs, rhs, "")
            for j, a in zip(columns, values, strict=True):
                row.SetCoefficient(v[j], a)
        objective = model.Objective()
        for x, c in zip(v, lp.costs, strict=True):
            objective.SetCoefficient(x, c)
        objective.SetMinimization()
        return model, v

    return clocked(
        build,
        lambda m: m[0].Solve(),
        lambda m, _: priced(problem, [x.solution_value() for x in m[1]]),
    )


def pyomo_appsi(problem):
    """Pyomo with APPSI HiGHS."""
    import pyomo.environ as pyo
    from pyomo.contrib.appsi.solvers import Highs
    from pyomo.core.expr.numeric_expr import LinearExpression

    lp = problem.matrix

    def build():
        m = pyo.ConcreteModel()
        m.v = pyo.Var(range(len(lp.upper)), bounds=lambda _, j: (0.0, lp.upper[j]))
        v = [m.v[j] for j in range(len(lp.upper))]
        m.rows = pyo.ConstraintList()
        for (columns, values), rhs in zip(lp.rows, lp.rhs, strict=True):
            left = LinearExpression(linear_coefs=values, linear_vars=[v[j] for j in columns])
            m.rows.add(left == rhs)
        m.o = pyo.Objective(expr=LinearExpression(linear_coefs=lp.costs, linear_vars=v))
        return m, v

    return clocked(
        build,
        lambda m: Highs().solve(m[0]),
        lambda m, _: priced(problem, [x.value for x in m[1]]),
    )


def linopy_highs(problem):
    """Linopy with HiGHS in process."""
    import linopy
    import numpy as np
    import pandas as pd

    lp = problem.matrix

    def build():
        m = linopy.Model()
        index = pd.RangeIndex(len(lp.costs), name="j")
        v = m.add_variables(lower=0, upper=pd.Series(lp.upper, index), name="v")
        row_of = np.empty(len(lp.costs), dtype=int)
        step = np.empty(len(lp.costs))
        for r, (columns, values) in enumerate(lp.rows):
            row_of[columns], step[columns] = r, values
        group = pd.Series(row_of, index, name="r")
        m.add_constraints((pd.Series(step, index) * v).groupby(group).sum() == np.array(lp.rhs))
        m.add_objective((pd.Series(lp.costs, index) * v).sum())
        return m, v

    return clocked(
        build,
        lambda m: m[0].solve("highs", io_api="direct", output_flag=False),
        lambda m, _: priced(problem, m[1].solution.to_numpy().tolist()),
    )


STACKS = {
    "highspy, matrix given": highspy_raw,
    "highspy, no presolve": highspy_plain,
    "PuLP, matrix given": pulp_whole,
    "optimiser.lp (PuLP)": ours,
    "PuLP, usual lpSum": pulp_usual,
    "scipy.linprog": scipy_linprog,
    "CVXPY": cvxpy_highs,
    "OR-Tools GLOP": ortools_glop,
    "Pyomo appsi": pyomo_appsi,
    "linopy": linopy_highs,
}
