"""A model reaches HiGHS as PuLP itself would hand it over, on either line of PuLP."""

import numpy as np
import pulp
import pytest

from optimiser.lp.handover import HandOver
from optimiser.lp.solver import add_row, expression, make_whole, run


def made(seed, *, whole):
    """Write a small problem with every kind of row, an open bound and a variable nobody uses."""
    rng = np.random.default_rng(seed)
    problem = pulp.LpProblem("proef", pulp.LpMinimize)
    variables = [problem.add_variable(f"v{i}", 0, None if i == 0 else 5) for i in range(6)]
    problem.add_variable("los", 1, 2)
    costs = rng.normal(size=6).round(3)
    costs[0] = 1.5
    problem.setObjective(expression([(v, float(c)) for v, c in zip(variables, costs, strict=True)]))
    for number, sense in enumerate(("<=", ">=", "==", ">=")):
        chosen = rng.permutation(6)[:4]
        terms = [(variables[i], float(rng.integers(1, 5))) for i in chosen]
        add_row(problem, terms, sense, 7 + number, f"rij_{number}")
    if whole:
        make_whole(variables[1:4])
    return problem, variables


@pytest.mark.parametrize("whole", [False, True])
def test_values_and_duals_are_those_of_pulp_itself(whole):
    found = 0
    for seed in range(30):
        problem, variables = made(seed, whole=whole)
        answer = run(problem, variables)
        problem, variables = made(seed, whole=whole)
        problem.solve(pulp.HiGHS(msg=False, mip_rel_gap=0.0, presolve="off"))
        if answer.feasible:
            found += 1
            assert answer.values == pytest.approx([v.varValue for v in variables])
            if not whole:
                duals = [row.pi for row in problem.constraints()]
                assert answer.duals == pytest.approx(duals)
    assert found > 15


def test_a_pulp_of_which_the_inside_is_unknown_hands_over_itself(monkeypatch):
    problem, variables = made(1, whole=True)
    expected = run(problem, variables)
    monkeypatch.setattr("optimiser.lp.handover.CORE", ("no such thing",))
    monkeypatch.setattr("optimiser.lp.handover.OBJECTS", "no such thing")
    again, variables = made(1, whole=True)
    handed = []
    monkeypatch.setattr(pulp.HiGHS, "buildSolverModel", lambda _, lp: handed.append(lp))
    solver = HandOver(msg=False)
    solver.createAndConfigureSolver(again)
    solver.buildSolverModel(again)
    assert handed == [again]
    assert expected.feasible
