"""Squares side by side, and the whole country put together again."""

from itertools import pairwise

import numpy as np
import pytest
import shapely

from optimiser.bouw.bogen import NOBODY, to_arcs
from optimiser.bouw.kaartbestand import TARGET, kaartbestand
from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen


def area(arcs, number):
    twice = 0
    for ring in arcs.rings[number]:
        for arc in ring:
            line = arcs.lines[arc] if arc >= 0 else arcs.lines[~arc][::-1]
            twice += sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(line))
    return abs(twice) / 2


def test_the_line_between_two_squares_is_there_once():
    arcs = to_arcs(np.array([shapely.box(0, 0, 2, 2), shapely.box(2, 0, 4, 2)]))
    assert sorted(arcs.owners) == [(NOBODY, 0), (NOBODY, 1), (0, 1)]
    shared = arcs.owners.index((0, 1))
    used = {arc for rings in arcs.rings for ring in rings for arc in ring}
    assert {shared, ~shared} <= used


def test_an_island_in_a_lake_is_an_arc_of_its_own():
    lake = shapely.box(0, 0, 9, 9).difference(shapely.box(3, 3, 6, 6))
    arcs = to_arcs(np.array([lake, shapely.box(3, 3, 6, 6)]))
    assert sorted(arcs.owners) == [(NOBODY, 0), (0, 1)]
    assert [area(arcs, 0), area(arcs, 1)] == [72, 9]


def test_shapes_that_lie_on_each_other_three_deep_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        to_arcs(np.array([shapely.box(0, 0, 1, 1)] * 3))


def test_the_arcs_put_together_are_the_gemeenten_again():
    shapes = read_gemeentegrenzen().geometry
    arcs = to_arcs(shapes.to_numpy())
    assert [area(arcs, n) for n in range(len(shapes))] == pytest.approx(shapes.area.tolist())


def test_the_file_in_the_component_is_in_step_with_the_data_and_the_texts():
    assert TARGET.read_text(encoding="utf-8") == kaartbestand()
