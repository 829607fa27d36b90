"""Sums of gemeenten beside the province, and the words about a saldo."""

from datetime import date

import pytest

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.verloop.pictures import bars_of
from optimiser.report.verloop.tables import stand_table, unexplained_table
from optimiser.report.verloop.words import unit_sentence
from optimiser.tijd.grootboek import Boeking, BoekingSoort, Grootboek
from optimiser.tijd.grootboek.levels import sum_gemeenten

SPRING = Halfjaar(2024, 1)
OWNER = {"GM0001": "PV20", "GM0002": "PV20", "GM0003": "PV21"}


def booked(code, **counts):
    end = SPRING.laatste_dag
    return [Boeking(code, SPRING, BoekingSoort(kind), n, end, end) for kind, n in counts.items()]


@pytest.fixture
def book():
    return Grootboek.of(
        [
            *booked("GM0001", beginstand=5, taakstelling=10, realisatie=8),
            *booked("GM0002", taakstelling=6, realisatie=9),
            *booked("GM0003", beginstand=-2, taakstelling=4),
            *booked("PV20", beginstand=5, taakstelling=16, realisatie=17, onverklaard=3),
        ]
    )


def test_the_sum_of_gemeenten_says_how_many_are_known(book):
    sums = sum_gemeenten(book.stand(SPRING), OWNER)
    assert sums.loc["PV20", ["saldo", "gemeenten", "bekend"]].tolist() == [7 - 3, 2, 2]
    # GM0002 has no known start, of GM0003 the realisatie is missing.
    assert sums["volledig"].tolist() == [False, False, False]
    assert sums.loc["NL", ["saldo", "gemeenten", "bekend"]].tolist() == [4, 3, 2]
    assert sums.loc["PV21", "bekend"] == 0


def test_the_sentence_says_from_when_and_what_is_unknown(book):
    rows = stand_table(book, book.course(), SPRING, "gemeente").set_index("code")
    told = [unit_sentence(row, SPRING) for _, row in rows.iterrows()]
    assert told[0].startswith("GM0001 eind 2024-1: achterstand van 7 (+4,2 maanden werk).")
    assert "voorsprong van 3" in told[1]
    assert "geteld vanaf 2024-1" in told[1]
    assert "niet bekend" in told[2]


def test_what_nobody_explains_has_its_own_bar_and_row(book):
    course = book.course()
    row = stand_table(book, course, SPRING, "provincie").iloc[0]
    assert [(bar.amount, bar.standing, bar.apart) for bar in bars_of(row)] == [
        (5, True, False),
        (16, False, False),
        (-17, False, False),
        (3, False, True),
        (7, True, False),
    ]
    off = unexplained_table(book, course)
    assert off[["code", "soort", "personen"]].values.tolist() == [["PV20", "onverklaard", 3]]


def test_a_half_year_under_way_is_never_called_an_achterstand():
    day = date(2024, 4, 1)
    rows = booked("PV20", beginstand=5, taakstelling=12)
    rows.append(Boeking("PV20", SPRING, BoekingSoort.REALISATIE, 4, day, day))
    book = Grootboek.of(rows)
    row = stand_table(book, book.course(), SPRING, "provincie").iloc[0]
    told = unit_sentence(row, SPRING)
    assert "achterstand" not in told
    assert "13 open, maar daarin zitten 3 maanden" in told
    assert "+7" in told
