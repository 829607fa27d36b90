"""A key is one file: registered here, it appears wherever keys appear, with nothing else edited."""

import pytest

from optimiser import Scenario, Vraag, compare_sleutels, read_gegevens, solve_scenario
from optimiser.compare.sturing import sturing
from optimiser.ui.vergelijken.labels import offered
from optimiser.verdeelsleutels import REGISTER, RechtsStatus, Sturing, listed
from optimiser.verdeelsleutels.registry import Toelichting, verdeelsleutel


@pytest.fixture
def proef():
    """A key of this test alone: inhabitants times a number that the user gives."""
    told = Toelichting(
        titel="Proefsleutel",
        uitleg="Naar inwoners.",
        bron="test",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Geen.",
        sturing=Sturing.BEPERKT,
    )

    @verdeelsleutel("proef", told, columns=("inwoners",), opties=("beta",), voorbeeld="beta=1")
    def weigh(gemeenten, opties):
        return gemeenten["inwoners"] * int(opties.beta)

    yield "proef:beta=2"
    del REGISTER["proef"]


def test_it_is_listed_computed_compared_and_judged(proef):
    figures, scenario = read_gegevens(), Scenario(halfjaar="2021-1")
    assert "proef" in [key.naam for key in listed()]
    asked = Vraag.of(scenario, proef)
    found = compare_sleutels(asked, figures)
    legal = solve_scenario(scenario, figures).gemeenten["taakstelling"]
    assert found.gemeenten[proef].tolist() == legal.tolist()
    assert sturing(asked.keuzes[0]) is Sturing.BEPERKT


@pytest.mark.usefixtures("proef")
def test_the_app_offers_it_with_its_own_example():
    can, _ = offered(read_gegevens().figures(2024).tabel, ())
    assert can["proef"] == "proef:beta=1"


def test_the_page_shows_it_with_the_editor_of_its_option(proef, visit):
    page = visit()
    page.app.query_params["sleutels"] = f"inwoners,{proef}"
    page.goto("vergelijken")
    assert page.errors() == []
    assert any("Bèta" in field.label for field in page.app.text_input)


@pytest.mark.usefixtures("proef")
def test_the_command_lists_it(capsys):
    from optimiser.cli.main import execute

    assert execute(["sleutels"]) == 0
    assert "proef" in capsys.readouterr().out
