"""A sweep takes one number for all scenarios, or one per scenario, on either side."""

from optimiser.engine import optima
from tests.unit.engine.problems import FAIR, problem


def test_floors_alone_may_differ_per_scenario():
    # The shares are 6 and 4; a floor of 7 in the first, then one of 5 in the second.
    found, closes = optima(problem([6, 4], stages=FAIR), [[0, 0], [7, 0], [0, 5]], 10)
    assert found.tolist() == [[6, 4], [7, 3], [5, 5]]
    assert closes.all()
