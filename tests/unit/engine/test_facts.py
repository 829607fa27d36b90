from dataclasses import replace

import pytest

from optimiser.engine import conflict_facts, find_conflicts, nearest_facts, repair_facts, repairs
from optimiser.engine.closing.clashes import Side
from optimiser.engine.closing.feasibility import Conflict, Level
from optimiser.engine.closing.nearest import Nearest, nearest
from optimiser.engine.closing.stretch import Option, Repair
from optimiser.engine.closing.widen import Union, Widening
from optimiser.problem import Block
from optimiser.teksten.meldingen import load_teksten
from optimiser.teksten.zinnen import sentence
from tests.instances import random_infeasible_instance
from tests.unit.engine.problems import problem
from tests.unit.engine.test_feasibility import SHORT


def say(facts):
    return sentence(facts.section, facts.code, facts.values)


def test_a_conflict_is_one_dutch_sentence_with_amounts_and_names():
    data = problem(**SHORT)
    assert say(conflict_facts(data, find_conflicts(data)[0])) == (
        "A moet 20 personen huisvesten, de 2 gemeenten kunnen er samen 16: tekort 4."
    )


def test_a_gemeente_is_called_by_its_name_when_there_is_one():
    data = replace(problem([5, 5], upper=[3, None], lower=[4, None]), names=("Urk", "Epe"))
    assert say(conflict_facts(data, find_conflicts(data)[0])).startswith("Urk moet ten minste 4")


def test_repairs_and_places_missing_are_sentences_too():
    data = problem(**SHORT)
    stretch, wider, places = (say(repair_facts(data, repair)) for repair in repairs(data))
    assert "samen 4 personen" in stretch
    assert "A met B" in wider
    assert "4 extra plaatsen" in places
    assert say(nearest_facts(nearest(data))) == (
        "Niet geplaatst: 4 personen. Tekort per gebied: A 4."
    )


def test_a_country_that_is_short_is_told_by_how_many():
    data = problem([5, 5], upper=[4, 4])
    assert say(repair_facts(data, repairs(data)[1])) == (
        "Een groter uitruilgebied helpt niet: ook heel Nederland als één gebied komt "
        "2 personen niet uit."
    )


def test_who_gives_way_most_comes_first_and_floors_after_ceilings():
    data = problem([5, 5, 5, 5], names=("Epe", "Urk", "Ede", "Aa"))
    changes = ((0, 1, 0), (1, 3, 0), (2, 3, 0), (3, 0, 2))
    facts = repair_facts(data, Repair(Option.GRENZEN, True, 9, changes))
    assert facts.code == "grenzen_bodem"
    assert facts.values["wijzigingen"] == ["Ede +3", "Urk +3", "Epe +1", "Aa \N{MINUS SIGN}2"]
    assert facts.values["personen"] == 9
    # One that gives way on both sides counts with both, and stands in both lists.
    both = repair_facts(data, Repair(Option.GRENZEN, True, 5, ((0, 2, 0), (1, 1, 2))))
    assert both.values["wijzigingen"] == ["Urk +1", "Epe +2", "Urk \N{MINUS SIGN}2"]
    assert repair_facts(data, Repair(Option.GRENZEN, True, 1, ((0, 1, 0),))).code == "grenzen"
    assert repair_facts(data, Repair(Option.PLAATSEN, False)).code == "plaatsen_niet"
    assert repair_facts(data, Repair(Option.BUDGET, True, budget=8)).values["budget"] == 8


def test_areas_that_join_are_named_without_their_codes():
    unions = (
        Union(("A (GM0001)", "B", "C", "D")),
        Union(("A", "B", "C")),
        Union(("A",), ""),
        Union(("A", "B"), "P (GM0002)"),
    )
    wider = Repair(Option.GEBIED, True, widening=Widening(True, unions, (), 5))
    facts = repair_facts(problem([5]), wider)
    assert facts.code == "gebied_ligging_onbekend"
    assert facts.values["gebieden"] == [
        "A met B, C en D",
        "A met B en C",
        "A met heel Nederland",
        "A met B met heel P",
    ]
    assert repair_facts(problem([5], neighbours=()), wider).code == "gebied"


@pytest.mark.parametrize(
    ("room", "rest", "code", "short"),
    [
        (-1, {}, "gebied_niet", 1),
        (0, {}, "gebied_niet_gemeente", 0),
        (3, {}, "gebied_niet_gemeente", 0),
        (3, {"outside": (1,)}, "gebied_niet_eigen", 0),
    ],
)
def test_why_no_wider_area_helps(room, rest, code, short):
    repair = Repair(Option.GEBIED, False, widening=Widening(False, (), (), room))
    data = problem([5, 5], groups=[("A", (0,), 5, 5), ("B", (1,), 5, 5)], **rest)
    facts = repair_facts(data, repair)
    assert (facts.code, facts.values["tekort"]) == (code, short)


def test_whether_anybody_has_no_place_decides_the_sentence():
    areas = (("A (GM0001)", 2), ("", 1))
    found = [
        nearest_facts(Nearest((5,), unplaced, short, below))
        for unplaced, short, below in ((3, areas, 0), (0, areas, 0), (0, (), 4))
    ]
    assert [facts.code for facts in found] == ["personen", "iedereen", "bodem"]
    assert found[0].values == {"aantal": 3, "gebieden": ["A 2", "Nederland 1"], "onder": 0}
    assert found[2].values == {"aantal": 0, "gebieden": [], "onder": 4}


def test_an_area_of_one_gemeente_has_a_sentence_of_its_own():
    def conflict(level, members, naam="A (GM0001)"):
        return Conflict(level, naam, members, Side.TEKORT, 9, 5, (Block.PLAFOND, Block.VAST))

    data = problem([5, 5], names=("Urk", "Epe"))
    facts = conflict_facts(data, conflict(Level.GROEP, (1,)))
    assert facts.code == "tekort_groep_een"
    assert facts.values == {
        "naam": "A",
        "nodig": 9,
        "mogelijk": 5,
        "aantal": 4,
        "gemeenten": 1,
        "wie": ["Epe"],
        "blokken": ["plafond", "vast"],
    }
    assert conflict_facts(data, conflict(Level.GROEP, (0, 1))).code == "tekort_groep"
    alone = conflict_facts(data, conflict(Level.GEMEENTE, (1,), "GM0002"))
    assert (alone.code, alone.values["naam"]) == ("tekort_gemeente", "Epe")


def test_whatever_happens_has_a_sentence():
    for seed in range(200):
        data = random_infeasible_instance(seed, 2 + seed % 8)
        for conflict in find_conflicts(data):
            assert "{" not in say(conflict_facts(data, conflict))
        for repair in repairs(data):
            assert "{" not in say(repair_facts(data, repair))
        if find_conflicts(data):
            assert "{" not in say(nearest_facts(nearest(data)))


def test_every_kind_of_conflict_and_repair_has_a_text():
    conflicts, ways = (load_teksten()[section] for section in ("conflicten", "uitwegen"))
    pairs = {(side, level) for side in Side for level in Level} - {("overschot", "budget")}
    assert {f"{side}_{level}" for side, level in pairs} <= set(conflicts)
    assert {option.value for option in Option} <= set(ways)
