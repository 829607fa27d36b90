"""A region on its own: who is outside it is told, never bound."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from optimiser.compare import per_group
from optimiser.engine import repairs
from optimiser.problem import Block
from optimiser.report.antwoord.binding_limits import limit_lines
from optimiser.report.antwoord.headline import headline, own_areas, question_area
from optimiser.report.antwoord.outside import alone_lines, outside_lines
from optimiser.report.antwoord.remedies import headline_of_refusal
from optimiser.report.antwoord.result_json import to_document, to_json
from optimiser.report.antwoord.summary import repair_sentences, summary, table_of
from optimiser.report.lrt.slides.voorstel import where_title
from optimiser.report.lrt.words import zin
from optimiser.scenario.scenario import Scenario
from optimiser.solve.errors import NoLoadError
from optimiser.solve.recheck import check_resultaat
from optimiser.solve.run import problem_of, solve_scenario

CODES = "0141 0147 0153 0158 0163 0164 0168 0173 0183 0189 1700 1735 1742 1774"
TWENTE = [f"GM{number}" for number in CODES.split(" ")]


def on_its_own(**fields):
    """Ask about Middelstad and Kleindorp (30 and 10 persons); Grootstad (60) is outside."""
    regio = {"binnen": "eigen", "regios": {"Oost": ["GM0002", "GM0003"]}}
    return Scenario(halfjaar="2025-1", uitruil=regio, **fields)


def answered(scenario, mini):
    verdeling = solve_scenario(scenario, mini)
    return verdeling, verdeling.optimalisatie


def test_a_ceiling_outside_is_told_and_binds_nobody(mini):
    kan = {"GM0001": {"kan": 50}, "GM0002": {"kan": 25}}
    _, outcome = answered(on_its_own(gemeenten=kan), mini)
    assert outcome.x == (60, 25, 15)
    assert [limit.gemeente for limit in outcome.data.limits] == [1]
    assert headline(outcome).startswith(
        "Haalbaar en sluitend in Oost (2 gemeenten): 40 personen geplaatst. 5 personen wisselen "
        "van gemeente; 2 van de 2 gemeenten krijgen een ander aantal."
    )
    assert outside_lines(outcome) == [
        "Buiten de eigen regio's: 1 gemeente houdt haar taakstelling. Grenzen daar zijn gemeld, "
        "niet opgelegd.",
        "1 gemeente zit boven het plafond, met samen 10 personen: Grootstad 10.",
    ]


def test_card_table_and_file_say_the_same(mini):
    scenario = on_its_own(gemeenten={"GM0001": {"kan": 50}, "GM0002": {"kan": 25}})
    verdeling, outcome = answered(scenario, mini)
    told = [line.tekst for line in limit_lines(outcome, "GM0001")]
    assert told[0].endswith("gemeld en niet opgelegd: plafond (kan), hooguit 50 personen.")
    assert table_of(verdeling, outcome)["plafond_gemeld"].tolist()[0] == 50
    document = json.loads(to_json(to_document(scenario, verdeling, outcome)))
    assert check_resultaat(document) == []
    assert any("Grootstad 10" in line for line in document["toelichting"])


def test_a_region_that_cannot_close_asks_nothing_of_its_neighbours(mini):
    tight = on_its_own(gemeenten={"GM0002": {"kan": 25}, "GM0003": {"kan": 10}})
    _, outcome = answered(tight, mini)
    assert outcome.unplaced == 5
    ways = {way.option.value: way.available for way in repairs(outcome.data)}
    assert ways == {"grenzen": True, "gebied": False, "plaatsen": True}
    told = "\n".join(repair_sentences(outcome))
    assert "Met gemeenten buiten de eigen regio's is niet gerekend" in told
    assert "helpt niet" not in told


def test_load_and_deviation_are_of_the_region_alone(mini):
    # Grootstad has 60 persons on 60 inhabitants, as all have: a load of one, were it counted.
    piek = {"stappen": ["laagste_piek"]}
    _, outcome = answered(on_its_own(doelstelling=piek, gemeenten={"GM0002": {"kan": 20}}), mini)
    assert dict(outcome.values)["laagste_piek"] == 2  # Kleindorp: 20 persons on 10 inhabitants
    data = outcome.data
    assert data.inside == (1, 2)


def test_who_has_no_dwellings_counts_only_where_it_exchanges(mini):
    # Kleindorp has no corporation dwellings.
    per = {"stappen": ["laagste_piek"], "last_per": "vrijgekomen_woningen"}
    ask = {"halfjaar": "2025-1", "doelstelling": per}
    west = {"binnen": "eigen", "regios": {"West": ["GM0001", "GM0002"]}}
    _, outcome = answered(Scenario(uitruil=west, **ask), mini)
    # 10 and 5 corporation dwellings: 90 persons go 60 and 30, the load is equal.
    assert outcome.x == (60, 30, 10)
    land = {"binnen": "land"}
    with pytest.raises(NoLoadError) as refused:
        solve_scenario(Scenario(uitruil=land, **ask), mini)
    assert refused.value.params["gemeenten"] == ["Kleindorp"]
    out = {"GM0003": {"niet_deelnemend": True}}
    assert answered(Scenario(uitruil=land, gemeenten=out, **ask), mini)[1].x == (60, 30, 10)


def test_an_unknown_figure_outside_stops_nobody(mini):
    (table,) = mini.gemeenten[2024]
    gone = table.tabel.assign(pct_corporatie=[None, 25, 50])
    partly = replace(mini, gemeenten={2024: (replace(table, tabel=gone),)})
    asked = on_its_own(capaciteit={"maximum_aandeel": "1", "mutatiegraad": "1"})
    told = [limit.gemeente for limit in problem_of(asked, partly).limits]
    assert told == [1, 2]


def test_an_assumption_prints_its_value(mini):
    scenario = on_its_own(capaciteit={"maximum_aandeel": "0.125"})
    verdeling, outcome = answered(scenario, mini)
    told = "\n".join(summary(scenario, verdeling, outcome)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Aanname: mutatiegraad 7 % per jaar, 2 personen per woning." in told
    assert "Hooguit 12,5 % van de vrijkomende corporatiewoningen." in told


def test_twente_answers_for_twente(gegevens):
    scenario = Scenario(
        halfjaar="2025-2",
        uitruil={"binnen": "eigen", "regios": {"Twente": TWENTE}},
        capaciteit={"maximum_aandeel": "0.12"},
    )
    _, outcome = answered(scenario, gegevens)
    data = outcome.data
    assert outcome.feasible
    assert len(data.outside) == 328
    inside = [i for i, code in enumerate(data.gm_codes) if code in TWENTE]
    assert sum(outcome.x[i] for i in inside) == sum(data.doel[i] for i in inside)
    ceilings = {one.gemeente: one.upper for one in data.limits if one.block is Block.PLAFOND}
    assert sorted(ceilings) == inside
    assert all(outcome.x[i] <= ceilings[i] for i in inside)
    assert all(outcome.x[i] == data.doel[i] for i in data.outside)


def test_what_is_needed_and_what_is_extra(mini):
    # Grootstad must lose 10; the others are 30 and 10. Fairest is in proportion: 37,5 and 12,5.
    told = headline(
        answered(
            Scenario(
                halfjaar="2025-1", uitruil={"binnen": "land"}, gemeenten={"GM0001": {"kan": 50}}
            ),
            mini,
        )[1]
    )
    assert "10 personen wisselen van gemeente" in told
    assert told.endswith("Zoveel is ook nodig: met minder verplaatste personen worden niet alle "
                         "grenzen gehaald.")  # fmt: skip


def test_who_can_exchange_with_nobody_is_named(gegevens, mini):
    west = Scenario(halfjaar="2025-1", uitruil={"binnen": "arbeidsmarktregio"})
    told = "Kan met niemand uitruilen (hoort bij geen gebied, of is er alleen): {}."
    assert alone_lines(answered(west, mini)[1]) == [told.format("Kleindorp")]
    assert alone_lines(answered(Scenario(halfjaar="2025-1", grenzen={"bodem": 1}), mini)[1]) == []
    table = solve_scenario(Scenario(halfjaar="2025-2"), gegevens).gemeenten
    groups = gegevens.regios_of("arbeidsmarktregio", table.index)
    rows = per_group(table["taakstelling"], groups, "arbeidsmarktregio", table["gemeente"])
    last = rows.iloc[-1].tolist()
    assert last == ["geen arbeidsmarktregio (Vijfheerenlanden, West Betuwe)", 83]
    assert (rows["arbeidsmarktregio"] != "").all()


def test_a_budget_that_is_too_small_says_by_how_much(mini):
    asked = {"uitruil": {"binnen": "land"}, "gemeenten": {"GM0001": {"kan": 50}}}
    scenario = Scenario(halfjaar="2025-1", doelstelling={"budget": 4}, **asked)
    verdeling, outcome = answered(scenario, mini)
    told = "\n".join(summary(scenario, verdeling, outcome))
    assert headline_of_refusal(outcome) in told
    assert headline_of_refusal(outcome) == (
        "Het past niet: ten minste 10 personen moeten worden verplaatst en het scenario staat er 4 "
        "toe, 6 te weinig."
    )
    assert "maar er worden 10 personen verplaatst: 6 meer dan het scenario toestaat" in told
    assert "niet elke ondergrens" not in told


def test_the_slides_speak_of_the_region_only(mini):
    _, outcome = answered(on_its_own(gemeenten={"GM0002": {"kan": 25}}), mini)
    assert question_area(outcome) == f" in {own_areas(outcome)} (2 gemeenten)"
    tight = on_its_own(gemeenten={"GM0002": {"kan": 25}, "GM0003": {"kan": 10}})
    _, outcome = answered(tight, mini)
    # One area was asked: "past in 1 van de 2 gebieden" would count who was never asked.
    told = where_title(SimpleNamespace(scenario=tight), outcome)
    assert told == zin("onhaalbaar_titel", personen=5)
