"""The ready scenarios on the figures of all gemeenten: sums, limits, proofs, who has no place."""

import csv
from io import StringIO

import pytest

from optimiser.engine import ExactSolution, solve_exact
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.problem import moved
from optimiser.report.antwoord.summary import conflict_sentences, summary
from optimiser.solve.run import solve_scenario
from tests.scenarios.schrijf import HERE, KEPT, outcome_of

#: Persons without a place, from sums by hand: needed minus what the ceilings hold.
SHORT = {"plafond-10": 44, "plafond-8-land": 179, "plafond-10-land-20": 0}
FEASIBLE = sorted(
    naam
    for naam, path in embedded_scenarios().items()
    if naam not in SHORT and read_scenario(path).tijd is None  # those: tests/unit/tijd
)


def answer(naam, gegevens):
    scenario = read_scenario(embedded_scenarios()[naam])
    return scenario, solve_scenario(scenario, gegevens, prove=True)


def test_the_stored_outcome_stays():
    assert outcome_of(KEPT) == (HERE / f"{KEPT}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("naam", FEASIBLE)
def test_both_engines_agree_and_every_person_is_placed(naam, gegevens):
    _, verdeling = answer(naam, gegevens)
    outcome = verdeling.optimalisatie
    assert outcome is not None
    exact = solve_exact(outcome.data)
    assert isinstance(exact, ExactSolution)
    assert exact.x == outcome.x
    assert sum(outcome.x) == 13_000
    assert outcome.certificate is not None
    assert outcome.certificate.holds


@pytest.mark.parametrize("naam", FEASIBLE)
def test_sums_of_the_areas_stay_and_ceilings_hold(naam, gegevens):
    _, verdeling = answer(naam, gegevens)
    data, x = verdeling.optimalisatie.data, verdeling.optimalisatie.x
    for group in data.groups:
        assert sum(x[i] for i in group.members) == sum(data.doel[i] for i in group.members)
    assert all(low <= n <= high for low, n, high in zip(data.lower, x, data.upper, strict=True))


@pytest.mark.parametrize(("naam", "short"), SHORT.items())
def test_what_cannot_close_says_by_how_many(naam, short, gegevens):
    scenario, verdeling = answer(naam, gegevens)
    outcome = verdeling.optimalisatie
    assert not outcome.feasible
    assert outcome.unplaced == short
    assert verdeling.totaal == 13_000 - short
    assert verdeling.closes == (short == 0)
    assert any("GEEN OPLOSSING" in line for line in summary(scenario, verdeling, outcome))


def test_the_short_regions_are_named_with_their_amounts(gegevens):
    _, verdeling = answer("plafond-10", gegevens)
    told = conflict_sentences(verdeling.optimalisatie)
    # Zeeland: 286 persons; the ceilings of its thirteen gemeenten hold 281.
    assert (
        "Arbeidsmarktregio Zeeland moet 286 personen huisvesten, de 13 gemeenten kunnen er samen "
        "281: tekort 5."
    ) in told
    assert len(told) == 6


def test_the_facility_is_what_lets_zeeland_close(gegevens):
    scenario = read_scenario(embedded_scenarios()["tussenvoorziening-zeeland"])
    without = scenario.adjusted(capaciteit=scenario.capaciteit.adjusted(plekken=()))
    outcome = solve_scenario(without, gegevens).optimalisatie
    assert [(c.naam, c.amount) for c in outcome.conflicts] == [("provincie Zeeland", 5)]


def test_locked_gemeenten_keep_their_number(gegevens):
    _, verdeling = answer("twee-vast", gegevens)
    for code in ("GM0363", "GM0599"):
        assert verdeling.gemeenten.at[code, "taakstelling"] == verdeling.gemeenten.at[code, "doel"]


def test_the_other_solver_gives_the_same_distribution(gegevens):
    scenario = read_scenario(embedded_scenarios()["plafond-12"])
    from optimiser.lp import SolverUnavailableError

    try:
        other = solve_scenario(scenario, gegevens, solver="cbc")
    except SolverUnavailableError:
        pytest.skip("cbc is not installed; .ci/run installs it")
    assert other.optimalisatie.x == solve_scenario(scenario, gegevens).optimalisatie.x


def test_the_stored_csv_is_read_back_as_whole_persons():
    rows = list(csv.DictReader(StringIO((HERE / "plafond-12.csv").read_text())))
    before = [int(row["doel"]) for row in rows]
    after = [int(row["taakstelling"]) for row in rows]
    assert sum(before) == sum(after) == 13_000
    assert moved(before, after) == 344
