"""One way to place households: it places who can be placed, and its picture draws that."""

import random
from xml.etree import ElementTree as ET

import pytest

from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
from optimiser.koppelen.bezetting import fill_klassen
from optimiser.koppelen.passend import check_passend
from optimiser.report.koppelen.pictures import supply_picture
from optimiser.report.koppelen.tables import supply_table
from tests.unit.koppelen.test_passend import random_case

STANDARD = [klasse for klasse, _ in KLASSEN]
NEED = assumed_huishoudens(13_000)
#: Few small dwellings: single persons come short, couples move up to 3k.
FAMILY_DWELLINGS = (372, 1548, 3370, 3080, 1041, 158)


def test_it_places_exactly_who_can_be_placed_on_a_thousand_cases():
    rng = random.Random(5)
    for _ in range(1000):
        need, supply, klassen = random_case(rng)
        rows = fill_klassen(need, supply, klassen)
        short = check_passend(need, supply, klassen).huishoudens
        assert sum(row.tekort for row in rows) == short
        assert sum(row.eigen + row.doorgeschoven for row in rows) == sum(need.values()) - short
        assert all(row.over >= 0 for row in rows)


def test_who_may_not_wait_goes_first():
    rows = fill_klassen(NEED, FAMILY_DWELLINGS, STANDARD)
    assert [(r.eigen, r.doorgeschoven, r.tekort) for r in rows] == [
        (372, 0, 0),
        (0, 1548, 1281),  # single persons only: 3.201 - 372 - 1.548
        (609, 696, 0),  # families of three, and every couple
        (986, 0, 0),
        (232, 0, 0),
        (86, 0, 0),
    ]


def test_a_size_that_fits_nowhere_has_a_row_of_its_own():
    rows = fill_klassen({1: 1, 12: 2}, (1, 0, 0, 0, 0, 0), STANDARD)
    assert (rows[-1].klasse, rows[-1].tekort) == (None, 2)
    assert supply_table(rows).iloc[-1]["personen"] == "past nergens"


def test_bars_have_one_scale_and_the_shortage_is_hatched():
    svg, alt = supply_picture("Nederland", fill_klassen(NEED, FAMILY_DWELLINGS, STANDARD))
    assert "2k 1.548 woningen, 1.548 huishoudens, 1.281 zonder plek" in alt
    bars = [
        r for r in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect") if r.get("stroke")
    ]
    dwellings = [float(r.get("height")) for r in bars if r.get("fill") == "#9aa5ad"]
    (hatched,) = [float(r.get("height")) for r in bars if r.get("fill") == "url(#tekort)"]
    assert hatched / dwellings[1] == pytest.approx(1281 / 1548, rel=0.01)
    assert dwellings[2] / dwellings[1] == pytest.approx(3370 / 1548, rel=0.01)
