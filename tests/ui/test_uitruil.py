"""Page 4: from an idea to a decision, and what happens when something is wrong."""

import json
from threading import Event

import pytest

from optimiser.io.gemeentegrenzen.embedded import names_on_map
from optimiser.register.opening import make_register, open_register
from optimiser.ui.widgets.tables import UNKNOWN
from optimiser.zicht.zicht import EVERYTHING
from tests.ui.uitruil_hand import ASSEN, EMMEN, GRONINGEN, add, held, press, step, verdict

REGION = "uitruil_gebied"


@pytest.fixture(autouse=True)
def register(tmp_path, monkeypatch):
    """A register of this test alone."""
    place = str(tmp_path / "register.sqlite")
    monkeypatch.setenv("TAAKSTELLING_REGISTER", place)
    return place


@pytest.fixture
def page(screen):
    return screen.goto("uitruil")


def test_an_agreement_is_tested_at_once(page):
    assert verdict(page) == ""
    add(page)
    assert page.errors() == []
    assert verdict(page) == "Kan doorgaan."
    rows = page.tables()["Toets per overeenkomst en gemeente"]["rows"]
    # Overeenkomst, gemeente, oordeel; formule, al bindend, deze, na.
    assert [row[:7] for row in rows] == [
        ["Uitruil 1", "Assen", "✔ mag", "50", "0", "−5", "45"],
        ["Uitruil 1", "Emmen", "✔ mag", "79", "0", "+5", "84"],
    ]
    assert "Over een provinciegrens" not in page.words()
    assert not any("uitruil toets" in one.value for one in page.app.code)
    assert any("uitruil toets" in line for line in page.opened("uitruil_delen"))


def test_two_provinces_are_a_warning_not_a_refusal(page):
    add(page, taker=GRONINGEN)
    assert verdict(page) == "Kan doorgaan."
    assert "Over een provinciegrens" in page.words()


def test_a_sum_other_than_zero_is_refused_with_the_difference(page):
    add(page)
    page.app.session_state["uitruil_tabel_1"] = {
        "edited_rows": {"1": {"verschil": 7}}, "added_rows": [], "deleted_rows": [],
    }  # fmt: skip
    page.app.run()
    assert verdict(page) == "Kan zo niet doorgaan."
    assert "De som is niet nul\\: het verschil is 2" in page.words()
    step(page, "Stukken")
    assert "Besluiten, brieven en het ruilbewijs komen hier" in page.app.info[-1].value


def test_typing_is_undone_and_redone(page):
    add(page)
    add(page, giver=EMMEN, taker=GRONINGEN, persons="3")
    assert len(held(page)) == 4
    press(page, "Ongedaan maken")
    assert len(held(page)) == 2
    press(page, "Opnieuw doen")
    assert held(page)[2] == ["Uitruil 2", EMMEN, -3]


def test_one_line_of_steps_holds_scenario_agreements_and_region(page):
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    add(page)
    page.goto("vergelijken")
    page.app.selectbox(key="halfjaar").set_value("2021-1").run()
    for _ in range(3):
        press(page, "Ongedaan maken")
    assert page.app.button(key="ongedaan_maken").disabled
    step(page.goto("uitruil"), "Gebied")
    assert (held(page), page.app.selectbox(key=REGION).value) == ([], None)
    for _ in range(3):
        press(page, "Opnieuw doen")
    step(page, "Gebied")
    assert page.app.selectbox(key=REGION).value == "Drenthe"
    assert held(page) == [["Uitruil 1", ASSEN, -5], ["Uitruil 1", EMMEN, 5]]
    assert '"2021-1"' in page.link()


@pytest.mark.parametrize("typed", ["veel", "2,5", "0", "-3"])
def test_a_fault_loses_nothing(page, typed):
    add(page)
    add(page, persons=typed)
    assert len(page.errors()) == 2 - (verdict(page) == "Kan doorgaan.")
    assert len(held(page)) == 2
    assert page.app.text_input(key="uitruil_aantal").value == typed
    assert page.app.selectbox(key="uitruil_van").value == ASSEN


def test_a_half_filled_row_stays_and_is_named(page):
    add(page, persons="")
    assert [row[2] for row in held(page)] == [None, None]
    assert any("Rij 1 \\(Assen\\)" in warning.value for warning in page.app.warning)
    assert verdict(page) == ""


def test_more_than_a_gemeente_has_is_refused(page):
    add(page, persons="500")
    assert verdict(page) == "Kan zo niet doorgaan."
    assert "komt onder nul" in page.words()


def test_a_region_shows_its_gemeenten_before_and_after(page):
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    add(page)
    step(page, "Gebied")
    (titel,) = [t for t in page.tables() if t.startswith("Drenthe")]
    shown = page.tables()[titel]
    before, change, after = shown["totals"][1:4]
    assert before == after
    assert change == "0"
    assert page.app.query_params["gebied"] in (
        "arbeidsmarktregio:Drenthe",
        ["arbeidsmarktregio:Drenthe"],
    )


