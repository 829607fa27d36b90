from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.lp import (
    ModelInfeasibleError,
    SolverUnavailableError,
    StageNotSupportedError,
    UnknownSolverError,
    solve_lp,
)
from optimiser.problem import Block, Group, Limit, ModelInput, Stage
from optimiser.teksten import melding_for
from tests.instances import country, random_instance


def equal_gemeenten(count, each, **changes):
    """Return identical gemeenten: every choice between them is a tie."""
    codes = tuple(f"GM{i:04d}" for i in range(1, count + 1))
    values = {
        "gm_codes": codes,
        "doel": (each,) * count,
        "exact": (Fraction(each),) * count,
        "basis": (Fraction(1),) * count,
        "limits": (),
        "groups": (),
        "total": each * count,
    }
    return ModelInput(**(values | changes))


def test_mini_passes_on_what_the_ceiling_keeps_out(mini):
    # GM0001 may hold 55 of its 60; its regio keeps 90, so GM0002 takes over 5.
    solution = solve_lp(mini)
    assert solution.x == (55, 35, 10, 20)
    assert dict(solution.values)[Stage.MINST_VERPLAATST] == 5
    # (60 - 55)^2 / 60 + (35 - 30)^2 / 30 = 25/60 + 25/30
    assert dict(solution.values)[Stage.EERLIJKST] == Fraction(5, 4)
    assert solution.network
    assert solution.solver.startswith("HiGHS ")
    assert solution.seconds.solve > 0


def test_nothing_moves_where_nothing_binds():
    data = country(1, 50, 5, 500, slack=9)
    free = replace(data, limits=(), stages=(Stage.MINST_VERPLAATST,))
    assert solve_lp(free).x == free.doel


def test_a_tie_goes_to_the_lowest_gm_code_and_is_listed():
    # GM0001 must give up one person; GM0002 and GM0003 are equal in everything.
    data = equal_gemeenten(3, 4, limits=(Limit(Block.PLAFOND, 0, upper=3),))
    solution = solve_lp(data)
    assert solution.x == (3, 5, 4)
    assert solution.ties == (1, 2)


def test_no_tie_is_listed_where_the_larger_claim_decides():
    exact = (Fraction(4), Fraction(41, 10), Fraction(39, 10))
    data = equal_gemeenten(3, 4, limits=(Limit(Block.PLAFOND, 0, upper=3),), exact=exact)
    solution = solve_lp(replace(data, stages=(Stage.MINST_VERPLAATST,)))
    assert solution.x == (3, 5, 4)
    assert solution.ties == ()


def test_an_impossible_ceiling_is_reported_in_dutch(mini):
    tight = replace(mini, limits=(Limit(Block.PLAFOND, 0, upper=5), Limit(Block.WIL, 1, upper=9)))
    with pytest.raises(ModelInfeasibleError) as caught:
        solve_lp(tight)
    assert "alle grenzen" in melding_for(caught.value).titel


def test_a_budget_below_the_fewest_moves_is_infeasible(mini):
    with pytest.raises(ModelInfeasibleError):
        solve_lp(replace(mini, budget=4))
    assert solve_lp(replace(mini, budget=5)).x == (55, 35, 10, 20)


def test_a_budget_of_zero_is_a_budget():
    data = equal_gemeenten(2, 4, exact=(Fraction(6), Fraction(2)), budget=0)
    assert solve_lp(data).x == (4, 4)
    assert solve_lp(replace(data, budget=1)).x == (5, 3)
    assert solve_lp(replace(data, budget=None)).x == (6, 2)


def test_a_lower_bound_above_an_upper_bound_is_infeasible():
    limits = (Limit(Block.BODEM, 0, lower=5), Limit(Block.PLAFOND, 0, upper=3))
    with pytest.raises(ModelInfeasibleError):
        solve_lp(equal_gemeenten(2, 4, limits=limits))


def test_fixed_numbers_that_break_a_group_are_infeasible():
    limits = tuple(Limit(Block.VAST, i, 4, 4) for i in range(2))
    data = equal_gemeenten(2, 4, limits=limits, groups=(Group("een", (0,), 5, 5),))
    with pytest.raises(ModelInfeasibleError):
        solve_lp(data)


def test_crossing_groups_are_solved_and_said_to_be_no_network():
    groups = (Group("a", (0, 1), 9, 9), Group("b", (1, 2), 6, 7))
    solution = solve_lp(equal_gemeenten(3, 4, groups=groups))
    assert not solution.network
    # x1 = 12 - 9 - x0... by head: x2 = 3, x0 + x1 = 9, x1 <= 4, so 5 and 4.
    assert solution.x == (5, 4, 3)


def test_leximax_over_crossing_groups_is_refused_not_guessed():
    groups = (Group("a", (0, 1), 9, 9), Group("b", (1, 2), 6, 7))
    data = equal_gemeenten(3, 4, groups=groups, stages=(Stage.LAAGSTE_PIEK,))
    with pytest.raises(StageNotSupportedError):
        solve_lp(data)


def test_an_unknown_solver_is_refused(mini):
    with pytest.raises(UnknownSolverError):
        solve_lp(mini, "gurobi")


def test_a_solver_that_is_not_installed_is_refused(mini, monkeypatch):
    monkeypatch.setattr("optimiser.lp.solver.shutil.which", lambda _name: None)
    with pytest.raises(SolverUnavailableError):
        solve_lp(mini, "cbc")


def test_threads_do_not_share_a_problem():
    problems = [random_instance(seed, 12) for seed in range(12)]
    alone = [solve_lp(data).x for data in problems]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda data: solve_lp(data).x, problems * 4)) == alone * 4
