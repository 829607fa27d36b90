"""Mini-Nederland as a starting position: 60, 30 and 10 persons."""

import pytest

from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.beginstand import make_beginstand


@pytest.fixture
def stand_of(mini):
    """Return the starting position under limits per gemeente."""

    def make(gemeenten=None, **fields):
        scenario = Scenario(halfjaar="2025-1", gemeenten=gemeenten or {}, **fields)
        return make_beginstand(scenario, mini)

    return make


@pytest.fixture
def stand_of_any(stand_of):
    """Return the starting position without limits; frozen, so it may serve many examples."""
    return stand_of()