def test_the_map_opens_on_the_region_and_shows_it_as_chosen(page):
    (drawn,) = page.maps()
    assert (drawn["gekozen"], drawn["uitsnede"]) == ([], [])
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    (drawn,) = page.maps()
    assert EMMEN in drawn["gekozen"]
    assert GRONINGEN not in drawn["gekozen"]
    codes = list(names_on_map())
    assert [codes[place] for place in drawn["uitsnede"]] == sorted(drawn["gekozen"])


def test_a_gemeente_that_went_up_in_another_is_named_below_the_map(visit):
    # Appingedam became part of Eemsdelta in 2021; the figures of 2021-1 are of 2020.
    page = visit('{"halfjaar":"2021-1"}')
    page.app.query_params["gebied"] = "eigen keuze:GM0003,GM0014"
    page.goto("uitruil")
    assert page.maps()[0]["namen"]["GM0003"] == "Appingedam"
    (told,) = [c.value for c in page.app.caption if "heringedeeld" in c.value]
    assert "Appingedam" in told
    assert "Groningen" not in told


def test_a_link_brings_region_and_agreements(visit):
    first = visit()
    first.goto("uitruil")
    add(first)
    text = first.app.query_params["afspraken"]
    second = visit()
    second.app.query_params["afspraken"] = text
    second.goto("uitruil")
    assert held(second) == [["Uitruil 1", ASSEN, -5], ["Uitruil 1", EMMEN, 5]]
    step(second, "Afspraken")
    assert verdict(second) == "Kan doorgaan."


def test_a_broken_link_is_told_and_changes_nothing(screen):
    screen.app.query_params["afspraken"] = '[["a","<script>"'
    screen.goto("uitruil")
    screen.app.run()
    assert "De afspraken in deze link kunnen niet worden geopend" in screen.errors()[0]


def test_search_cures_a_shortage_and_its_answer_goes_in_the_table(visit):
    wanted = '{"halfjaar":"2025-2","gemeenten":{"GM0114":{"kan":70}}}'
    page = visit(wanted).goto("uitruil")
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    # A limit is known, so the exchange is there without being asked for.
    assert "Gevonden voor Drenthe\\: 9 personen in 1 overeenkomst" in page.words()
    assert "Bewezen minimaal" in page.words()
    press(page, "Neem dit voorstel over")
    assert [row[1:] for row in held(page) if row[1] == EMMEN] == [[EMMEN, -9]]
    assert verdict(page) == "Kan doorgaan."


def test_a_slow_search_shows_its_time_and_can_be_given_up(page, monkeypatch):
    release = Event()
    slow = "optimiser.ui.uitruil.region.apart.find_uitruil_of_regio"
    monkeypatch.setattr(slow, lambda *_: release.wait(20))
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    press(page, "Zoek een uitruil")
    assert page.errors() == []
    press(page, "Afbreken")
    release.set()
    assert "Afbreken" not in [button.label for button in page.app.button]
    assert "Gevonden" not in page.words()


def test_a_limit_that_is_no_number_is_told_and_nothing_is_sought(page):
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    page.app.text_input(key="zoek_partners").set_value("twee")
    press(page, "Zoek een uitruil")
    assert "Dit is geen getal" in page.errors()[0]
    page.app.text_input(key="zoek_partners").set_value("1,5")
    press(page, "Zoek een uitruil")
    assert "geen heel aantal" in page.errors()[0]
    page.app.text_input(key="zoek_partners").set_value("0")
    press(page, "Zoek een uitruil")
    assert "Zo kan niet worden gezocht" in page.errors()[0]


def test_search_without_known_limits_says_why_it_finds_nothing(page):
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    press(page, "Zoek een uitruil")
    assert "is geen uitruil nodig" in page.words()
    assert "niet bekend hoeveel personen zij kunnen huisvesten" in page.words()


def test_papers_are_there_only_when_all_may_stand(page):
    step(page, "Stukken")
    labels = [button.label for button in page.app.get("download_button")]
    assert not any("Ruilbewijs" in label for label in labels)
    add(page)
    step(page, "Stukken")
    labels = [button.proto.label for button in page.app.get("download_button")]
    assert "Ruilbewijs (PDF)" in labels
    assert "Conceptbesluit van alle colleges samen (Word)" in labels


