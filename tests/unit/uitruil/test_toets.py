"""The test of a proposal, on three gemeenten one can do by head."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import optimiser.uitruil as package
from optimiser.problem import Block
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import load_teksten
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.measures import Oordeel, Voorkeur
from optimiser.uitruil.voorstel import Voorstel, make_voorstellen

CODES = ("GM0001", "GM0002", "GM0003")


def one(naam="A", **changes):
    pairs = tuple(sorted((f"GM{code[1:]}", n) for code, n in changes.items()))
    return Voorstel(naam, "2025-1", pairs)


def codes_of(findings, ernst="fout"):
    return {found.code for found in findings if found.ernst == ernst}


def test_numbers_before_and_after_are_those_one_can_do_by_head(stand_of):
    (result,) = check_uitruil([one(g0001=-6, g0002=6)], stand_of()).uitslagen
    first, second = result.rijen
    assert (first.voor, first.verschil, first.na) == (60, -6, 54)
    assert (second.voor, second.na) == (30, 36)
    # 60 persons on 60 inhabitants is 1.000 per 1.000.
    assert (first.per_1000_voor, first.per_1000_na) == (1000, 900)
    # 20 dwellings, half of them corporation, 7 % a year: 0,35 in a half-year; 2 persons each.
    assert first.claim_voor == Fraction(60, 2) / Fraction(35, 100)
    assert result.mag


def test_a_dwelling_that_does_not_exist_has_no_claim(stand_of):
    (result,) = check_uitruil([one(g0001=-1, g0003=1)], stand_of()).uitslagen
    assert result.rijen[1].claim_voor is None


def test_a_sum_other_than_zero_is_refused_with_the_difference(stand_of):
    outcome = check_uitruil([one(g0001=-6, g0002=7)], stand_of())
    (found,) = [f for f in outcome.uitslagen[0].bevindingen if f.code == "som_ongelijk"]
    assert found.feiten["verschil"] == 1
    assert not outcome.mag


@pytest.mark.parametrize(
    ("limits", "changes", "code"),
    [
        ({"GM0002": {"kan": 35}}, {"g0001": -6, "g0002": 6}, "grens_plafond"),
        ({"GM0002": {"wil": 5}}, {"g0001": -6, "g0002": 6}, "grens_wil"),
        ({"GM0001": {"bodem": 1}}, {"g0001": -6, "g0002": 6}, "grens_bodem"),
        (
            {"GM0001": {"maximale_wijziging": "0.05"}}, {"g0001": -6, "g0002": 6},
            "grens_max_wijziging",
        ),
        ({"GM0001": {"vast": True}}, {"g0001": -6, "g0002": 6}, "grens_vast"),
        ({"GM0002": {"niet_deelnemend": True}}, {"g0001": -6, "g0002": 6}, "grens_niet_deelnemend"),
        ({}, {"g0003": -11, "g0002": 11}, "onder_nul"),
        ({}, {"g0001": -5, "g9999": 5}, "onbekende_gemeente"),
        ({}, {"g0001": 0}, "te_weinig_partijen"),
    ],
)  # fmt: skip
def test_every_limit_refuses(stand_of, limits, changes, code):
    outcome = check_uitruil([one(**changes)], stand_of(limits))
    assert code in codes_of(outcome.uitslagen[0].bevindingen)
    assert not outcome.mag


def test_who_is_above_its_ceiling_may_still_hand_over(stand_of):
    outcome = check_uitruil([one(g0001=-6, g0002=6)], stand_of({"GM0001": {"kan": 40}}))
    assert outcome.mag


def test_at_the_limit_is_allowed(stand_of):
    assert check_uitruil([one(g0001=-6, g0002=6)], stand_of({"GM0002": {"kan": 36, "wil": 6}})).mag


def test_two_agreements_may_together_break_what_each_keeps(stand_of):
    stand = stand_of({"GM0002": {"kan": 36}})
    outcome = check_uitruil([one("A", g0001=-6, g0002=6), one("B", g0002=3, g0003=-3)], stand)
    assert all(result.mag for result in outcome.uitslagen)
    assert "grens_plafond" in codes_of(outcome.samen)
    assert not outcome.mag


def test_persons_handed_over_twice_are_found(stand_of):
    outcome = check_uitruil([one("A", g0001=7, g0003=-7), one("B", g0002=7, g0003=-7)], stand_of())
    assert "dubbel_gebruik" in codes_of(outcome.samen)
    assert "onder_nul" in codes_of(outcome.samen)


def test_persons_passed_on_are_a_warning_and_not_netted_away(stand_of):
    outcome = check_uitruil([one("A", g0001=-5, g0002=5), one("B", g0002=-5, g0003=5)], stand_of())
    assert "doorgifte" in codes_of(outcome.samen, "waarschuwing")
    assert outcome.mag


def test_what_is_agreed_already_counts_and_is_not_agreed_twice(stand_of):
    stand = stand_of({"GM0002": {"kan": 36}})
    running = one("Oud", g0002=3, g0003=-3)
    outcome = check_uitruil([one("A", g0001=-6, g0002=6)], stand, lopend=[running])
    (result,) = outcome.uitslagen
    assert "grens_plafond" in codes_of(result.bevindingen)
    assert [(r.formule, r.bindend, r.voor, r.verschil, r.na) for r in result.rijen] == [
        (60, 0, 60, -6, 54),
        (30, 3, 33, 6, 39),
    ]
    assert outcome.na == {"GM0001": 54, "GM0002": 39, "GM0003": 7}
    again = check_uitruil([one("Oud", g0002=1, g0003=-1)], stand, lopend=[running])
    assert "al_geregistreerd" in codes_of(again.samen, "fout")
    twin = check_uitruil([one("B", g0002=3, g0003=-3)], stand, lopend=[running])
    assert "zelfde_als" in codes_of(twin.samen, "waarschuwing")


def test_the_road_starts_at_the_formula_and_passes_what_binds(gegevens):
    """Pijnacker-Nootdorp, 2025-2: 42 by the formula, 36 after akkoord, 33 after three more."""
    stand = make_beginstand(Scenario(halfjaar="2025-2"), gegevens)
    running = Voorstel("Eerste", "2025-2", (("GM0503", 6), ("GM1926", -6)))
    new = Voorstel("Tweede", "2025-2", (("GM0503", 3), ("GM1926", -3)))
    outcome = check_uitruil([new], stand, lopend=[running])
    delft, pijnacker = outcome.uitslagen[0].rijen
    assert (pijnacker.formule, pijnacker.bindend, pijnacker.voor) == (42, -6, 36)
    assert (pijnacker.verschil, pijnacker.na) == (-3, 33)
    assert (delft.formule, delft.bindend, delft.voor, delft.na) == (79, 6, 85, 88)
    assert outcome.som_voor == outcome.som_na == 13000
    assert outcome.na["GM1926"] == 33


def test_persons_taken_over_before_may_be_handed_on(stand_of):
    """The third has 10 by the formula and 20 more that bind: it can hand over 25 in two parts."""
    running = one("Oud", g0001=-20, g0003=20)
    new = [one("A", g0001=13, g0003=-13), one("B", g0002=12, g0003=-12)]
    assert check_uitruil(new, stand_of(), lopend=[running]).mag
    more = [one("A", g0001=16, g0003=-16), one("B", g0002=15, g0003=-15)]
    assert "dubbel_gebruik" in codes_of(check_uitruil(more, stand_of(), lopend=[running]).samen)


def test_a_province_border_means_two_supervisors(stand_of):
    inside = check_uitruil([one(g0001=-1, g0002=1)], stand_of()).uitslagen[0]
    across = check_uitruil([one(g0001=-1, g0003=1)], stand_of()).uitslagen[0]
    assert "provinciegrens" not in codes_of(inside.bevindingen, "waarschuwing")
    assert "provinciegrens" in codes_of(across.bevindingen, "waarschuwing")
    assert across.mag


def test_the_border_of_the_coa_is_never_claimed_to_be_tested(stand_of):
    outcome = check_uitruil([one(g0001=-1, g0002=1)], stand_of())
    assert "coa_grens" in codes_of(outcome.samen, "informatie")


def test_gemeenten_that_merge_before_the_half_year_are_named(gegevens):
    stand = make_beginstand(Scenario(halfjaar="2021-1"), gegevens)
    pair = (("GM0003", -1), ("GM0014", 1))
    outcome = check_uitruil([Voorstel("A", "2021-1", pair)], stand)
    (found,) = [one for one in outcome.samen if one.code == "indeling_ouder"]
    assert "Appingedam" in found.feiten["tekst"]


def test_who_gets_better_by_which_measure(stand_of):
    stand = stand_of({"GM0001": {"kan": 55}, "GM0002": {"kan": 40}})
    result = check_uitruil([one(g0001=-6, g0002=6)], stand, Voorkeur.TEKORT).uitslagen[0]
    assert [row.oordeel for row in result.rijen] == [Oordeel.BETER, Oordeel.GELIJK]
    result = check_uitruil([one(g0001=-6, g0002=6)], stand, Voorkeur.LAST).uitslagen[0]
    assert [row.oordeel for row in result.rijen] == [Oordeel.BETER, Oordeel.SLECHTER]
    # 0,35 and 0,175 dwellings: of 90 persons 60 and 30 are in proportion, so any move is worse.
    result = check_uitruil([one(g0001=-6, g0002=6)], stand).uitslagen[0]
    assert [row.oordeel for row in result.rijen] == [Oordeel.SLECHTER, Oordeel.SLECHTER]


def test_a_measure_without_figures_is_not_available(stand_of):
    result = check_uitruil([one(g0001=-6, g0002=6)], stand_of(), Voorkeur.TEKORT).uitslagen[0]
    assert {row.oordeel for row in result.rijen} == {Oordeel.ONBEKEND}
    assert "kern_niet_getoetst_cijfers" in codes_of(result.bevindingen, "informatie")


def test_another_half_year_is_not_tested(stand_of):
    with pytest.raises(ValueError, match="another half-year"):
        check_uitruil([Voorstel("A", "2026-1", (("GM0001", 1), ("GM0002", -1)))], stand_of())


def test_every_finding_has_a_sentence_and_every_sentence_a_finding():
    folder = Path(package.__file__).parent
    code = " ".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    used = set(re.findall(r'(?:fout|waarschuwing|informatie)\(\s*"([a-z_]+)"', code))
    used |= {f"grens_{block}" for block in Block}
    assert used == set(load_teksten()["bevindingen"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(CODES), st.sampled_from(CODES), st.integers(1, 40)),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_totals_never_change_and_nobody_else_is_touched(stand_of_any, moves):
    rows = [
        row
        for number, (a, b, persons) in enumerate(moves)
        if a != b
        for row in ((f"R{number}", a, -persons), (f"R{number}", b, persons))
    ]
    outcome = check_uitruil(make_voorstellen(rows, "2025-1"), stand_of_any)
    assert outcome.som_voor == outcome.som_na == 100
    assert outcome.elders.gewijzigd == 0
    assert outcome.elders.voor == outcome.elders.na
    provinces = outcome.per_regio()
    assert sum(after for _, after in provinces.values()) == 100
    if all(a == b or "GM0003" not in {a, b} for a, b, _ in moves):
        assert all(before == after for before, after in provinces.values())
