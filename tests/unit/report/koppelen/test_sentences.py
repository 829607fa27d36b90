"""Where it pinches, in words that are true of the households they are about."""

import pytest

from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.woningen import Woningklasse
from optimiser.report.koppelen.sentences import aanname_line, passend_lines

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


def test_a_class_with_a_source_is_no_assumption():
    klassen = (Woningklasse("2k", 1, 2), Woningklasse("4k", 3, 5, "afspraak met de corporaties"))
    assert aanname_line(0.12, 0.07, False, False, klassen) == (
        "Aanname: wie past in welke woning (2k voor 1 tot en met 2 personen). "
        "Woningklasse 4k voor 3 tot en met 5 personen: afspraak met de corporaties."
    )
    assert aanname_line(0.12, 0.07, False, False, klassen[1:]).startswith("Woningklasse 4k")
