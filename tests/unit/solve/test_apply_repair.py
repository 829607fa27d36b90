"""Ways out become scenarios that close, in Mini-Nederland: 60, 30 and 10 persons."""

from dataclasses import replace

import pytest

from optimiser.engine import Option, Repair, repairs
from optimiser.errors import RepairFailedError
from optimiser.problem import Block, Limit
from optimiser.scenario.beperkingen import Gebied
from optimiser.scenario.scenario import Scenario
from optimiser.solve.apply_repair import repaired, within
from optimiser.solve.ready_areas import ready_areas
from optimiser.solve.run import problem_of, solve_scenario

# Region A holds 60 + 30 persons and can take 85; Kleindorp, alone in B, can take 20.
TIGHT = Scenario(
    halfjaar="2025-1",
    uitruil={"binnen": "provincie"},
    gemeenten={"GM0001": {"kan": 50}, "GM0002": {"kan": 35}, "GM0003": {"kan": 20}},
)


def way_out(scenario, figures, option):
    data = problem_of(scenario, figures)
    (found,) = [repair for repair in repairs(data) if repair.option is option]
    return repaired(scenario, figures, data, found)


def test_raised_ceilings_are_written_as_kan(mini):
    after = way_out(TIGHT, mini, Option.GRENZEN)
    raised = sum(after.gemeenten[code].kan - own.kan for code, own in TIGHT.gemeenten.items())
    assert raised == 5
    assert solve_scenario(after, mini).totaal == 100


def test_places_are_written_as_a_facility_of_this_half_year(mini):
    after = way_out(TIGHT, mini, Option.PLAATSEN)
    (facility,) = after.capaciteit.plekken
    assert (facility.plekken, facility.opening) == (5, "2025-1")
    assert sum(facility.verdeling.values()) == 5
    assert solve_scenario(after, mini).totaal == 100


def test_areas_are_joined_exactly(mini):
    after = way_out(TIGHT, mini, Option.GEBIED)
    persons = solve_scenario(after, mini).gemeenten["taakstelling"]
    assert persons.tolist() == [50, 35, 15]


def closing_areas(figures, data):
    return tuple(one.gebied for one in ready_areas(figures, data) if one.closes)


def test_only_areas_that_close_are_offered(mini):
    assert closing_areas(mini, problem_of(TIGHT, mini)) == (Gebied.LAND,)
    assert within(TIGHT, mini, Gebied.LAND).uitruil.binnen is Gebied.LAND
    with pytest.raises(RepairFailedError):
        within(TIGHT, mini, Gebied.VEILIGHEIDSREGIO)


def test_an_area_with_room_is_no_way_out_when_the_budget_is_too_small(mini):
    # Sixty persons under a ceiling of fifty: ten must move, wherever they go.
    held = problem_of(TIGHT.adjusted(doelstelling={"budget": 9}), mini)
    assert closing_areas(mini, held) == ()
    assert closing_areas(mini, replace(held, budget=10)) == (Gebied.LAND,)


def test_an_area_counts_the_room_of_those_outside_the_own_areas_too(mini):
    own = {"binnen": "eigen", "regios": {"A": ["GM0001", "GM0002"]}}
    ceilings = {**TIGHT.gemeenten, "GM0003": {"kan": 5}}
    data = problem_of(TIGHT.adjusted(uitruil=own, gemeenten=ceilings), mini)
    assert data.reported
    # 100 persons, and room for 50 + 35 + 5.
    assert {one.gebied: one.short for one in ready_areas(mini, data)}[Gebied.LAND] == 10


def test_a_floor_gives_way_by_whole_persons(mini):
    locked = TIGHT.adjusted(gemeenten={"GM0001": {"bodem": "0.9"}, "GM0002": {"vast": True}})
    locked = locked.adjusted(gemeenten={**locked.gemeenten, "GM0001": {"bodem": "0.9", "kan": 50}})
    after = way_out(locked, mini, Option.GRENZEN)
    assert solve_scenario(after, mini).totaal == 100


def test_a_budget_that_is_too_small_is_raised_to_what_is_needed(mini):
    roomy = TIGHT.adjusted(gemeenten={"GM0001": {"kan": 50}}, doelstelling={"budget": 4})
    assert way_out(roomy, mini, Option.BUDGET).doelstelling.budget == 10


def test_what_does_not_help_alone_is_refused(mini):
    full = TIGHT.adjusted(gemeenten={**TIGHT.gemeenten, "GM0003": {"kan": 10}})
    with pytest.raises(RepairFailedError):
        way_out(full, mini, Option.GEBIED)


def test_a_lower_floor_is_written_so_that_it_means_the_same_persons(mini):
    # Middelstad (30) may not fall below 30 and can take 20. Two thirds of 30 is 20, and a part
    # that is rounded up, 0,666667, would ask for 21.
    scenario = TIGHT.adjusted(gemeenten={"GM0002": {"bodem": "1", "kan": 20}})
    data = problem_of(scenario, mini)
    place = [limit.block for limit in data.limits].index(Block.BODEM)
    floor = Repair(Option.GRENZEN, True, 10, ((1, 0, 10),), ((place, Limit(Block.BODEM, 1, 20)),))
    after = repaired(scenario, mini, data, floor)
    assert problem_of(after, mini).lower[1] == 20
    assert solve_scenario(after, mini).gemeenten["taakstelling"].tolist() == [70, 20, 10]


def test_gemeenten_without_a_region_are_each_on_their_own(mini):
    # Grootstad can take 50 of its 60, Middelstad 40 for its 30: together it would fit.
    scenario = TIGHT.adjusted(gemeenten={"GM0001": {"kan": 50}, "GM0002": {"kan": 40}})
    assert Gebied.COROP not in closing_areas(mini, problem_of(scenario, mini))
    one = replace(mini, regios=mini.regios.assign(corop=["A", "A", "B"]))
    assert Gebied.COROP in closing_areas(one, problem_of(scenario, one))
    none = replace(mini, regios=mini.regios.assign(corop=[None, None, "B"]))
    assert Gebied.COROP not in closing_areas(none, problem_of(scenario, none))
    inside = scenario.adjusted(uitruil={"binnen": "corop"})
    assert [group.members for group in problem_of(inside, none).groups] == [(0,), (1,), (2,)]
