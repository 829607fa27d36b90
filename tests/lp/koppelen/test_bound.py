"""The relaxation is never above what whole households reach, and met where it is known by head."""

import random
from dataclasses import replace

import pytest

from optimiser.lp.koppelen.area import STAPPEN, Koppelgebied
from optimiser.lp.koppelen.bound import deviation_bound
from optimiser.lp.koppelen.stages import solve_area
from tests.koppel_referee import best, tiny

KLASSEN = ((1, 1), (1, 2), (2, 3), (3, 5), (4, 7), (6, 10))
HOMES = ((2, 1, 0, 0, 0, 0), (1, 1, 0, 1, 0, 0), (2, 1, 0, 0, 0, 0))
NEED = {1: 4, 2: 1, 4: 1, 5: 1}


def test_the_hand_example_without_the_large_dwelling():
    area = Koppelgebied("hand", ("A", "B", "C"), (6, 5, 4), (9_000,) * 3, NEED, KLASSEN, HOMES)
    # The family of four has no place, so four persons are lacking somewhere.
    assert deviation_bound(area, solve_area(area, STAPPEN[:3])) == 4


@pytest.mark.parametrize("batch", range(4))
def test_it_is_never_above_the_best_of_all_plans(batch):
    rng, met = random.Random(batch), 0
    for _ in range(15):
        area = replace(tiny(rng, 2), vorig={})
        bound = deviation_bound(area, solve_area(area, STAPPEN[:3], 5.0))
        least = best(area, STAPPEN[:3])[2]
        assert bound <= least
        met += bound == least
    assert met > 9
