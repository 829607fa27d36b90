"""A shared installation behind a proxy: who comes in, and what anybody else sees."""

import json
import time

import pytest

from optimiser.io.gegevens import read_embedded
from optimiser.ui.frame import admission, session
from tests.ui.shared_hand import WERKRUIMTES, refused, trail


@pytest.mark.usefixtures("proxy")
def test_who_the_proxy_brings_comes_in(screen):
    assert screen.errors() == []
    told = [one.value for one in screen.app.caption]
    assert "Aangemeld: jansen · werkruimte zeeland · rol analist" in told


def test_headers_without_the_secret_are_nothing(screen, proxy):
    proxy["X-Taakstelling-Geheim"] = []
    proxy["X-Forwarded-Groups"] = ["tst-bzk"]
    refused(screen, "geheim dat de proxy meestuurt")


def test_who_has_no_werkruimte_sees_nothing(screen, proxy):
    proxy["X-Forwarded-Groups"] = ["tst-anders"]
    refused(screen, "geen werkruimte")


@pytest.mark.usefixtures("proxy")
def test_a_broken_file_lets_nobody_in(screen, tmp_path):
    (tmp_path / "werkruimtes.toml").write_text("[[werkruimte]]\n", encoding="utf-8")
    refused(screen, "bevat fouten")


@pytest.mark.usefixtures("proxy")
def test_a_session_ends_after_eight_hours(screen, monkeypatch):
    assert screen.errors() == []
    now = time.time()
    monkeypatch.setattr(admission, "now", lambda: now + 8 * 3600 + 60)
    screen.app.run()
    refused(screen, "sessie is verlopen")


def test_a_session_is_of_one_user_and_groups_are_asked_again(screen, proxy):
    assert screen.errors() == []
    proxy["X-Forwarded-User"] = ["pieters"]
    screen.app.run()
    refused(screen, "sessie is verlopen")
    proxy["X-Forwarded-User"], proxy["X-Forwarded-Groups"] = ["jansen"], [""]
    screen.app.run()
    refused(screen, "geen werkruimte")


@pytest.mark.usefixtures("proxy")
def test_at_an_open_address_nobody_comes_in(screen, monkeypatch):
    monkeypatch.setattr(admission, "address", lambda: "0.0.0.0")
    refused(screen, "langs de proxy om")


def test_an_own_computer_that_listens_to_others_shows_nothing(screen, monkeypatch):
    monkeypatch.setattr(admission, "address", lambda: None)
    refused(screen, "vraagt niet wie er komt")


def links(screen):
    return [one.proto.label for one in screen.app.get("page_link")]


@pytest.mark.usefixtures("proxy")
def test_a_lezer_sees_and_does_not_compute(screen, tmp_path):
    file = tmp_path / "werkruimtes.toml"
    file.write_text(WERKRUIMTES.replace("analist", "lezer"), encoding="utf-8")
    assert "Optimaliseren" not in links(screen)
    assert "Gemeente" in links(screen)
    (message,) = screen.goto("optimaliseren").errors()
    assert "De pagina Optimaliseren vraagt om de rol analist" in message
    file.write_text(WERKRUIMTES, encoding="utf-8")
    assert screen.goto("optimaliseren").errors() == []


def test_the_name_with_a_step_is_that_of_the_login(screen, proxy):
    proxy["X-Forwarded-Groups"] = ["tst-bzk"]
    page = screen.goto("verloop")
    page.app.segmented_control(key="onderdeel").set_value("Leveringen").run()
    assert page.errors() == []
    (field,) = [one for one in page.app.text_input if one.label == "Uw naam"]
    assert (field.value, field.disabled) == ("jansen (bzk)", True)


@pytest.mark.usefixtures("proxy")
def test_an_analist_does_not_deliver(screen):
    page = screen.goto("verloop")
    page.app.segmented_control(key="onderdeel").set_value("Leveringen").run()
    assert page.errors() == []
    assert "Uw naam" not in [one.label for one in page.app.text_input]
    assert "Leveringen" in page.tables()


def test_a_beheerder_reads_who_did_what(screen, proxy):
    assert "Wie deed wat" not in sections(screen.goto("gegevens")).options
    proxy["X-Forwarded-Groups"] = ["tst-bzk"]
    page = screen.goto("gegevens")
    sections(page).set_value("Wie deed wat").run()
    assert page.errors() == []
    told = json.dumps(page.tables()["Wie deed wat"]["rows"])
    assert told.index("jansen (bzk)") < told.index("jansen (zeeland)")


def sections(page):
    return page.app.segmented_control(key="gegevens")


@pytest.mark.usefixtures("proxy")
def test_a_file_is_handed_out_after_it_stands_in_the_trail(tmp_path, monkeypatch):
    monkeypatch.setattr(admission.st, "session_state", {})
    made = admission.recorded(lambda: b"stuk", "besluit.docx")
    assert "besluit.docx" not in trail(tmp_path)
    assert made() == b"stuk"
    assert "besluit.docx" in trail(tmp_path)


def test_on_ones_own_computer_nothing_is_recorded(tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_SPOOR", str(tmp_path / "spoor.jsonl"))
    assert admission.recorded(b"stuk", "besluit.docx") == b"stuk"
    assert trail(tmp_path) == ""


def test_with_openid_connect_the_claims_say_who_comes(screen, claims):
    assert claims
    assert screen.errors() == []
    told = [one.value for one in screen.app.caption]
    assert "Aangemeld: jansen@zeeland.nl · werkruimte zeeland · rol analist" in told


def test_who_is_not_logged_in_or_too_long_ago_gets_a_button_and_nothing_else(screen, claims):
    claims["iat"] -= 8 * 3600
    assert [one.label for one in screen.app.button] == ["Aanmelden"]
    assert "sessie is verlopen" in screen.words()
    assert not screen.tables()
    claims.clear()
    screen.app.run()
    assert [one.label for one in screen.app.button] == ["Aanmelden"]


def test_the_headers_of_a_proxy_say_nothing_then(screen, claims, proxy):
    claims["groups"] = []
    proxy["X-Forwarded-Groups"] = ["tst-bzk"]
    refused(screen, "geen werkruimte")


def test_who_changes_workspace_begins_again(screen, proxy, tmp_path):
    proxy["X-Forwarded-Groups"] = ["tst-zeeland,tst-bzk"]
    content = own_file()
    screen.app.session_state["_eigen_cijfers"] = ("eigen.csv", content)
    page = screen.goto("gegevens")
    assert page.errors() == []
    page.app.selectbox(key="werkruimte").set_value("bzk").run()
    assert page.errors() == []
    assert "_eigen_cijfers" not in page.app.session_state
    assert "jansen (bzk)" in trail(tmp_path)
    assert "werkruimte bzk · rol beheerder" in page.app.caption[0].value


@pytest.mark.usefixtures("proxy")
def test_what_is_kept_is_of_the_area_as_it_is_now(tmp_path, monkeypatch):
    """A manager takes gemeenten out of a workspace: what was made with them is not shown."""
    monkeypatch.setattr(admission.st, "session_state", {})

    def kept():
        return session.kept("proef", "vraag", lambda: admission.zicht().sees("GM0687"))

    assert kept()
    file = tmp_path / "werkruimtes.toml"
    file.write_text(WERKRUIMTES.replace('"PV29"', '["GM0664"]'), encoding="utf-8")
    assert not kept()


def own_file():
    codes = read_embedded().gemeenten[2025][0].tabel.index
    return "\n".join(["gm_code;kan", *(f"{code};3" for code in codes)]).encode()
