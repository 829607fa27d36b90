"""Where a fixed number or a budget fails, no output says that 0 persons have no place."""

import pytest

from optimiser import Scenario, read_gegevens, solve_scenario
from optimiser.compare.vraag import WETTELIJK
from optimiser.report.antwoord.result_json import to_document
from optimiser.report.kaart.content import Kaartvraag, gather_map
from optimiser.report.lrt.content import gather
from optimiser.report.lrt.question import LrtVraag
from optimiser.report.lrt.slides.voorstel import voorstel

#: Groningen has 175 by law: kept, it is 75 above 100; and of those 75 a budget lets 10 move.
FIXED = {"gemeenten": {"GM0014": {"vast": True, "kan": 100}}}
BUDGET = {"gemeenten": {"GM0014": {"kan": 100}}, "doelstelling": {"budget": 10}}


@pytest.fixture(params=[(FIXED, "75"), (BUDGET, "65")], ids=["vast", "budget"])
def failing(request):
    limits, short = request.param
    return Scenario(halfjaar="2025-2", uitruil={"binnen": "provincie"}, **limits), short


def test_the_stored_result_names_the_shortage(failing):
    scenario, short = failing
    verdeling = solve_scenario(scenario, read_gegevens())
    told = to_document(scenario, verdeling, verdeling.optimalisatie)["waarschuwing"]
    assert told.startswith("GEEN OPLOSSING.")
    assert short in told
    assert "0 personen hebben geen plaats" not in told


def test_the_slide_has_no_large_zero(failing):
    scenario, short = failing
    first, *_ = voorstel(gather(LrtVraag(scenario), read_gegevens()))
    numbers = [
        n for block, _ in first.kolommen if hasattr(block, "getallen") for n in block.getallen
    ]
    assert [number.waarde for number in numbers] == [short]
    assert "0 personen" not in first.titel


def test_the_small_print_of_a_map_does_not_count_nobody(failing):
    scenario, _ = failing
    told = gather_map(Kaartvraag(scenario, WETTELIJK), read_gegevens()).colofon.opmerking
    assert "GEEN OPLOSSING." in told
    assert "0 personen hebben geen plaats" not in told
