"""koppelen.toml: a scenario file with one more section; what cannot be followed is told."""

import pytest

from optimiser.errors import InvalidScenarioError
from optimiser.koppelen.eigen.keuzes import choose, share_of, with_saldo
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.errors import (
    KoppelinstellingError,
    SaldoTooLowError,
    WoningklasseError,
)
from optimiser.koppelen.instellingen import Koppelinstellingen, read_koppelen
from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.uitgangspunt import make_uitgangspunt, supply
from optimiser.lp.koppelen.area import Koppelstap
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import melding_for

DESIGN = """
basis = "plafond-12"
halfjaar = "2025-2"
[koppelen]
gebied = "coa_regio"
drempel_groot_gezin = 6
passend_toewijzen = "streng"
stappen = ["iedereen_een_plek", "band_gevolgd", "minste_afwijking", "grote_gezinnen_gespreid"]
tijdslimiet_s = 20
saldo = "meenemen"
[[koppelen.klasse]]
id = "4k"
personen = [3, 5]
bron = "aanname"
[[koppelen.vast]]
gemeente = "Middelburg"
personen = 5
klasse = "4k"
aantal = 1
reden = "band met de gemeente, afgesproken 12-9"
"""


@pytest.fixture
def read(tmp_path):
    def from_text(text):
        path = tmp_path / "koppelen.toml"
        path.write_text(text, encoding="utf-8")
        return read_koppelen(path)

    return from_text


@pytest.fixture(scope="module")
def start(gegevens):
    return make_uitgangspunt(Scenario(halfjaar="2025-2"), gegevens, 12)


@pytest.mark.parametrize(
    "stappen", ['["laagste_code", "iedereen_een_plek"]', '["minste_afwijking", "laagste_code"]']
)
def test_what_settles_ties_comes_last_and_never_leaves_anybody_out(read, stappen):
    _, asked = read(f'basis = "plafond-12"\n[koppelen]\nstappen = {stappen}\n')
    with pytest.raises(KoppelinstellingError) as caught:
        asked.order()
    assert "als laatste" in melding_for(caught.value).tekst


def test_the_file_of_the_design_is_read_on_its_basis(read):
    scenario, asked = read(DESIGN)
    assert (scenario.halfjaar, scenario.uitruil.binnen) == ("2025-2", "arbeidsmarktregio")
    assert share_of(scenario) == 12
    assert (asked.tijdslimiet_s, asked.saldo) == (20, "meenemen")
    assert [(k.naam, k.kleinste, k.grootste) for k in asked.klassen()] == [("4k", 3, 5)]
    (fixed,) = asked.fixed("koppelen.toml")
    assert (fixed.gm_code, fixed.personen, fixed.klasse, fixed.aantal) == ("GM0687", 5, "4k", 1)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('gebeid = "land"', "koppelen.gebeid"),
        ('gebied = "corop"', "koppelen.gebied"),
        ("drempel_groot_gezin = 6.5", "koppelen.drempel_groot_gezin"),
        ('stappen = ["minste_afstand"]', "koppelen.stappen.0"),
        ("stappen = []", "koppelen.stappen"),
        ("tijdslimiet_s = 0", "koppelen.tijdslimiet_s"),
        ('saldo = "ja"', "koppelen.saldo"),
    ],
)
def test_a_line_that_is_not_known_is_refused(read, line, told):
    with pytest.raises(InvalidScenarioError) as caught:
        read(f'basis = "plafond-12"\n[koppelen]\n{line}\n')
    assert told in melding_for(caught.value).tekst


def test_a_name_that_is_no_gemeente_is_refused(read):
    _, asked = read(DESIGN.replace("Middelburg", "Midelburg"))
    with pytest.raises(InvalidScenarioError) as caught:
        asked.fixed("koppelen.toml")
    assert "'Midelburg' is geen gemeente" in melding_for(caught.value).tekst


