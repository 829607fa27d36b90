"""Letters of the small charts on a telephone: a page of 390 pixels leaves a picture 366."""

import re

import pytest

from optimiser.maps.charts.gains_svg import gains_svg
from optimiser.maps.charts.gantt_svg import GanttBar, gantt_svg
from optimiser.maps.charts.months_svg import months_svg
from optimiser.maps.charts.pairs_svg import Pair, pairs_svg
from optimiser.maps.charts.queue_svg import QueueLine, queue_svg
from optimiser.maps.charts.waterfall_svg import Bar, waterfall_svg

SHOWN = 366
LINES = [QueueLine("zoals aangekondigd", [3, 4], [1, 2])]
BARS = [Bar("saldo\nbegin", 3, standing=True), Bar("gehuisvest", -1)]
NAMES = ("woningen", "eigen", "groter", "tekort")
PICTURES = {
    "pairs": pairs_svg([Pair("1k\n1 persoon", 3, (1, 1, 1)), Pair("2k", 1, (0, 1, 0))], NAMES, ""),
    "waterfall": waterfall_svg(BARS * 3, ""),
    "months": months_svg({f"R{n}": [1.0, 2.0] for n in range(12)}, ["2020-1", "2020-2"], ""),
    "queue": queue_svg(LINES, [1, 1], ["2020-1", "2020-2"], ""),
    "gains": gains_svg([("Assen", -1.0), ("Emmen", 1.0)], "Te veel,\npersonen", ""),
    "gantt": gantt_svg([GanttBar("Flex", 40, [True, False])], ["2020-1", "2020-2"], ""),
}


@pytest.mark.parametrize("name", PICTURES)
def test_letters_can_be_read_on_a_telephone(name):
    (wide,) = re.findall(r'<svg [^>]* width="(\d+)"', PICTURES[name])
    (up_to, size) = re.findall(
        r"@media \(max-width:(\d+)px\){text{font-size:(\d+)px}", PICTURES[name]
    )[0]
    assert int(up_to) >= SHOWN
    assert int(size) * SHOWN / int(wide) >= 9.5


def test_with_larger_letters_a_unit_gives_way_to_its_number():
    drawn = pairs_svg([Pair("4k\n3 t/m 5 pers.", 3, (1, 0, 0))], NAMES, "")
    assert '>3 t/m 5<tspan class="ruim"> pers.</tspan><' in drawn
    assert ".ruim{display:none}" in drawn
