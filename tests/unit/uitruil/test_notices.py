"""What every test of a proposal tells beside its verdict, and what a beginstand is made of."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from optimiser.gegevens.parameters import DatedValue, Parameter
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.toets.bindend import with_binding
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.grondslag import grondslag, norm
from optimiser.uitruil.toets.measures import Voorkeur
from optimiser.uitruil.voorstel import Voorstel

ONE, TWO, THREE = "GM0001", "GM0002", "GM0003"
CORE_TOO_LARGE = {"kern_niet_getoetst": {"aantal": 17, "grens": 16}}
DEAL = Voorstel("A", "2025-1", ((ONE, -1), (TWO, 1)))


def told(stand, *deals, **asked):
    """Return the facts of what is said about all together, by code."""
    outcome = check_uitruil(deals or [DEAL], stand, **asked)
    return {found.code: dict(found.feiten) for found in outcome.samen}


def test_what_the_claim_on_dwellings_rests_on_is_told_with_its_source(stand_of):
    facts = told(stand_of())
    assert facts["claim_grondslag"] == {
        "grondslag": (
            "mutatiegraad 7,0\N{NO-BREAK SPACE}% per jaar (aanname van dit programma: één landelijk"
            " getal; per gemeente zijn geen cijfers beschikbaar)",
            "2,0 personen per woning (aanname van dit programma)",
        )
    }
    # CBS over 2023: 8 of every 100 dwellings that became free.
    assert facts["claim_norm"] == {"norm": 8.0, "bron": "CBS, over 2023 (ongeveer)"}
    assert facts["achterstand_onduidelijk"] == {}
    assert "woningen_onbekend" not in facts


def test_a_norm_that_is_not_known_is_not_told(stand_of):
    facts = told(replace(stand_of(), norm=None))
    assert "claim_grondslag" in facts
    assert "claim_norm" not in facts


def test_without_dwellings_only_the_reason_is_told(mini):
    tabel = mini.gemeenten[2024][0]
    bare = replace(tabel, tabel=tabel.tabel.drop(columns="pct_corporatie"))
    stand = make_beginstand(Scenario(halfjaar="2025-1"), replace(mini, gemeenten={2024: (bare,)}))
    assert {party.vrijgekomen for party in stand.gemeenten.values()} == {None}
    facts = told(stand)
    assert facts["woningen_onbekend"] == {"reden": stand.geen_woningen}
    assert "pct_corporatie" in stand.geen_woningen
    assert not facts.keys() & {"claim_grondslag", "claim_norm"}


def test_gemeenten_that_are_gone_by_then_are_told_one_by_one(stand_of):
    stand = replace(stand_of(), herindeling=("Let op: A gaat op in B.",))
    assert told(stand)["indeling_ouder"] == {"tekst": "A gaat op in B."}


def test_choices_of_the_scenario_are_named_as_choices(mini):
    chosen = Scenario(
        halfjaar="2025-1", capaciteit={"mutatiegraad": "0.08", "personen_per_woning": "2.5"}
    )
    assert grondslag(chosen, mini) == (
        "mutatiegraad 8,0\N{NO-BREAK SPACE}% per jaar (keuze in het scenario)",
        "2,5 personen per woning (keuze in het scenario)",
    )
    own = Scenario(halfjaar="2025-1", capaciteit={"mutatiegraad_kolom": "mut"})
    assert grondslag(own, mini)[0] == "mutatiegraad per gemeente (kolom mut)"


def parameter(naam, *values):
    dated = [DatedValue(vanaf=date.fromisoformat(d), waarde=v, bron=d) for d, v in values]
    return Parameter(naam=naam, omschrijving="", eenheid="", status="aanname", waarden=dated)


@pytest.mark.parametrize(
    ("halfjaar", "source"),
    [
        ("2024-2", None),
        ("2025-1", "2025-01-01"),
        ("2025-2", "2025-07-01"),
        ("2026-1", "2025-07-02"),
    ],
)
def test_a_half_year_has_the_norm_of_its_first_day(mini, halfjaar, source):
    """Half-years begin on 1 January and 1 July (art. 29)."""
    days = "2025-01-01", "2025-01-02", "2025-07-01", "2025-07-02"
    known = parameter("aandeel_vrijkomend", *((day, 0.06) for day in days))
    gegevens = replace(mini, parameters={**mini.parameters, known.naam: known})
    found = norm(Scenario(halfjaar=halfjaar), gegevens)
    assert (found and found[1]) == source


def test_a_beginstand_knows_where_it_came_from(mini):
    limits = {ONE: {"kan": 55}}
    asked = Scenario(naam="proef", titel="Een proef", halfjaar="2025-1", gemeenten=limits)
    stand = make_beginstand(asked, mini)
    origin = stand.herkomst
    assert (origin.scenario, origin.scenario_sha256) == ("proef", asked.sha256())
    assert (stand.titel, stand.grondslag) == ("Een proef", grondslag(asked, mini))
    assert stand.norm == norm(asked, mini)
    one = stand.gemeenten[ONE]
    assert (one.naam, one.provincie, one.exact) == ("Grootstad", "A", 60)


@pytest.mark.parametrize(
    "limits",
    [
        {"gemeenten": {ONE: {"kan": 1}, TWO: {"kan": 1}, THREE: {"kan": 1}}},
        {"capaciteit": {"maximum_aandeel": "0.001"}},
        {"uitruil": {"binnen": "eigen", "regios": {"Samen": [ONE, TWO]}},
         "gemeenten": {ONE: {"kan": 1}, TWO: {"kan": 1}}},
        {"grenzen": {"maximale_wijziging": "0"}, "gemeenten": {ONE: {"kan": 1}}},
        {"doelstelling": {"budget": 0}, "gemeenten": {ONE: {"kan": 1}}},
    ],
)  # fmt: skip
def test_limits_that_no_distribution_keeps_leave_the_numbers_of_the_formula(stand_of, limits):
    stand = stand_of(**limits)
    assert {code: one.taakstelling for code, one in stand.gemeenten.items()} == {
        ONE: 60,
        TWO: 30,
        THREE: 10,
    }


def test_what_binds_with_a_gemeente_that_is_gone_leaves_the_sum_of_those_there_are(stand_of):
    gone = Voorstel("Oud", "2025-1", (("GM0000", -4), (ONE, 4)))
    stand = with_binding(stand_of(), [gone])
    assert stand.data.doel == (64, 30, 10)
    assert stand.data.total == stand.totaal == 104


def test_the_outcome_keeps_who_takes_no_part_and_what_binds(stand_of):
    old = Voorstel("Oud", "2025-1", ((TWO, 3), (THREE, -3)))
    outcome = check_uitruil([DEAL], stand_of(), lopend=[old])
    assert outcome.lopend == (old,)
    assert (outcome.elders.gemeenten, outcome.elders.voor, outcome.elders.na) == (1, 7, 7)
    first, second = outcome.uitslagen[0].rijen
    assert (first.gemeente, first.provincie) == ("Grootstad", "A")
    assert (second.gemeente, second.provincie) == ("Middelstad", "A")
    # 34 persons, two in a dwelling; 5 corporation dwellings of which 3,5 % become free.
    assert second.claim_na == Fraction(34, 2) / Fraction(175, 1000)


@pytest.mark.parametrize(("count", "tested"), [(16, True), (17, False)])
def test_the_core_is_tested_for_sixteen_parties_and_not_one_more(gegevens, count, tested):
    stand = make_beginstand(Scenario(halfjaar="2025-2"), gegevens)
    first, *others = list(stand.gemeenten)[:count]
    changes = ((first, count - 1), *((code, -1) for code in others))
    deal = Voorstel("Groot", "2025-2", changes)
    (one,) = check_uitruil([deal], stand, Voorkeur.LAST).uitslagen
    core = {f.code: dict(f.feiten) for f in one.bevindingen if f.code.startswith("kern")}
    assert core == ({"kern_blokkade": {}} if tested else CORE_TOO_LARGE)


def test_a_beginstand_is_in_the_gemeenten_that_were_asked_for(gegevens):
    """The figures of 2021 are of 352 gemeenten; on 1 January 2023 there were 342."""
    for year, count in ((None, 352), (2023, 342)):
        stand = make_beginstand(Scenario(halfjaar="2022-1", indeling=year), gegevens)
        assert len(stand.gemeenten) == count
        assert all(one.vrijgekomen is not None for one in stand.gemeenten.values())
    assert stand.verdwenen["GM0003"] == "GM0003 Appingedam is sinds 2021 Eemsdelta (GM1979)"
