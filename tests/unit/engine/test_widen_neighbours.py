"""Areas are joined with neighbours only, and never across water without a crossing."""

import pytest

from optimiser.engine.closing.widen import widen
from optimiser.io.gegevens import read_embedded
from optimiser.solve.neighbours import neighbours_of
from tests.unit.engine.problems import problem

AREAS = [(name, (i,), 10, 10) for i, name in enumerate("ABCD")]


def joined(upper, neighbours):
    found = widen(problem([10] * 4, upper=upper, groups=AREAS, neighbours=neighbours))
    assert found.closes
    return [(*union.names, union.within) for union in found.unions]


def test_a_neighbour_with_room_is_joined_although_one_further_away_fits_better():
    # A is 5 short. C has exactly 5 but lies behind B, who has 9.
    assert joined([5, 19, 15, 10], ((0, 1), (1, 2), (2, 3))) == [("A", "B", None)]
    assert joined([5, 19, 15, 10], None) == [("A", "C", None)]


def test_the_smallest_neighbour_that_suffices_is_joined():
    assert joined([5, 19, 15, 10], ((0, 1), (0, 2), (0, 3))) == [("A", "C", None)]


def test_a_border_counts_both_ways_and_a_loose_gemeente_is_no_area():
    # C is 5 short; it borders on A, and on a gemeente in no area.
    data = problem(
        [10] * 4 + [3], upper=[19, 10, 5, 10], groups=AREAS, neighbours=((0, 2), (2, 4), (0, 4))
    )
    assert [union.names for union in widen(data).unions] == [("C", "A")]


def test_who_lies_behind_a_neighbour_without_room_is_reached_through_it():
    assert joined([5, 10, 15, 10], ((0, 1), (1, 2), (0, 3))) == [("A", "B", "C", None)]


def test_an_island_without_a_crossing_is_joined_to_nobody():
    # A borders on nobody: its own sum is given up in favour of the whole country, and then those
    # of the others, whose sums would not leave room for it.
    first, *_ = joined([5, 19, 15, 10], ((1, 2), (2, 3)))
    assert first == ("A", "")


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        ("Terneuzen", "Borsele", True),  # Westerscheldetunnel
        ("Texel", "Den Helder", True),  # ferry
        ("Lelystad", "Enkhuizen", True),  # dike
        ("Urk", "Enkhuizen", False),  # only water
        ("Sluis", "Veere", False),  # only water
        ("Aalten", "Gorinchem", False),
    ],
)
def test_water_parts_unless_there_is_a_way_over_it(one, other, beside):
    figures = read_embedded().figures(2024).tabel
    names = list(figures["gemeente"])
    pairs = set(neighbours_of(read_embedded(), list(figures.index)))
    pair = tuple(sorted((names.index(one), names.index(other))))
    assert (pair in pairs) is beside


def test_merged_gemeenten_have_the_neighbours_of_their_successor():
    # Appingedam, Delfzijl and Loppersum became Eemsdelta in 2021, side by side ...
    codes = ["GM0003", "GM0010", "GM0024", "GM1966"]
    pairs = set(neighbours_of(read_embedded(), codes))
    assert {(0, 1), (0, 2), (1, 2)} <= pairs
    # ... and on Het Hogeland.
    assert {(0, 3), (1, 3), (2, 3)} <= pairs
