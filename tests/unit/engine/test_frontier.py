"""What takes part in the frontier: shortage if asked, then fairness, and no budget."""

from optimiser.engine import Infeasible, frontier
from optimiser.problem import Stage
from tests.unit.engine.problems import FAIR, problem

# Nine of ten by the shares; the table gives five each.
SKEW = {"doel": [5, 5], "exact": [9, 1]}


def test_ceilings_stretch_only_where_the_shortage_is_among_the_stages():
    tight = {"doel": [5, 5], "upper": [4, 4]}
    found = frontier(problem(**tight, stages=FAIR))
    assert isinstance(found, Infeasible)
    assert [conflict.code for conflict in found.conflicts] == ["tekort_land"]
    line = frontier(problem(**tight, stages=(Stage.MINSTE_TEKORT, Stage.EERLIJKST)))
    assert (line.start, line.moves, line.least) == ((5, 5), (), 0)


def test_a_shortage_is_not_made_for_fairness():
    data = problem(**SKEW, upper=[6, None], stages=(Stage.MINSTE_TEKORT, Stage.EERLIJKST))
    assert frontier(data).distribution(9) == (6, 4)


def test_other_stages_and_the_budget_do_not_take_part():
    plain = frontier(problem(**SKEW, stages=FAIR))
    assert plain.moves == ((1, 0),) * 4
    other = problem(**SKEW, stages=(Stage.LAAGSTE_PIEK,), budget=0)
    assert frontier(other) == plain
    assert plain.data.budget is None


def test_points_count_from_the_fewest_that_must_move():
    # The ceiling makes one move; from (4, 6) the second is already beyond its share.
    line = frontier(problem([5, 5], exact=[9, 1], upper=[4, None], stages=FAIR))
    assert (line.least, line.most) == (1, 1)
    # Five short of nine, and five above one: 25/9 and 25/1.
    assert [(k, round(v, 6)) for k, v in line.points()] == [(1, round(25 / 9 + 25, 6))]
