"""A shared installation with a login of its own, against a provider that really signs."""

import json
import time

import pytest

from tests.e2e.conftest import Visit, fresh_server
from tests.e2e.identity import CLIENT, WORD, provider

pytest.importorskip("authlib", reason="pip install 'taakstelling-optimiser[gedeeld]'")

COOKIE = "_streamlit_user"
COOKIE_SECRET = "c" * 40
HOURS = 3600
WERKRUIMTES = """[[werkruimte]]
id = "zeeland"
groep = "tst-zeeland"
gebied = "PV29"
rol = "vaststeller"

[[werkruimte]]
id = "bzk"
groep = "tst-bzk"
gebied = "NL"
rol = "beheerder"
"""
SECRETS = """[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{cookie}"
client_id = "{client}"
client_secret = "{word}"
server_metadata_url = "{url}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def identity():
    with provider() as found:
        yield found


@pytest.fixture(scope="module")
def app(identity, tmp_path_factory):
    folder = tmp_path_factory.mktemp("oidc")
    (folder / "werkruimtes.toml").write_text(WERKRUIMTES, encoding="utf-8")
    told = SECRETS.format(cookie=COOKIE_SECRET, client=CLIENT, word=WORD, url=identity.url)
    (folder / "secrets.toml").write_text(told, encoding="utf-8")
    surroundings = {
        "TAAKSTELLING_WERKRUIMTES": str(folder / "werkruimtes.toml"),
        "TAAKSTELLING_AANMELDING": "oidc",
        "TAAKSTELLING_SPOOR": str(folder / "spoor.jsonl"),
        "XDG_DATA_HOME": str(folder),
        "NO_PROXY": "127.0.0.1",
    }
    with fresh_server(surroundings, "--secrets.files", str(folder / "secrets.toml")) as url:
        yield url


@pytest.fixture
def window(browser, app):
    """A window of somebody who was not here before."""
    context = browser.new_context()
    yield Visit(context, app)
    context.close()


def opened(window, path=""):
    window.page.goto(f"{window.address}/{path}")
    return window


def log_in(window, who):
    """Press the button, and be somebody at the provider."""
    window.page.get_by_role("button", name="Aanmelden", exact=True).click()
    with window.page.expect_response(lambda one: "/oauth2callback" in one.url):
        window.page.get_by_role("link", name=who, exact=True).click()
    return window


def sees(window, text):
    window.page.get_by_text(text).first.wait_for()


def nothing_but_the_button(window):
    """See that there is a button to log in and nothing of any page."""
    window.page.get_by_role("button", name="Aanmelden", exact=True).wait_for()
    told = window.text()
    assert "Aangemeld:" not in told
    assert "personen" not in told
    assert window.page.locator(".st-key-navigatie, .st-key-voet").count() == 0


def test_who_logs_in_comes_in_by_group_and_who_logs_out_is_out(window, identity):
    identity.who = {"jansen": {"groups": ["anders", "tst-zeeland"]}}
    nothing_but_the_button(opened(window, "gemeente"))
    sees(log_in(window, "jansen"), "Aangemeld: jansen · werkruimte zeeland · rol vaststeller")
    window.page.reload()
    sees(window, "Aangemeld: jansen")
    window.page.get_by_role("button", name="Afmelden", exact=True).click()
    nothing_but_the_button(window)
    nothing_but_the_button(opened(window, "uitruil"))


@pytest.mark.parametrize("groups", [["anders"], [], ["TST-ZEELAND"]])
def test_a_group_without_a_workspace_is_refused(window, identity, groups):
    identity.who = {"pieters": {"groups": groups}}
    sees(log_in(opened(window), "pieters"), "geen werkruimte")
    assert "personen" not in window.text()


def test_groups_that_are_no_list_are_refused(window, identity):
    identity.who = {"pieters": {"groups": "tst-bzk"}}
    sees(log_in(opened(window), "pieters"), "geen lijst van namen")
    nothing_but_the_button(window)


def test_a_session_that_is_too_old_is_refused(window, identity):
    identity.who = {"oud": {"groups": ["tst-bzk"], "seconds_old": 8 * HOURS + 60}}
    sees(log_in(opened(window), "oud"), "sessie is verlopen")
    nothing_but_the_button(window)


def test_a_session_that_becomes_too_old_while_one_works_is_refused_at_the_next_step(
    window, identity
):
    left = 15
    identity.who = {"bakker": {"groups": ["tst-bzk"], "seconds_old": 8 * HOURS - left}}
    sees(log_in(opened(window), "bakker"), "Aangemeld: bakker · werkruimte bzk")
    time.sleep(left + 1)
    window.page.get_by_role("link", name="Gemeente", exact=True).click()
    sees(window, "sessie is verlopen")
    nothing_but_the_button(window)


@pytest.mark.parametrize("wrong", [{"aud": "een-andere-app"}, {"nonce": "x"}, {"iss": "http://x"}])
def test_a_token_for_another_is_refused(window, identity, wrong):
    identity.who = {"jansen": {"groups": ["tst-bzk"]} | wrong}
    log_in(opened(window), "jansen")
    nothing_but_the_button(opened(window))


def test_a_token_with_a_signature_of_another_is_refused(window, identity):
    identity.who, identity.forging = {"jansen": {"groups": ["tst-bzk"]}}, {"jansen"}
    log_in(opened(window), "jansen")
    identity.forging = set()
    nothing_but_the_button(opened(window))


def forged(secret, app):
    """Return a cookie as the app would make one, signed with a secret."""
    from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

    told = {"preferred_username": "minister", "groups": ["tst-bzk"], "iat": int(time.time())}
    told |= {"origin": app, "is_logged_in": True}
    return create_signed_value(secret, COOKIE, json.dumps(told)).decode()


def with_cookie(window, value):
    window.page.context.add_cookies([{"name": COOKIE, "value": value, "url": window.address}])
    return opened(window)


def test_a_cookie_that_the_app_did_not_sign_is_nothing(window, app):
    # With the right secret it is one, so what is tried here is the signature.
    sees(with_cookie(window, forged(COOKIE_SECRET, app)), "Aangemeld: minister · werkruimte bzk")
    for value in (forged("d" * 40, app), forged("", app), "minister"):
        nothing_but_the_button(with_cookie(window, value))


def test_a_cookie_that_was_changed_is_nothing(window, identity):
    identity.who = {"jansen": {"groups": ["tst-zeeland"]}}
    sees(log_in(opened(window), "jansen"), "Aangemeld: jansen")
    (mine,) = [one for one in window.page.context.cookies() if one["name"] == COOKIE]
    other = "A" if mine["value"][10] != "A" else "B"
    nothing_but_the_button(with_cookie(window, f"{mine['value'][:10]}{other}{mine['value'][11:]}"))
