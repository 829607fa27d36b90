"""Where it pinches, in words that are true of the households they are about."""

import pytest

from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.passend import check_passend
from optimiser.report.koppelen.sentences import passend_lines

KLASSES = [klasse for klasse, _ in KLASSEN]


@pytest.mark.parametrize(
    ("need", "homes", "told"),
    [
        (
            {1: 20},
            (0, 0, 0, 3, 0, 0),
            "Voor 20 alleenstaanden zijn er 0 passende woningen (1k, 2k)",
        ),
        (
            {8: 4},
            (9, 0, 0, 0, 0, 0),
            "Voor 4 huishoudens van 8 of meer personen is er geen woning.",
        ),
        ({12: 2}, (9, 9, 9, 9, 9, 9), "Voor 2 huishoudens van 12 of meer personen is er geen woni"),
    ],
)
def test_without_a_dwelling(need, homes, told):
    assert passend_lines("x", need, homes, check_passend(need, homes, KLASSES))[1].startswith(told)
