"""Mini-Nederland for the LP: four gemeenten, two regio's, every limit once; sums by head."""

from fractions import Fraction

import pytest

from optimiser.problem import Block, Group, Limit, ModelInput, Stage


@pytest.fixture
def mini():
    """Doel 60, 30, 10 and 20; Noord holds the first two and keeps its 90 persons."""
    return ModelInput(
        gm_codes=("GM0001", "GM0002", "GM0003", "GM0004"),
        doel=(60, 30, 10, 20),
        exact=tuple(Fraction(v) for v in (60, 30, 10, 20)),
        basis=tuple(Fraction(v) for v in (6, 3, 1, 2)),
        limits=(
            Limit(Block.PLAFOND, 0, upper=55),
            Limit(Block.WIL, 1, upper=36),
            Limit(Block.BODEM, 0, lower=48),
            Limit(Block.MAX_WIJZIGING, 2, lower=8, upper=12),
            Limit(Block.VAST, 3, lower=20, upper=20),
            Limit(Block.NIET_DEELNEMEND, 2, lower=10, upper=10),
        ),
        groups=(Group("Noord", (0, 1), 90, 90), Group("Zuid", (2, 3), 28, 32)),
        total=120,
        stages=(Stage.MINST_VERPLAATST, Stage.EERLIJKST),
        budget=7,
    )
