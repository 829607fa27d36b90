"""Years together: region by region in PuLP beside one whole matrix given to highspy.

Run: python -m tests.benchmarks.jaren [--herhaal N]

Everything in one run, medians; read the ratios. Other stacks are timed on the same whole matrix
where they are installed. The question is the ready scenario ``jaren-rvb-2000``.
"""

import argparse
import sys
from statistics import median
from time import perf_counter

import numpy as np

from optimiser.io.gegevens import read_embedded
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.lp.jaren.network import build_network
from optimiser.lp.jaren.years import solve_years
from optimiser.lp.quiet import highspy
from optimiser.tijd.jaren.question import make_years_question

LONG = tuple(f"{year}-{half}" for year in range(2025, 2041) for half in (1, 2))


def question(horizon):
    """Return the regions over a number of half-years; the series repeats."""
    scenario = read_scenario(embedded_scenarios()["jaren-rvb-2000"])
    series = scenario.tijd.inflow
    numbers = {LONG[t]: series[t % len(series)] for t in range(horizon)}
    tijd = scenario.tijd.adjusted(
        tot=LONG[horizon - 1], instroom={"bron": "benchmark", "aantallen": numbers}
    )
    return make_years_question(scenario.adjusted(tijd=tijd), read_embedded()).regions


class Matrix:
    """All regions below each other as arrays."""

    def __init__(self, regions):
        costs, upper, low, high, starts, index, values = [], [], [], [], [0], [], []
        for region in regions:
            network, base = build_network(region), len(costs)
            costs += [column.cost for column in network.columns]
            upper += [column.upper for column in network.columns]
            for line in network.lines:
                low.append(-np.inf if line.lower is None else line.lower)
                high.append(np.inf if line.upper is None else line.upper)
                index += [base + c for c in line.columns]
                values += line.values
                starts.append(len(index))
        self.costs, self.upper = np.array(costs), np.array(upper, float)
        self.low, self.high = np.array(low, float), np.array(high, float)
        self.starts, self.index = np.array(starts, np.int32), np.array(index, np.int32)
        self.values = np.array(values, float)

    def sparse(self):
        """Return the rows as a scipy matrix."""
        from scipy.sparse import csr_array

        shape = (len(self.low), len(self.costs))
        return csr_array((self.values, self.index, self.starts), shape=shape)


def ours(regions):
    """Build, solve, read and recheck, region by region."""
    return [solve_years(region) for region in regions]


def raw(regions, presolve="choose"):
    """Build the arrays and give one matrix to highspy, default options."""
    lp = Matrix(regions)
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("presolve", presolve)
    none = np.empty(0, np.int32)
    n = len(lp.costs)
    model.addCols(n, lp.costs, np.zeros(n), lp.upper, 0, none, none, np.empty(0))
    model.addRows(len(lp.low), lp.low, lp.high, len(lp.index), lp.starts[:-1], lp.index, lp.values)
    model.run()
    return float(model.getInfo().objective_function_value)


def raw_plain(regions):
    """As ``raw``, presolve off."""
    return raw(regions, "off")


