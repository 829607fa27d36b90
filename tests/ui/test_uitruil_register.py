"""Page 4: the register, with somebody else at work in it."""

from datetime import date

import pytest

from optimiser.register.approval import Goedkeuring
from optimiser.register.opening import make_register, open_register
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.zicht import EVERYTHING
from tests.ui.uitruil_hand import ASSEN, EMMEN, GRONINGEN, add, press, step, verdict


@pytest.fixture(autouse=True)
def register(tmp_path, monkeypatch):
    """A register of this test alone."""
    place = str(tmp_path / "register.sqlite")
    make_register(place, EVERYTHING).engine.dispose()
    monkeypatch.setenv("TAAKSTELLING_REGISTER", place)
    return place


def agree(place, who):
    """Let both colleges approve, elsewhere."""
    with open_register(place, EVERYTHING) as book:
        for versie, code in enumerate((ASSEN, EMMEN), start=1):
            book.approve(1, versie, Goedkeuring(code, who, date(2025, 5, 1), "Z-1"), who)


@pytest.fixture
def page(screen):
    return screen.goto("uitruil")


def test_the_register_follows_an_agreement_and_warns_who_comes_second(page, register):
    add(page)
    step(page, "Register")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    assert "Vul eerst uw naam in" in page.errors()[0]
    page.app.text_input(key="register_wie").set_value("Jansen")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    assert page.tables()["Register van overeenkomsten"]["rows"][0][:3] == [
        "Uitruil 1", "1", "concept",
    ]  # fmt: skip
    page.app.selectbox(key="register_nummer").set_value(1).run()
    # Somebody else takes the step between what is on the screen and the press.
    agree(register, "De Vries")
    press(page, "Laat vervallen")
    assert "Iemand anders heeft deze overeenkomst intussen gewijzigd" in page.errors()[0]
    assert open_register(register, EVERYTHING).get(1).status is Status.AKKOORD
    page.app.run()
    press(page, "Gemeld aan COA, provincie en BZK")
    assert [v.wie for v in open_register(register, EVERYTHING).history(1)] == [
        "Jansen", "De Vries", "De Vries", "Jansen",
    ]  # fmt: skip


def test_what_is_agreed_already_counts_in_the_test(page, register):
    book = open_register(register, EVERYTHING)
    book.add(overeenkomst("Eerder", "2025-2", {ASSEN: -48, EMMEN: 48}), "Jansen")
    book.engine.dispose()
    agree(register, "Jansen")
    add(page)
    assert verdict(page) == "Kan zo niet doorgaan."
    assert "dezelfde personen tellen twee keer" in page.words()


def test_a_register_that_cannot_be_read_does_not_stop_the_test(page, monkeypatch, tmp_path):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "geen" / "map.sqlite"))
    add(page)
    assert verdict(page) == "Kan doorgaan."
    (told,) = [warning.value for warning in page.app.warning if "niet getoetst" in warning.value]
    assert r"staat geen register\: map\.sqlite" in told
    assert str(tmp_path) not in told


def test_persons_who_go_back_stay_open_until_both_half_years_are_done(page):
    add(page)
    page.app.selectbox(key="uitruil_terug_in").set_value("2026-1").run()
    step(page, "Register")
    page.app.text_input(key="register_wie").set_value("Jansen")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    page.app.selectbox(key="register_nummer").set_value(1).run()
    for _ in (ASSEN, EMMEN):
        page.app.text_input(key="akkoord_namens").set_value("De Boer")
        page.app.text_input(key="akkoord_zaak").set_value("Z-7")
        press(page, "Leg deze goedkeuring vast")
    press(page, "Gemeld aan COA, provincie en BZK")
    press(page, "Verwerkt in 2025-2")
    (row,) = page.tables()["Register van overeenkomsten"]["rows"]
    assert row[2] == "gemeld"
    assert row[5] == "2026-1"
    press(page, "Verwerkt in 2026-1")
    (row,) = page.tables()["Register van overeenkomsten"]["rows"]
    assert row[2] == "verwerkt"
    assert row[5] == "niets"


