"""Cases a jurist can read: five gemeenten, the article, the expected numbers and why."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from optimiser.engine import ExactSolution, solve_exact
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.io.scenarios import scenario_from
from optimiser.solve.run import solve_scenario

FOLDER = Path(__file__).parent / "cases"
FIVE = tomllib.loads((FOLDER / "vijf_gemeenten.toml").read_text(encoding="utf-8"))
CODES = {name: f"GM{number:04d}" for number, name in enumerate(FIVE, 1)}
CASES = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "vijf_gemeenten")


def read_case(naam):
    """Read a case, with the codes of the gemeenten in the place of their names."""
    text = (FOLDER / f"{naam}.toml").read_text(encoding="utf-8")
    head, _, asked = text.partition("[scenario]")
    for name, code in CODES.items():
        asked = asked.replace(name, code)
    return tomllib.loads(f"{head}[scenario]{asked}")


@pytest.fixture(scope="module")
def five(gegevens):
    """The five gemeenten as figures of 1 January 2024."""
    index = pd.Index(list(CODES.values()), name="gm_code")
    columns = ("inwoners", "woningvoorraad", "pct_corporatie")
    table = pd.DataFrame({"gemeente": list(FIVE)}, index=index)
    for column in columns:
        table[column] = [one[column] for one in FIVE.values()]
    region = [one["regio"] for one in FIVE.values()]
    groupings = ("provincie", "veiligheidsregio", "corop", "arbeidsmarktregio")
    return Gegevens(
        gemeenten={2024: (GemeentenTabel(table, Indeling(2024, 5), 2024, "rekenvoorbeeld"),)},
        regios=pd.DataFrame({"gemeente": list(FIVE)} | dict.fromkeys(groupings, region), index),
        herindelingen=gegevens.herindelingen.iloc[:0],
        landelijk=gegevens.landelijk.iloc[:0],
        tabel1=gegevens.tabel1,
        tabel2=gegevens.tabel2,
        parameters=gegevens.parameters,
        wet=gegevens.wet,
        version="rekenvoorbeeld",
    )


@pytest.mark.parametrize("naam", CASES)
def test_the_case_comes_out_as_it_is_written(naam, five):
    case = read_case(naam)
    assert len(case["waarom"].split()) > 8
    assert case["artikel"]
    assert list(case["uitkomst"]) == list(CODES.values())
    scenario = scenario_from({"halfjaar": "2025-1", "naam": naam} | case["scenario"], naam)
    verdeling = solve_scenario(scenario, five)
    assert verdeling.gemeenten["taakstelling"].to_dict() == case["uitkomst"]
    short = case.get("zonder_plaats", 0)
    assert verdeling.closes == case.get("sluit", short == 0)
    if not scenario.optimises:
        return
    outcome = verdeling.optimalisatie
    assert outcome.unplaced == short
    assert {clash.naam: clash.amount for clash in outcome.conflicts} == case.get("knelt", {})
    if not short:
        # The second engine knows no solver.
        exact = solve_exact(outcome.data)
        assert isinstance(exact, ExactSolution)
        assert list(exact.x) == list(case["uitkomst"].values())


def test_the_expected_numbers_add_up_to_what_was_asked():
    assert len(CASES) >= 12
    for naam in CASES:
        case = read_case(naam)
        given = sum(case["uitkomst"].values()) + case.get("zonder_plaats", 0)
        assert (given == case["scenario"]["totaal"]) == case.get("sluit", True), naam
