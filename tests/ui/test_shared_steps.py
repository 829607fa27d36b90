"""A shared installation: who is kept out is written down, and a step asks for a recent login."""

import json
import time

import pytest

from optimiser.register.opening import make_register, open_register
from optimiser.teksten import melding_for
from optimiser.ui.frame import admission
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.states import Status
from optimiser.zicht.errors import LoginAgedError
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING
from tests.ui.shared_hand import refused, trail
from tests.ui.uitruil_hand import press, step


@pytest.mark.parametrize(
    ("header", "value", "who", "told"),
    [
        ("X-Taakstelling-Geheim", [], "(niet vastgesteld)", "Geen toegang"),
        ("X-Taakstelling-Geheim", ["t" * 40], "(niet vastgesteld)", "Geen toegang"),
        ("X-Forwarded-User", ["jansen", "minister"], "(niet vastgesteld)", "Geen toegang"),
        ("X-Forwarded-User", [], "(niet vastgesteld)", "U bent niet aangemeld"),
        ("X-Forwarded-Groups", ["tst-anders"], "jansen", "geen werkruimte ingericht"),
    ],
)
def test_who_is_refused_stands_in_the_trail_once(screen, proxy, tmp_path, header, value, who, told):
    proxy[header] = value
    assert screen.errors()
    screen.app.run()
    (line,) = [json.loads(one) for one in trail(tmp_path).splitlines()]
    assert (line["wat"], line["wie"], line["werkruimte"]) == ("toegang geweigerd", who, "")
    assert told in line["waarover"]
    assert "minister" not in trail(tmp_path)


@pytest.mark.usefixtures("proxy")
def test_an_expired_session_stands_in_the_trail(screen, tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_SESSIE_UREN", "1")
    assert screen.errors() == []
    later = time.time() + 3660
    monkeypatch.setattr(admission, "now", lambda: later)
    screen.app.run()
    refused(screen, "hoogstens 1 uur")
    assert "Uw sessie is verlopen" in trail(tmp_path).splitlines()[-1]


def test_a_step_asks_for_a_login_told_not_too_long_ago(proxy, monkeypatch):
    """Groups come with a connection: after an hour a step waits for a new one."""
    moment = [time.time()]
    monkeypatch.setattr(admission, "now", lambda: moment[0])
    monkeypatch.setattr(admission.st, "session_state", {})
    proxy["X-Forwarded-Groups"] = ["tst-bzk"]
    proxy["Sec-WebSocket-Key"] = ["een"]
    admission.zicht().require(Rol.VASTSTELLER, "Een stap")
    moment[0] += 3601
    with pytest.raises(LoginAgedError) as caught:
        admission.zicht().require(Rol.VASTSTELLER, "Een stap")
    assert "Laad de pagina" in str(melding_for(caught.value))
    admission.zicht().require(Rol.ANALIST, "Rekenen")
    proxy["Sec-WebSocket-Key"] = ["twee"]  # a new connection: the proxy told again who comes
    admission.zicht().require(Rol.VASTSTELLER, "Een stap")
    monkeypatch.setenv("TAAKSTELLING_STAP_MINUTEN", "1")
    moment[0] += 61
    with pytest.raises(LoginAgedError):
        admission.zicht().require(Rol.BEHEERDER, "Het spoor lezen")


@pytest.mark.usefixtures("proxy")
def test_who_is_logged_in_long_ago_reads_what_a_step_asks(screen, monkeypatch):
    assert screen.errors() == []
    assert "opnieuw voor een stap" not in screen.app.caption[0].value
    later = time.time() + 3660
    monkeypatch.setattr(admission, "now", lambda: later)
    screen.app.run()
    assert screen.errors() == []
    assert "laad de pagina opnieuw voor een stap" in screen.app.caption[0].value


def test_who_left_a_group_takes_no_step_on_an_open_page(screen, proxy, tmp_path, monkeypatch):
    """The groups of an open page are those of an hour ago: the step is refused, nothing changes."""
    place = str(tmp_path / "register.sqlite")
    deal = overeenkomst("Ruil", "2025-2", {"GM0664": -1, "GM0687": 1})
    with make_register(place, EVERYTHING) as book:
        book.add(deal, "Jan")
    monkeypatch.setenv("TAAKSTELLING_REGISTER", place)
    proxy["X-Forwarded-Groups"] = ["tst-bzk"]
    page = screen.goto("uitruil")
    step(page, "Register")
    page.app.selectbox(key="register_nummer").set_value(1).run()
    later = time.time() + 3660
    monkeypatch.setattr(admission, "now", lambda: later)
    press(page, "Laat vervallen")
    assert "Laad de pagina eerst opnieuw" in page.errors()[0]
    with open_register(place, EVERYTHING) as book:
        assert book.kop().aantal == 1
    proxy["Sec-WebSocket-Key"] = ["een nieuwe verbinding"]
    press(page, "Laat vervallen")
    with open_register(place, EVERYTHING) as book:
        assert book.get(1).status is Status.VERVALLEN


def test_with_openid_connect_the_token_tells_how_old_a_login_is(claims, monkeypatch):
    monkeypatch.setattr(admission.st, "session_state", {})
    claims["groups"] = ["tst-bzk"]
    admission.zicht().require(Rol.VASTSTELLER, "Een stap")
    claims["iat"] -= 3600
    with pytest.raises(LoginAgedError):
        admission.zicht().require(Rol.VASTSTELLER, "Een stap")


@pytest.mark.parametrize("given", ["0", "25", "acht", "-1", "1.5"])
def test_a_length_of_session_that_is_none_lets_nobody_in(screen, proxy, monkeypatch, given):
    assert proxy
    monkeypatch.setenv("TAAKSTELLING_SESSIE_UREN", given)
    refused(screen, "moet een getal van 1 tot 24 zijn")
