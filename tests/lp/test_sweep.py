from dataclasses import replace

import numpy as np
import pytest

from optimiser.engine.costs import components
from optimiser.lp import ModelInfeasibleError, SolverFailedError, solve_lp
from optimiser.lp.costs import OneCost, Tuples
from optimiser.lp.sweep import KeptModel, least_moved_model
from optimiser.problem import Block, Limit, Stage, moved
from tests.instances import country


def test_the_kept_model_moves_as_few_as_a_fresh_one():
    data = replace(country(7, 40, 4, 600), stages=(Stage.MINST_VERPLAATST,))
    model = least_moved_model(data)
    rng = np.random.default_rng(1)
    answers = {True: 0, False: 0}
    for _ in range(60):
        upper = np.maximum(0, np.array(data.doel) + rng.integers(-4, 6, 40))
        limits = tuple(Limit(Block.PLAFOND, i, upper=int(u)) for i, u in enumerate(upper))
        x = model.solve([0] * 40, upper)
        answers[x is None] += 1
        try:
            fresh = solve_lp(replace(data, limits=limits)).x
        except ModelInfeasibleError:
            assert x is None
        else:
            assert moved(data.doel, x.tolist()) == moved(data.doel, fresh)
    assert min(answers.values()) > 0


def test_a_kept_model_refuses_to_answer_outside_its_fine_units():
    data = replace(country(7, 40, 4, 600), limits=())
    far = KeptModel(data, Tuples(tuple(map(OneCost, components(data)))), (0,) * 40)
    with pytest.raises(SolverFailedError):
        far.solve([0] * 40, [600] * 40)


def test_a_floor_above_a_ceiling_has_no_answer():
    data = country(7, 10, 2, 100)
    assert least_moved_model(data).solve([3] * 10, [2] * 10) is None