def test_the_head_and_the_approvals_are_on_the_page(page, register):
    add(page)
    step(page, "Register")
    page.app.text_input(key="register_wie").set_value("Jansen")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    with open_register(register, EVERYTHING) as book:
        told = str(book.kop())
    assert any(told in caption.value for caption in page.app.caption)
    page.app.selectbox(key="register_nummer").set_value(1).run()
    page.app.text_input(key="akkoord_namens").set_value("De Boer")
    press(page, "Leg deze goedkeuring vast")
    assert "het zaaknummer" in page.errors()[0]
    page.app.text_input(key="akkoord_namens").set_value("De Boer")
    page.app.text_input(key="akkoord_zaak").set_value("Z-7")
    press(page, "Leg deze goedkeuring vast")
    assert "De Boer" in page.words()
    page.app.text_input(key="akkoord_reden").set_value("toch niet")
    press(page, "Trek in")
    with open_register(register, EVERYTHING) as book:
        assert [one.wat for one in book.history(1)] == ["toegevoegd", "goedgekeurd", "terug"]
        assert book.get(1).wacht_op == (ASSEN, EMMEN)


def test_a_part_goes_back_and_what_does_not_close_is_told(page, register):
    add(page)
    page.app.selectbox(key="uitruil_terug_in").set_value("2026-1").run()
    page.app.session_state["uitruil_tabel_2"] = {
        "edited_rows": {"0": {"terug": 2}}, "added_rows": [], "deleted_rows": [],
    }  # fmt: skip
    page.app.run()
    assert any("telt op tot −3" in warning.value for warning in page.app.warning)
    page.app.session_state["uitruil_tabel_2"] = {
        "edited_rows": {"0": {"terug": 2}, "1": {"terug": -2}},
        "added_rows": [],
        "deleted_rows": [],
    }
    page.app.run()
    back = page.tables()["Toets van wat teruggaat in 2026-1"]["rows"]
    assert [row[1:] for row in back] == [
        ["Assen", "✔ mag", "niet bekend", "0", "+2", "niet bekend"],
        ["Emmen", "✔ mag", "niet bekend", "0", "−2", "niet bekend"],
    ]
    step(page, "Register")
    page.app.text_input(key="register_wie").set_value("Jansen")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    with open_register(register, EVERYTHING) as book:
        first, later = book.get(1).overeenkomst.termijnen
    assert first.verschillen == ((ASSEN, -5), (EMMEN, 5))
    assert (later.halfjaar, later.verschillen) == ("2026-1", ((ASSEN, 2), (EMMEN, -2)))
    press(page, "Zet in de tabel")
    assert page.app.selectbox(key="uitruil_terug_in").value == "2026-1"


def test_the_register_is_filtered_and_says_what_the_data_point_does_not_know(page, register):
    with open_register(register, EVERYTHING) as book:
        book.add(overeenkomst("Een", "2025-2", {ASSEN: -4, EMMEN: 4}), "Jansen")
        book.add(overeenkomst("Twee", "2025-2", {GRONINGEN: -4, EMMEN: 4}), "Jansen")
    step(page, "Register")
    page.app.selectbox(key="register_bij_gemeente").set_value(GRONINGEN).run()
    rows = page.tables()["Register van overeenkomsten"]["rows"]
    assert [row[0] for row in rows] == ["Twee"]
    parties = page.tables()["Per gemeente: afgesproken en gerealiseerd"]["rows"]
    assert [row[1:3] + row[5:7] for row in parties] == [
        ["Emmen", "+4", "niet bekend", "niet bekend"],
        ["Groningen", "−4", "niet bekend", "niet bekend"],
    ]
    page.app.selectbox(key="register_bij_status").set_value("akkoord").run()
    assert "Geen overeenkomst past bij deze keuze" in page.app.info[-1].value


def test_the_same_exchange_once_more_must_be_confirmed(page, register):
    with open_register(register, EVERYTHING) as book:
        book.add(overeenkomst("Eerder", "2025-2", {ASSEN: -5, EMMEN: 5}), "Jansen")
    add(page)
    step(page, "Register")
    page.app.text_input(key="register_wie").set_value("Jansen")
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    assert "lijkt er al te staan" in page.errors()[0]
    page.app.checkbox(key="register_nogmaals").check().run()
    press(page, "Zet de afspraken uit de tabel als concept in het register")
    assert page.errors() == []
    assert open_register(register, EVERYTHING).kop().aantal == 2
