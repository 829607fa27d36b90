"""What an outlook is given: room in dwellings and places, an own column, what was coupled."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pydantic import ValidationError

from optimiser.errors import ScenarioColumnError
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.tijd.grootboek.printed import embedded_grootboek
from optimiser.tijd.jaren.question import make_years_question
from optimiser.tijd.vooruitzicht import tables
from optimiser.tijd.vooruitzicht.errors import NoRoomError
from optimiser.tijd.vooruitzicht.given import Given
from optimiser.tijd.vooruitzicht.project import make_vooruitzicht


@pytest.fixture(scope="module")
def course(gegevens):
    return embedded_grootboek(gegevens).course()


def asked(model, **more):
    scenario = read_scenario(embedded_scenarios()["vooruitzicht-2021"])
    choice = scenario.tijd.vooruitzicht.adjusted(model=model, **more.pop("keuze", {}))
    return scenario.adjusted(tijd=scenario.tijd.adjusted(vooruitzicht=choice), **more)


def test_places_are_a_stock_by_hand():
    """Room 5; 3 places in half-years 1 and 2, none in 3: who leaves them needs a dwelling."""
    given = Given(np.full((1, 3), 5.0), np.array([[3.0, 3.0, 0.0]]), np.zeros(1))
    assert given.at(0).tolist() == [8]
    given.fill(0, np.array([7.0]))  # 5 in dwellings, 2 in places
    assert (given.residents.tolist(), given.at(1).tolist()) == ([2], [6])
    given.fill(1, np.array([4.0]))
    assert given.at(2).tolist() == [3]  # the two who leave take two of five dwellings


def test_capacity_needs_room_and_never_houses_more_than_it(gegevens, course):
    with pytest.raises(NoRoomError):
        make_vooruitzicht(asked("capaciteit"), gegevens, course)
    room = {"capaciteit": {"maximum_aandeel": "0.12"}}
    found = make_vooruitzicht(asked("capaciteit", **room), gegevens, course)
    assert (found.realisatie <= found.opgave + 1e-9).all()
    assert found.realisatie.sum() > 0


def test_an_own_column_is_what_is_expected(gegevens, course):
    chosen = asked("kolom", keuze={"kolom": "verwacht"})
    with pytest.raises(ScenarioColumnError):
        make_vooruitzicht(chosen, gegevens, course)
    codes = make_years_question(chosen, gegevens).table.index
    own = pd.DataFrame({"verwacht": ["7"] * len(codes)}, index=codes)
    found = make_vooruitzicht(chosen, gegevens.with_columns(own, "eigen.csv"), course)
    many = found.eenheden.index("PV28")
    owner = gegevens.regios["provincie_code"].reindex(codes)
    assert found.realisatie[many, 0] == min(7 * (owner == "PV28").sum(), found.opgave[many, 0])


def test_column_and_model_belong_together():
    with pytest.raises(ValidationError):
        asked("kolom")
    scenario = read_scenario(embedded_scenarios()["vooruitzicht-2021"])
    assert '"kolom"' not in scenario.tijd.vooruitzicht.model_dump_json()


def test_no_more_is_expected_than_was_coupled(gegevens, course):
    """The rest is told as not coupled; only of the first half-year, and only per gemeente."""
    found = make_vooruitzicht(asked("opgave"), gegevens, course)
    assert found.uncoupled == 0
    told = " ".join(tables.sentences(replace(found, uncoupled=12.0)))
    assert "Nog 12 personen" in told
