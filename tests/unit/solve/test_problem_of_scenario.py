"""A scenario becomes limits and groups, by sums one can do by head."""

import pytest

from optimiser.errors import ScenarioColumnError, ScenarioGemeenteError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.problem import Block
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import extra_places
from optimiser.solve.problem_of_scenario import model_input
from optimiser.solve.run import solve_scenario


def given(mini, **fields):
    scenario = Scenario(halfjaar="2025-1", **fields)
    table = solve_scenario(Scenario(halfjaar="2025-1"), mini).gemeenten
    return model_input(scenario, mini, mini.figures(2024).tabel, table)


def limits(data, block):
    return [(x.gemeente, x.lower, x.upper) for x in data.limits if x.block is block]


def test_without_exchange_everyone_keeps_the_own_number(mini):
    data = given(mini)
    assert [(g.members, g.lower, g.upper) for g in data.groups] == [
        ((0,), 60, 60), ((1,), 30, 30), ((2,), 10, 10),
    ]  # fmt: skip


def test_an_area_fixes_its_sum_and_a_blank_stays_alone(mini):
    data = given(mini, uitruil={"binnen": "arbeidsmarktregio"})
    assert [(g.members, g.upper) for g in data.groups] == [((0, 1), 90), ((2,), 10)]


def test_own_regions_and_the_country(mini):
    own = given(mini, uitruil={"binnen": "eigen", "regios": {"Oost": ["GM0002", "GM0003"]}})
    assert [(g.members, g.upper) for g in own.groups] == [((0,), 60), ((1, 2), 40)]
    assert given(mini, uitruil={"binnen": "land"}).groups[0].members == (0, 1, 2)


def test_the_ceiling_is_freed_dwellings_times_share_times_persons(mini):
    data = given(
        mini,
        capaciteit={"maximum_aandeel": "0.5", "mutatiegraad": "0.6", "personen_per_woning": "2"},
    )
    # corporation dwellings 10, 5, 0; freed in half a year 3, 1,5, 0; half of it, two persons each
    assert limits(data, Block.PLAFOND) == [(0, None, 3), (1, None, 1), (2, None, 0)]


def test_own_numbers_replace_the_computed_ceiling(mini):
    data = given(
        mini,
        capaciteit={"maximum_aandeel": "0.5", "mutatiegraad": "0.6", "personen_per_woning": "2"},
        gemeenten={"GM0002": {"kan": 40, "wil": 4}, "GM0003": {"vast": True}},
    )
    assert limits(data, Block.PLAFOND)[1] == (1, None, 40)
    assert limits(data, Block.WIL) == [(1, None, 34)]
    assert limits(data, Block.VAST) == [(2, 10, 10)]
    assert (data.lower, data.upper) == ((0, 0, 10), (3, 34, 0))


def test_bounds_round_towards_the_safe_side(mini):
    data = given(mini, grenzen={"bodem": "0.75", "maximale_wijziging": "0.25"})
    # 75 % of 30 is 22,5 -> at least 23; a quarter of 10 is 2,5 -> at most 2
    assert limits(data, Block.BODEM)[1] == (1, 23, None)
    assert limits(data, Block.MAX_WIJZIGING)[2] == (2, 8, 12)


def test_extra_places_count_in_the_half_year_they_open():
    facility = {
        "naam": "proef", "soort": "tussenvoorziening", "plekken": 9, "opening": "2025-1",
        "gemeenten": ["GM0001", "GM0002"],
    }  # fmt: skip
    scenario = Scenario(halfjaar="2025-1", capaciteit={"plekken": [facility]})
    doel = {"GM0001": 60, "GM0002": 30, "GM0003": 10}
    plekken = scenario.capaciteit.plekken
    assert extra_places(plekken, Halfjaar(2025, 1), doel) == {"GM0001": 6, "GM0002": 3}
    assert extra_places(plekken, Halfjaar(2025, 2), doel) == {}


def test_a_column_of_the_user_and_its_faults(mini, mini_tabel):
    import pandas as pd

    def with_kan(cells):
        return mini.with_columns(pd.DataFrame({"plek": cells}, index=mini_tabel.index), "p.csv")

    scenario = {"capaciteit": {"kan_kolom": "plek"}}
    assert limits(given(with_kan(["70", pd.NA, "5"]), **scenario), Block.PLAFOND) == [
        (0, None, 70), (2, None, 5),
    ]  # fmt: skip
    with pytest.raises(ScenarioColumnError):
        given(with_kan(["70", "1.5", "5"]), **scenario)
    with pytest.raises(ScenarioColumnError):
        given(mini, **scenario)


def test_unknown_gemeenten_are_named(mini):
    with pytest.raises(ScenarioGemeenteError):
        given(mini, gemeenten={"GM9999": {"vast": True}})
    with pytest.raises(ScenarioGemeenteError):
        given(mini, uitruil={"binnen": "eigen", "regios": {"A": ["GM9999"]}})
    with pytest.raises(ScenarioGemeenteError):
        given(
            mini,
            uitruil={"binnen": "eigen", "regios": {"A": ["GM0001"], "B": ["GM0001"]}},
        )
