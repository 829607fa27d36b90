"""A change between two distributions is the difference of what they are worth, exactly."""

from fractions import Fraction

from optimiser.engine import objective, solve_exact
from optimiser.lp.costs import change_of
from optimiser.problem import ModelInput, Stage
from tests.instances import STAGE_ORDERS, random_instance


def test_three_that_change_by_head():
    # Shares of 2: from (2, 2, 2) to (5, 1, 0) is 9, 1 and 4 over 2; three move; a load of 5 for 2.
    two = (Fraction(2),) * 3
    stages = (Stage.EERLIJKST, Stage.MINST_VERPLAATST, Stage.LAAGSTE_PIEK)
    data = ModelInput(("GM0001", "GM0002", "GM0003"), (2,) * 3, two, (Fraction(1),) * 3, (), (), 6)
    data = ModelInput(**{**vars(data), "stages": stages})
    there = change_of(data, (2, 2, 2), data, (5, 1, 0))
    assert there == tuple(zip(stages, (7, 3, 3), strict=True))
    back = change_of(data, (5, 1, 0), data, (2, 2, 2))
    assert back == tuple(zip(stages, (-7, -3, -3), strict=True))


def test_any_change_is_the_difference_of_the_values():
    for seed, stages in enumerate(STAGE_ORDERS):
        data = random_instance(seed, 5 + seed % 4, stages=stages)
        before, after = data.doel, solve_exact(data).x
        assert change_of(data, before, data, after) == tuple(
            (stage, objective(data, stage, after) - objective(data, stage, before))
            for stage in stages
        )
