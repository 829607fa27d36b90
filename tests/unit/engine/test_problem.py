"""What a problem refuses: numbers that do not belong together."""

from dataclasses import replace

import pytest

from optimiser.problem import SOFT_BLOCKS, Block, Group, Limit
from tests.unit.engine.problems import problem

FOUR = problem([4, 3, 2, 1], upper=[5, 5, 5, None], groups=[("regio", (0, 1), 7, 7)])
ALONE = Group("buiten", (3,), 1, 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"gm_codes": ("GM0002", "GM0001", "GM0003", "GM0004")}, "ascend"),
        ({"gm_codes": ("GM0001", "GM0001", "GM0003", "GM0004")}, "ascend"),
        ({"exact": FOUR.exact[:3]}, "one value per gm_code"),
        ({"groups": (Group("regio", (1, 0), 7, 7),)}, "members"),
        ({"groups": (Group("regio", (1, 4), 7, 7),)}, "not there"),
        ({"limits": (Limit(Block.WIL, -1, upper=4),)}, "not there"),
        ({"outside": (3,)}, "keeps its number"),
        ({"outside": (2,), "groups": (ALONE,)}, "keeps its number"),
        ({"outside": (3,), "groups": (ALONE,), "limits": (Limit(Block.WIL, 3),)}, "keeps its"),
        ({"reported": (Limit(Block.WIL, 3),)}, "keeps its number"),
        ({"total": 11}, "doel sums to 10"),
    ],
)
def test_what_does_not_belong_together_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        replace(FOUR, **change)


def test_who_is_outside_keeps_its_number_and_is_told_its_limits():
    told = (Limit(Block.PLAFOND, 3, upper=0),)
    data = replace(FOUR, groups=(*FOUR.groups, ALONE), outside=(3,), reported=told)
    assert data.inside == (0, 1, 2)
    assert data.upper == (5, 5, 5, 10)


def test_bounds_are_the_tightest_limits_of_the_blocks_asked_for():
    limits = (
        Limit(Block.PLAFOND, 0, upper=3),
        Limit(Block.WIL, 0, upper=2),
        Limit(Block.MAX_WIJZIGING, 0, lower=1, upper=6),
        Limit(Block.BODEM, 0, lower=2),
        Limit(Block.BODEM, 1, lower=-3),
    )
    data = replace(FOUR, limits=limits)
    assert data.lower == (2, 0, 0, 0)
    assert data.upper == (2, 10, 10, 10)
    assert data.bounds_of(SOFT_BLOCKS) == ((0, 0, 0, 0), (2, 10, 10, 10))
    assert data.bounds_of(frozenset({Block.MAX_WIJZIGING})) == ((1, 0, 0, 0), (6, 10, 10, 10))
    raised = replace(data, limits=(Limit(Block.PLAFOND, 0, upper=9),))
    assert (raised.upper[0], data.upper[0]) == (9, 2)