@pytest.mark.parametrize(
    ("now", "later", "told"),
    [
        ("2025-2", "2026-1", "Stukken voor 2026-1, alleen verschillen (ZIP)"),
        ("2025-1", "2025-2", "Stukken voor 2025-2 (ZIP)"),
    ],
)
def test_papers_of_a_later_half_year_have_numbers_where_these_are_known(visit, now, later, told):
    page = visit(f'{{"halfjaar":"{now}"}}').goto("uitruil")
    add(page)
    page.app.selectbox(key="uitruil_terug_in").set_value(later).run()
    step(page, "Stukken")
    labels = [button.proto.label for button in page.app.get("download_button")]
    assert told in labels


def test_reception_is_marked_on_every_line_and_never_in_the_link(page):
    page.app.session_state["opvang_tabel"] = {
        "edited_rows": {
            "0": {"gemeente": "Assen", "verschil": -5, "plekken": 20},
            "1": {"gemeente": "Emmen", "verschil": 5, "plekken": -20},
        },
        "added_rows": [],
        "deleted_rows": [],
    }
    step(page, "Stukken")
    (titel,) = [t for t in page.tables() if "doorrekening" in t]
    assert titel.startswith("NIET TOEGESTAAN")
    assert {row[0] for row in page.tables()[titel]["rows"]} == {"NIET TOEGESTAAN"}
    assert "afspraken" not in page.app.query_params
    assert not any("pvang" in b.proto.label for b in page.app.get("download_button"))


def test_an_agreement_is_deleted_without_a_mouse_and_comes_back(page):
    add(page)
    add(page, giver=EMMEN, taker=GRONINGEN, persons="3")
    page.app.selectbox(key="uitruil_weg").set_value("Hele overeenkomst Uitruil 1").run()
    press(page, "Verwijder")
    assert {row[0] for row in held(page)} == {"Uitruil 2"}
    press(page, "Ongedaan maken")
    assert len(held(page)) == 4


def test_of_many_agreements_one_is_shown_at_a_time_the_refused_first(visit):
    codes = [c for c in names_on_map() if c not in (ASSEN, EMMEN)][:14]
    rows = [["Laatste", codes[13], -1], ["Laatste", codes[12], 2]]
    for number, giver in enumerate(codes[:13]):
        rows[:0] = [[f"Ruil {number}", giver, -1], [f"Ruil {number}", EMMEN, 1]]
    page = visit()
    page.app.query_params["afspraken"] = json.dumps(rows)
    step(page.goto("uitruil"), "Afspraken")
    assert page.errors()[0].startswith("**Kan zo niet doorgaan.**")
    picker = page.app.selectbox(key="uitruil_bevindingen")
    assert picker.value == "Laatste"
    assert "De som is niet nul\\: het verschil is 1" in page.words()
    page.app.selectbox(key="uitruil_kaartje").set_value(EMMEN).run()
    assert "**Emmen** (Drenthe)" in page.words()
    assert not any("Ruil 1:" in part.label for part in page.app.expander)


def test_a_joint_facility_is_in_the_scenario_and_in_the_agreement(page, register):
    make_register(register, EVERYTHING).engine.dispose()
    add(page)
    page.app.text_input(key="vz_naam").set_value("De Haven")
    page.app.selectbox(key="vz_waar").set_value(EMMEN)
    page.app.session_state[f"uitruil_voorziening_plekken_{ASSEN}_{EMMEN}"] = {
        "edited_rows": {"0": {"plekken": 12}, "1": {"plekken": 8}},
        "added_rows": [],
        "deleted_rows": [],
    }
    page.app.run()
    press(page, "Voeg de tussenvoorziening toe")
    assert page.errors() == []
    (kept,) = json.loads(page.link())["capaciteit"]["plekken"]
    assert (kept["plekken"], kept["verdeling"]) == (20, {ASSEN: 12, EMMEN: 8})
    step(page, "Register")
    page.app.text_input(key="register_wie").set_value("Jansen")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    with open_register(register, EVERYTHING) as book:
        (facility,) = book.get(1).overeenkomst.voorzieningen
    assert (facility.gemeente, facility.plekken) == (EMMEN, 20)
    step(page, "Afspraken")
    press(page, "Haal weg")
    assert "De Haven" not in page.link()


def test_the_saldo_stands_beside_a_region_where_it_is_known(page, monkeypatch):
    where = "optimiser.ui.uitruil.region.picture.saldo_before"
    page.app.selectbox(key=REGION).set_value("Drenthe").run()
    (titel,) = [t for t in page.tables() if t.startswith("Drenthe")]
    without = page.tables()[titel]["rows"]
    monkeypatch.setattr(where, lambda _halfjaar: {EMMEN: 12, "GM0109": -3})
    page.app.run()
    rows = {row[0]: row for row in page.tables()[titel]["rows"]}
    assert len(rows["Emmen"]) == len(without[0]) + 1
    seen = (rows["Emmen"][2], rows["Coevorden"][2], rows["Hoogeveen"][2])
    assert seen == ("+12", "−3", UNKNOWN)
