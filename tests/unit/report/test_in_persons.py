"""Every answer on capacity says that it counts persons, not households: that differs."""

import pytest

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.koppelen.aannames import KLASSEN, assumed_huishoudens
from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.uitgangspunt import assumed_homes
from optimiser.report.antwoord.aannamen import assumption_lines
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario

TOLD = "Geteld in personen, niet naar huishoudensgrootte"
PLACE = {
    "naam": "De Zon",
    "soort": "tussenvoorziening",
    "plekken": 100,
    "gemeenten": ["GM0014"],
    "opening": "2025-2",
}


@pytest.mark.parametrize(
    ("capaciteit", "times"),
    [({"maximum_aandeel": "0.12"}, 1), ({"plekken": [PLACE]}, 1), ({}, 0)],
)
def test_an_answer_on_capacity_says_so_once(gegevens, capaciteit, times):
    scenario = Scenario.model_validate({"halfjaar": "2025-2", "capaciteit": capaciteit})
    lines = assumption_lines(scenario, solve_scenario(scenario, gegevens))
    assert " ".join(lines).count(TOLD) == times


def test_places_enough_for_persons_can_leave_1281_single_persons_without_one(gegevens):
    homes, _ = assumed_homes(gegevens, Halfjaar.parse("2025-2"), 12)
    assert 2 * int(homes.to_numpy().sum()) == 19_138  # two persons in each
    mostly_for_families = (372, 1548, 3370, 3080, 1041, 158)  # 4/16/35/32/11/2 % per gemeente
    assert sum(mostly_for_families) == 19_138 // 2
    found = check_passend(assumed_huishoudens(13_000), mostly_for_families, [k for k, _ in KLASSEN])
    assert found.zonder_plek == {1: 1281}