def test_classes_that_cross_are_refused():
    rules = [("1k", (1, 4)), ("2k", (1, 2))]
    own = [{"id": naam, "personen": sizes, "bron": "x"} for naam, sizes in rules]
    with pytest.raises(WoningklasseError):
        Koppelinstellingen.model_validate({"klasse": own}).klassen()


def test_a_class_keeps_its_source_and_tells_where_it_was_widened():
    rules = [("2k", (1, 2), "afspraak"), ("3k", (2, 3), "afspraak"), ("4k", (3, 5), "aanname")]
    own = [{"id": naam, "personen": sizes, "bron": bron} for naam, sizes, bron in rules]
    fields = {"klasse": own, "passend_toewijzen": "verruimd"}
    assert [k.bron for k in Koppelinstellingen.model_validate(fields).klassen()] == [
        "afspraak", "afspraak, verruimd vanaf 1 persoon", "aanname",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"stappen": ["band_gevolgd", "band_gevolgd"]}, "twee keer"),
        ({"klasse": [{"id": "x", "personen": [1, 2], "bron": "x"}]}, "eigen bestand met woningen"),
    ],
)
def test_a_choice_that_cannot_be_followed_is_refused(start, gegevens, fields, told):
    asked = Koppelinstellingen.model_validate(fields)
    with pytest.raises(KoppelinstellingError) as caught:
        choose(start, EigenAantallen(), asked, (), gegevens)
    assert told in melding_for(caught.value).tekst


def test_widened_a_single_person_may_live_in_a_3k_and_nobody_else_more(start, gegevens):
    asked = Koppelinstellingen(passend_toewijzen="verruimd", gebied="land")
    vraag = choose(start, EigenAantallen(), asked, (), gegevens)
    assert [(k.kleinste, k.grootste) for k in vraag.klassen] == [
        (1, 1), (1, 2), (1, 3), (3, 5), (4, 7), (6, 10),
    ]  # fmt: skip
    # S1 and S2 of the design: 1.281 single persons short, and none where they may take a 3k.
    families = (372, 1548, 3370, 3080, 1041, 158)
    need = vraag.huishoudens["Nederland"]
    assert check_passend(need, families, start.land.klassen).zonder_plek == {1: 1281}
    assert check_passend(need, families, vraag.klassen).zonder_plek == {}


@pytest.mark.parametrize(("gebied", "areas"), [("provincie", 12), ("arbeidsmarktregio", 36)])
def test_any_area_keeps_persons_and_dwellings(start, gegevens, gebied, areas):
    # Vijfheerenlanden and West Betuwe are in none of the 35 regions: together an area.
    asked = Koppelinstellingen(gebied=gebied, stappen=["minste_afwijking"])
    vraag = choose(start, EigenAantallen(), asked, (), gegevens)
    assert vraag.stappen == (Koppelstap.MINSTE_AFWIJKING,)
    assert len(vraag.huishoudens) == areas
    persons = sum(s * n for need in vraag.huishoudens.values() for s, n in need.items())
    assert persons == 13_000
    assert sum(sum(supply(vraag, naam)) for naam in vraag.huishoudens) == 9_569


def test_what_is_owed_is_asked_too_and_too_far_ahead_is_refused(start):
    asked = int(start.vraag.gemeenten.loc["GM0014", "taakstelling"])
    owed = with_saldo(start.vraag, {"GM0014": 7})
    assert owed.gemeenten.loc["GM0014", "taakstelling"] == asked + 7
    ahead = with_saldo(start.vraag, {"GM0014": -asked - 9})  # largest family 10: 9 is allowed
    assert ahead.gemeenten.loc["GM0014", "taakstelling"] == -9
    with pytest.raises(SaldoTooLowError):
        with_saldo(start.vraag, {"GM0014": -asked - 10})
    with pytest.raises(KoppelinstellingError):
        with_saldo(start.vraag, {"GM9999": 1})


@pytest.mark.parametrize("share", ["0.125", "0.004"])
def test_a_share_that_is_no_whole_percentage_is_refused(share):
    with pytest.raises(KoppelinstellingError):
        share_of(Scenario(halfjaar="2025-2", capaciteit={"maximum_aandeel": share}))
