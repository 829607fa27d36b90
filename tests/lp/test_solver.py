"""What comes back from a solver: the best, its dual values, and what is proved; sums by head."""

import shutil

import numpy as np
import pulp
import pytest

from optimiser.lp import SolverUnavailableError, UnknownSolverError, seconds
from optimiser.lp.milp import _above, run_counted, run_timed
from optimiser.lp.seconds import Clock
from optimiser.lp.solver import add_row, check_available, expression, run
from optimiser.lp.symbols import SolverFailedError

CBC = pytest.param("cbc", marks=pytest.mark.skipif(not shutil.which("cbc"), reason="no cbc"))
SOLVERS = pytest.mark.parametrize("solver", ["highs", CBC])


def small(least=3.0):
    """Write: x at most 2 costs 1, y costs 2, together at least three; z costs nothing."""
    problem = pulp.LpProblem("klein", pulp.LpMinimize)
    x, y = problem.add_variable("x", 0, 2), problem.add_variable("y", 0, 4)
    unused = problem.add_variable("los", 0, 9)
    problem.setObjective(expression([(x, 1.0), (y, 2.0)]))
    add_row(problem, [(x, 1.0), (y, 1.0)], ">=", least, "samen")
    return problem, [y, unused, x]


@SOLVERS
def test_values_come_in_the_order_asked_with_dual_values_and_objective(solver):
    answer = run(*small(), solver)
    # Two of the cheap one, one of the other; one more of both together costs two.
    assert answer == (True, pytest.approx((1, 0, 2)), pytest.approx((2,)), pytest.approx(4))


@SOLVERS
def test_that_there_is_no_answer_is_an_answer(solver):
    answer = run(*small(least=7.0), solver)
    assert answer.feasible is False
    assert answer.values == ()


@SOLVERS
def test_without_a_least_cost_the_solver_failed(solver):
    problem, variables = small()
    free = problem.add_variable("vrij", 0)
    problem.setObjective(expression([(free, -1.0)]))
    add_row(problem, [(free, 1.0), (variables[0], 1.0)], ">=", 1, "vrij")
    with pytest.raises(SolverFailedError, match=solver):
        run(problem, variables, solver)


def weights(seed, count=14):
    rng = np.random.default_rng(seed)
    return [int(w) for w in rng.integers(10_000, 100_000, count)]


def sack(heavy):
    """Write: fill half of what all weigh together as full as can be."""
    problem = pulp.LpProblem("vullen", pulp.LpMinimize)
    taken = [problem.add_variable(f"n{i}", 0, 1, "Integer") for i in range(len(heavy))]
    pairs = list(zip(taken, map(float, heavy), strict=True))
    problem.setObjective(expression([(v, -w) for v, w in pairs]))
    add_row(problem, pairs, "<=", sum(heavy) // 2, "ruimte")
    return problem, taken


def fullest(heavy):
    """Return the same by adding every weight to every sum."""
    sums = 1
    for weight in heavy:
        sums |= sums << weight
    return (sums & ((1 << sum(heavy) // 2 + 1) - 1)).bit_length() - 1


@pytest.mark.parametrize("seed", [1, 4])
def test_the_best_is_found_not_one_within_a_ten_thousandth(seed):
    heavy = weights(seed)
    best = fullest(heavy)
    assert run(*sack(heavy)).objective == pytest.approx(-best, abs=0.1)
    timed = run_timed(*sack(heavy), 60.0)
    filled = sum(w * v for w, v in zip(heavy, timed.values, strict=True))
    assert (filled, timed.proved) == (pytest.approx(best, abs=0.1), True)
    assert timed.bound == pytest.approx(-best, abs=0.1)
    counted = run_counted(*sack(heavy), 0.0, 10**6)
    assert counted.proved
    assert counted.bound == pytest.approx(-best, abs=0.1)


def test_a_known_answer_to_start_from_changes_nothing():
    heavy = weights(1)
    for start in ((0.0,) * 14, (1.0, *(0.0,) * 13)):
        answer = run_timed(*sack(heavy), 60.0, start=start)
        filled = sum(w * v for w, v in zip(heavy, answer.values, strict=True))
        assert (filled, answer.proved) == (pytest.approx(fullest(heavy), abs=0.1), True)


def test_good_enough_is_enough_where_that_is_asked():
    heavy = weights(1)
    near = run_counted(*sack(heavy), 0.5, 10**6)
    filled = sum(w * v for w, v in zip(heavy, near.values, strict=True))
    assert fullest(heavy) / 2 <= filled < fullest(heavy)
    assert near.proved


def test_after_so_many_nodes_the_best_so_far_is_taken_and_its_bound_holds():
    heavy = weights(1)
    early = run_counted(*sack(heavy), 0.0, 1)
    assert not early.proved
    assert early.bound <= -fullest(heavy)


def test_nothing_found_is_told_as_nothing():
    problem, variables = small(least=7.0)
    assert run_timed(problem, variables, 5.0) == ((), None, True)
    # A market split: every row asks for just half; one node does not find how.
    rng = np.random.default_rng(4)
    split = pulp.LpProblem("verdeling", pulp.LpMinimize)
    taken = [split.add_variable(f"n{i}", 0, 1, "Integer") for i in range(30)]
    split.setObjective(expression([(taken[0], 1.0)]))
    for row in range(4):
        own = [int(n) for n in rng.integers(0, 100, 30)]
        pairs = list(zip(taken, map(float, own), strict=True))
        add_row(split, pairs, "==", sum(own) // 2, f"rij_{row}")
    answer = run_counted(split, taken, 0.0, 1)
    assert (answer.values, answer.proved) == ((), False)


def test_an_answer_above_its_bound_is_seen_but_for_what_floats_lose():
    assert _above(5.0, None)
    assert _above(5.1, 5.0)
    assert not _above(5.0, 5.0)
    assert not _above(0.5e-6, 0.0)
    assert _above(1.5e-6, 0.0)
    assert not _above(1e9 + 100, 1e9)
    assert _above(1e9 + 10_000, 1e9)


def test_a_solver_that_is_unknown_or_absent_is_told_by_name(monkeypatch):
    with pytest.raises(UnknownSolverError) as unknown:
        check_available("gurobi")
    assert unknown.value.params == {"solver": "gurobi", "bekend": ("highs", "cbc")}
    asked = []
    monkeypatch.setattr("optimiser.lp.solver.shutil.which", asked.append)
    check_available("highs")  # is in this process, needs no program
    with pytest.raises(SolverUnavailableError) as absent:
        check_available("cbc")
    assert (absent.value.params, asked) == ({"solver": "cbc"}, ["cbc"])


def test_the_time_of_each_step_adds_up(monkeypatch):
    ticks = iter([10, 12, 20, 25, 30, 31, 40, 44])
    monkeypatch.setattr(seconds, "perf_counter", lambda: next(ticks))
    clock = Clock()
    for step in (clock.building, clock.building, clock.solving, clock.reading):
        with step():
            pass
    spent = clock.seconds()
    assert (spent.build, spent.solve, spent.read, spent.total) == (7, 1, 4, 12)
