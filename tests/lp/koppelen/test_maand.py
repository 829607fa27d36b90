"""One month of coupling, by hand: two gemeenten, a single person and a household of two."""

from dataclasses import replace

from optimiser.lp.koppelen.maand import solve_maand
from optimiser.lp.koppelen.maandvraag import Maandvraag

#: A has a dwelling for one and asks two persons; B one for two or three, and asks one.
MONTH = Maandvraag(
    huishoudens={1: 1, 2: 1},
    blijvers={},
    klassen=((1, 1), (2, 3)),
    vrij=((1, 0), (0, 1)),
    later=(),
    komend={},
    tekort=(2.0, 1.0),
    gewicht=10.0,
)


def test_housing_comes_first_where_it_weighs_more():
    found = solve_maand(MONTH)
    assert found.gehuisvest == {(1, 0, 0): 1, (2, 1, 1): 1}
    assert found.gekoppeld == {(1, 0): 1, (2, 1): 1}


def test_balance_comes_first_where_a_person_housed_weighs_little():
    found = solve_maand(replace(MONTH, gewicht=0.1))
    assert found.gekoppeld == {(1, 1): 1, (2, 0): 1}
    assert found.gehuisvest == {}


def test_without_dwellings_nobody_is_housed_and_everybody_coupled():
    found = solve_maand(replace(MONTH, vrij=((0, 0), (0, 0))))
    assert found.gehuisvest == {}
    assert found.gekoppeld == {(1, 1): 1, (2, 0): 1}


def test_who_may_stay_waits_in_the_pool_for_a_dwelling():
    found = solve_maand(replace(MONTH, vrij=((1, 0), (0, 0)), blijvers={1: 1, 2: 1}))
    assert found.gehuisvest == {(1, 0, 0): 1}
    assert found.blijft == {2: 1}


def test_an_announced_dwelling_draws_who_has_none_now():
    later = ((0.0, 0.0), (0.0, 1.0))
    found = solve_maand(replace(MONTH, vrij=((0, 0), (0, 0)), later=later))
    assert found.gekoppeld[2, 1] == 1


def test_an_expected_dwelling_is_left_to_whom_it_is_expected_for():
    # The one in B goes to the household of three still to come: it is worth more than two persons.
    asked = replace(MONTH, vrij=((0, 0), (0, 0)), later=((0.0, 0.0), (0.0, 1.0)), komend={3: 1.0})
    assert solve_maand(asked).gekoppeld[2, 0] == 1