def scipy_whole(regions):
    """The same matrix in scipy.optimize.milp without whole numbers."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    lp = Matrix(regions)
    rows = LinearConstraint(lp.sparse(), lp.low, lp.high)
    return float(milp(lp.costs, bounds=Bounds(0, lp.upper), constraints=rows).fun)


def cvxpy_whole(regions):
    """The same matrix in CVXPY with HiGHS."""
    import cvxpy

    lp = Matrix(regions)
    x, rows = cvxpy.Variable(len(lp.costs)), lp.sparse()
    low, high = np.isfinite(lp.low), np.isfinite(lp.high)
    limits = [x >= 0, x <= lp.upper, rows[low] @ x >= lp.low[low], rows[high] @ x <= lp.high[high]]
    return float(cvxpy.Problem(cvxpy.Minimize(lp.costs @ x), limits).solve(solver=cvxpy.HIGHS))


def ortools_whole(regions):
    """The same matrix in OR-Tools GLOP."""
    from ortools.linear_solver import pywraplp

    lp = Matrix(regions)
    solver = pywraplp.Solver.CreateSolver("GLOP")
    columns = [solver.NumVar(0, float(u), "") for u in lp.upper]
    for r in range(len(lp.low)):
        row = solver.Constraint(float(lp.low[r]), float(lp.high[r]))
        for k in range(lp.starts[r], lp.starts[r + 1]):
            row.SetCoefficient(columns[lp.index[k]], float(lp.values[k]))
    for column, cost in zip(columns, lp.costs, strict=True):
        solver.Objective().SetCoefficient(column, float(cost))
    solver.Solve()
    return float(solver.Objective().Value())


def pyomo_whole(regions):
    """The same matrix in Pyomo with HiGHS."""
    import pyomo.environ as pyo

    lp = Matrix(regions)
    model = pyo.ConcreteModel()
    model.x = pyo.Var(range(len(lp.costs)), bounds=lambda _, i: (0, float(lp.upper[i])))
    model.cost = pyo.Objective(expr=pyo.quicksum(c * model.x[i] for i, c in enumerate(lp.costs)))
    model.rows = pyo.ConstraintList()
    for r in range(len(lp.low)):
        at = range(lp.starts[r], lp.starts[r + 1])
        total = pyo.quicksum(float(lp.values[k]) * model.x[int(lp.index[k])] for k in at)
        low = None if np.isinf(lp.low[r]) else float(lp.low[r])
        high = None if np.isinf(lp.high[r]) else float(lp.high[r])
        model.rows.add((low, total, high))
    pyo.SolverFactory("appsi_highs").solve(model)
    return float(pyo.value(model.cost))


def linopy_whole(regions):
    """The same matrix in linopy with HiGHS."""
    import linopy
    import xarray

    lp = Matrix(regions)
    model = linopy.Model()
    x = model.add_variables(0, xarray.DataArray(lp.upper, dims="kolom"), name="x")
    widest = int(np.diff(lp.starts).max())
    columns = np.full((len(lp.low), widest), -1)
    values = np.zeros((len(lp.low), widest))
    for r in range(len(lp.low)):
        count = lp.starts[r + 1] - lp.starts[r]
        columns[r, :count] = lp.index[lp.starts[r] : lp.starts[r + 1]]
        values[r, :count] = lp.values[lp.starts[r] : lp.starts[r + 1]]
    labels = np.where(columns >= 0, x.labels.to_numpy()[columns], -1)
    parts = {"coeffs": (("rij", "_term"), values), "vars": (("rij", "_term"), labels)}
    total = linopy.LinearExpression(xarray.Dataset(parts), model)
    for sign, limit in ((">=", lp.low), ("<=", lp.high)):
        rows = np.flatnonzero(np.isfinite(limit))
        limits = xarray.DataArray(limit[rows], dims="rij")
        model.add_constraints(total.isel(rij=rows), sign, limits)
    model.add_objective((x * xarray.DataArray(lp.costs, dims="kolom")).sum())
    model.solve("highs", io_api="direct", log_to_console=False)
    return float(model.objective.value)


STACKS = {
    "ours, per region": ours,
    "highspy": raw,
    "highspy, presolve off": raw_plain,
    "scipy": scipy_whole,
    "CVXPY": cvxpy_whole,
    "OR-Tools": ortools_whole,
    "Pyomo": pyomo_whole,
    "linopy": linopy_whole,
}


def say(text):
    """Write a line."""
    sys.stdout.write(f"{text}\n")


def timed(function, regions, repeat):
    """Return the median seconds; the first call warms up."""
    function(regions)
    seconds = []
    for _ in range(repeat):
        start = perf_counter()
        function(regions)
        seconds.append(perf_counter() - start)
    return median(seconds)


def main():
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--herhaal", type=int, default=3)
    repeat = parser.parse_args().herhaal
    for horizon in (8, 16):
        regions = question(horizon)
        lp = Matrix(regions)
        say(f"342 x {horizon}: {len(lp.costs)} columns, {len(lp.low)} rows")
        base = None
        for name, stack in sorted(STACKS.items(), key=lambda item: item[0] != "highspy"):
            try:
                seconds = timed(stack, regions, repeat)
            except ImportError as missing:
                say(f"  {name:24} not installed ({missing.name})")
                continue
            base = base or seconds
            say(f"  {name:24} {seconds:7.3f} s  {seconds / base:5.2f} x highspy")
    say("growth with the horizon and with gemeenten (ours, and the largest region)")
    for horizon in (4, 8, 16, 32):
        regions = question(horizon)
        largest = max(regions, key=lambda region: len(region.gm_codes))
        whole = timed(ours, regions, 1)
        one = timed(ours, [largest], repeat)
        size = len(largest.gm_codes)
        say(f"  {horizon:2} half-years: {whole:7.3f} s, {size} gemeenten {one:.3f} s")


if __name__ == "__main__":
    main()
