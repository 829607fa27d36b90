"""The closed form for many scenarios against the engine, one scenario at a time."""

from dataclasses import replace

import numpy as np
import pytest

from optimiser.engine import Infeasible, objective, solve_exact
from optimiser.engine.batch import least_moved_batch
from optimiser.problem import Block, Limit, Stage
from tests.instances import country


def test_every_scenario_agrees_with_the_engine():
    data = replace(country(4, 40, 6, 600), stages=(Stage.MINST_VERPLAATST,))
    area = [next(g for g, one in enumerate(data.groups) if i in one.members) for i in range(40)]
    rng = np.random.default_rng(9)
    doel = np.array(data.doel)
    upper = doel + rng.integers(-6, 12, (60, 40))
    upper = np.maximum(upper, 0)
    lower = np.minimum(np.maximum(doel - rng.integers(-3, 9, (60, 40)), 0), upper)
    batch = least_moved_batch(data.doel, area, lower, upper)
    for s in range(60):
        limits = tuple(Limit(Block.VAST, i, int(lower[s, i]), int(upper[s, i])) for i in range(40))
        answer = solve_exact(replace(data, limits=limits))
        assert isinstance(answer, Infeasible) is not bool(batch.feasible[s])
        if isinstance(answer, Infeasible):
            found = {c.naam: c.amount for c in answer.conflicts}
            sides = zip(batch.short[s], batch.excess[s], strict=True)
            amounts = {f"regio {g}": int(a + b) for g, (a, b) in enumerate(sides) if a + b}
            assert found == amounts
        else:
            assert objective(data, Stage.MINST_VERPLAATST, answer.x) == batch.total[s]
    assert 5 < batch.feasible.sum() < 55


def test_a_floor_above_a_ceiling_is_refused():
    with pytest.raises(ValueError, match="floor"):
        least_moved_batch([1], [0], np.array([[2]]), np.array([[1]]))
