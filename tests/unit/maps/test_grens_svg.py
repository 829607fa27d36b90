"""The frontier as SVG."""

from xml.etree import ElementTree

import pytest

from optimiser.maps.charts.frontier_svg import frontier_svg


@pytest.mark.parametrize("points", [[(5, 2.0)], [(5, 2.0), (6, 2.0)], [(0, 9.5), (1, 4.0)]])
def test_it_is_well_formed_with_one_mark_and_no_number_that_is_not_there(points):
    drawn = frontier_svg(points, points[-1][0])
    ElementTree.fromstring(drawn)
    assert drawn.count("<circle") == 1
    assert "nan" not in drawn


def test_the_mark_stands_at_the_chosen_point():
    drawn = frontier_svg([(0, 10.0), (1, 4.0), (2, 1.0)], 2)
    assert "2 personen: 1,00" in drawn
    assert 'cx="700.0"' in drawn  # the right end: 720 wide, 20 margin
