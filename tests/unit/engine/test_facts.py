from dataclasses import replace

from optimiser.engine import conflict_facts, find_conflicts, nearest_facts, repair_facts, repairs
from optimiser.engine.closing.feasibility import Level, Side
from optimiser.engine.closing.nearest import nearest
from optimiser.engine.closing.repair import Option
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
