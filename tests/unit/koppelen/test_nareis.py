"""Who waits for family: cohorts by hand, the worked example, and courses that must be refused."""

from dataclasses import replace

import pytest

from optimiser.koppelen.errors import NareisError, UnsoundPlanError
from optimiser.koppelen.nareis.boeking import book_nareis, check_nareisvraag
from optimiser.koppelen.nareis.varianten import compare_nareis
from optimiser.koppelen.nareis.verdeling import divide_places
from optimiser.lp.koppelen.cohorten import Nareisverloop, Nareisvraag, Verblijf
from optimiser.lp.koppelen.nareis import solve_nareis
from optimiser.report.koppelen.nareis import EXAMPLE, assumption_lines, nareis_lines

#: One person waits; his family of three comes a half-year later, and a dwelling only then.
ONE = Nareisvraag((0, 0), (1, 0), (0, 0), (0, 1), plekken=1, gezinsgrootte=3, duur=1)
TV = Verblijf.TUSSENVOORZIENING


@pytest.fixture(scope="module")
def varianten():
    return compare_nareis(EXAMPLE, (150, 250), 40)


def test_the_worked_example(varianten):
    assert [one.persoon_halfjaren for one in varianten] == [1000, 450, 270, 160, 150]


def test_the_earlier_calculation_left_out_who_waited_himself(varianten):
    without = [sum(b.coa - b.coa_zelf for b in one.boekingen) for one in varianten]
    assert without == [970, 430, 270, 160, 150]
    assert any("971, 431, 270, 161 en 151" in line
               for line in assumption_lines(EXAMPLE, 40, (150, 250, 40)))  # fmt: skip
    assert len(assumption_lines(replace(EXAMPLE, duur=3), 40, (150, 250, 40))) == 2


def test_without_places_nobody_is_in_one(varianten):
    for one in (varianten[0], varianten[3]):
        assert {(b.tussenvoorziening, b.nieuwe_bewoners) for b in one.boekingen} == {(0, 0)}


def test_who_moves_on_from_a_place_is_realised_once():
    first, second = book_nareis(ONE, solve_nareis(ONE))
    assert (first.realisatie, first.tussenvoorziening, first.gereserveerd) == (1, 1, 2)
    assert (second.realisatie, second.realisatie_nareis, second.verhuizingen) == (0, 2, 1)
    assert (second.tussenvoorziening, second.gezin, second.coa) == (0, 3, 0)


def test_everybody_housed_is_realised_exactly_once(varianten):
    for one in varianten:
        realised = sum(b.realisatie + b.realisatie_nareis for b in one.boekingen)
        assert realised == one.boekingen[-1].gehuisvest


def test_a_family_dwelling_ahead_keeps_the_family_out_of_coa():
    ahead = replace(ONE, plekken=0, gezin=(1, 0), verruimd=True)
    assert [b.coa for b in book_nareis(ahead, solve_nareis(ahead))] == [0, 0]
    strict = replace(ahead, verruimd=False)
    assert [b.coa for b in book_nareis(strict, solve_nareis(strict))] == [1, 3]


def test_places_move_the_queue_and_dwellings_shorten_it(varianten):
    assert [one.vooruitschuiven for one in varianten] == [False, True, True, False, False]
    told = [line for line in nareis_lines("x", varianten) if "Vooruitschuiven" in line]
    assert len(told) == 2
    assert "60 gezinnen" in told[0]


@pytest.mark.parametrize(
    "course",
    [
        Nareisverloop({(0, TV, 0): 2}, {}, {}),
        Nareisverloop({(0, TV, 0): 1, (0, TV, 1): 1}, {}, {}),
        Nareisverloop({(0, Verblijf.KLEIN, 0): 1}, {}, {}),
        Nareisverloop({}, {(0, TV, 1): 1}, {}),
        Nareisverloop({(0, TV, 0): 1}, {(0, Verblijf.COA, 1): 1}, {}),
        Nareisverloop({}, {(0, Verblijf.COA, 0): 1}, {}),
    ],
)
def test_a_course_that_does_not_count_again_is_refused(course):
    with pytest.raises(UnsoundPlanError):
        book_nareis(ONE, course)


@pytest.mark.parametrize(
    "change",
    [{"plekken": -1}, {"gezinsgrootte": 1}, {"duur": 0}, {"klein": (1,)}, {"wachtenden": (1, -1)}],
)
def test_what_cannot_be_asked_is_refused(change):
    with pytest.raises(NareisError):
        check_nareisvraag(replace(ONE, **change))


def test_the_places_of_a_region_count_for_their_gemeenten(varianten):
    places = {"A": 100, "B": 50}
    rows = divide_places(varianten[1].boekingen, places, 4)
    for number, one in enumerate(varianten[1].boekingen, start=1):
        own = [row for row in rows if row.halfjaar == number]
        assert sum(row.bewoners for row in own) == one.tussenvoorziening
        assert sum(row.nieuw for row in own) == one.nieuwe_bewoners
        assert all(0 <= row.bewoners <= places[row.gemeente] for row in own)
    with pytest.raises(NareisError):
        divide_places(varianten[1].boekingen, {"A": 149}, 4)
