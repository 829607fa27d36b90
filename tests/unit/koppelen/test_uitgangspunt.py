"""The statutory half-year with the labelled assumptions."""

from dataclasses import replace

import pytest

from optimiser.koppelen.errors import WoningenUnknownError
from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.uitgangspunt import LAND, make_uitgangspunt, only, supply
from optimiser.scenario.scenario import Scenario


@pytest.fixture(scope="module")
def start(gegevens):
    return make_uitgangspunt(Scenario(halfjaar="2025-2"), gegevens, 12, 6)


def test_the_country_is_the_sum_of_its_regions_in_persons_and_dwellings(start):
    assert supply(start.land, LAND) == [1173, 3164, 2410, 1902, 764, 156]
    assert start.land.huishoudens[LAND][1] == 3201
    regions = list(start.vraag.huishoudens)
    assert regions == ["Midden", "Noord", "Oost", "Zuid", "Zuidwest"]
    assert sum(sum(supply(start.vraag, naam)) for naam in regions) == 9_569
    persons = [sum(s * n for s, n in start.vraag.huishoudens[r].items()) for r in regions]
    assert sum(persons) == 13_000


def test_one_region_by_itself_is_planned_as_in_the_country(start):
    vraag = only(start.vraag, "Noord")
    assert len(vraag.gemeenten) == 40
    # Three stages, with time to spare: a busy machine tells nothing about the plan.
    noord = make_plan(replace(vraag, stappen=vraag.stappen[:3]), seconds=120)
    assert list(noord.treden) == ["Noord"]
    assert noord.treden["Noord"][2].waarde == noord.treden["Noord"][2].ondergrens == 14


def test_a_half_year_without_dwellings_is_refused(gegevens):
    with pytest.raises(WoningenUnknownError):
        make_uitgangspunt(Scenario(halfjaar="2020-1"), gegevens, 12, 6)
