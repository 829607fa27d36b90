"""Who comes in through a proxy; every way past it is refused."""

import pytest

from optimiser.zicht.errors import (
    LoginExpiredError,
    NoLoginError,
    NoWerkruimteError,
    ProxyBypassedError,
)
from optimiser.zicht.login import Login, login_from_claims, login_from_headers
from optimiser.zicht.shared import LoginVia, Shared
from optimiser.zicht.werkruimte import Rol, Werkruimte, Werkruimtes

SECRET = "a" * 31 + "Z"
GOOD = {
    "X-Forwarded-User": ["jansen"],
    "X-Forwarded-Groups": ["tst-zeeland, tst-regio"],
    "X-Taakstelling-Geheim": [SECRET],
}


def come(**changes):
    given = GOOD | {name.replace("_", "-"): values for name, values in changes.items()}
    return login_from_headers(lambda name: given.get(name, []), SECRET)


def test_the_proxy_says_who_it_is():
    assert come() == Login("jansen", frozenset({"tst-zeeland", "tst-regio"}))


@pytest.mark.parametrize("given", [[], [""], ["a" * 32], [SECRET[:-1]], [SECRET, SECRET]])
def test_without_the_secret_nobody_is_believed(given):
    with pytest.raises(ProxyBypassedError):
        come(X_Taakstelling_Geheim=given)


def test_an_app_without_a_secret_believes_nobody():
    with pytest.raises(ProxyBypassedError):
        login_from_headers(lambda name: {**GOOD, "X-Taakstelling-Geheim": [""]}.get(name, []), "")


@pytest.mark.parametrize("name", ["X_Forwarded_User", "X_Forwarded_Groups"])
def test_a_header_that_a_visitor_added_beside_that_of_the_proxy_is_refused(name):
    with pytest.raises(ProxyBypassedError):
        come(**{name: ["tst-bzk", "tst-zeeland"]})


@pytest.mark.parametrize("given", [[], [""], ["  "], ["\x07"], ["x" * 77]])
def test_a_name_that_cannot_be_kept_is_no_login(given):
    with pytest.raises(NoLoginError):
        come(X_Forwarded_User=given)


def test_a_name_in_utf_8_is_read_as_the_proxy_meant_it():
    assert come(X_Forwarded_User=["René".encode().decode("latin-1")]).wie == "René"


def shared(via=LoginVia.PROXY, **more):
    lines = (
        Werkruimte(id="zeeland", groep="tst-zeeland", gebied="PV29", rol="analist"),
        Werkruimte(id="zeeland", groep="tst-vast", gebied="PV29", rol="vaststeller"),
        Werkruimte(id="bzk", groep="tst-bzk", gebied="NL", rol="lezer"),
    )
    areas = {"zeeland": frozenset({"GM0664"}), "bzk": None}
    return Shared(via, Werkruimtes(lines, areas), SECRET, **more)


def test_of_two_groups_in_one_werkruimte_the_highest_role_counts():
    seen = shared().zicht_of(Login("jansen", frozenset({"tst-zeeland", "tst-vast"})))
    assert (seen.werkruimte, seen.rol) == ("zeeland", Rol.VASTSTELLER)
    assert seen.sees("GM0664")
    assert not seen.sees("GM0014")


def test_nobody_chooses_a_werkruimte_of_another():
    only = Login("jansen", frozenset({"tst-zeeland"}))
    assert shared().zicht_of(only, "bzk").werkruimte == "zeeland"
    both = Login("jansen", frozenset({"tst-zeeland", "tst-bzk"}))
    assert shared().zicht_of(both, "bzk").alles


def test_who_is_in_no_group_of_a_werkruimte_does_not_come_in():
    with pytest.raises(NoWerkruimteError):
        shared().zicht_of(Login("jansen", frozenset({"tst"})))


@pytest.mark.parametrize("adres", [None, "0.0.0.0", "192.168.1.20", "werk.nl", ""])
def test_behind_a_proxy_the_app_listens_on_this_computer_only(adres):
    with pytest.raises(ProxyBypassedError):
        shared().require_address(adres)
    with pytest.raises(ProxyBypassedError):
        shared(open_to_all=True).require_address(adres)
    with pytest.raises(ProxyBypassedError):
        Shared().require_address(adres)
    shared(LoginVia.OIDC).require_address(adres)
    Shared(open_to_all=True).require_address(adres)


def test_on_this_computer_it_may_listen():
    shared().require_address("127.0.0.1")
    Shared().require_address("localhost")


NOW = 1_780_000_000
CLAIMS = {"preferred_username": "jansen", "groups": ["tst-zeeland"], "iat": NOW - 60}


def test_the_identity_provider_says_who_it_is():
    with pytest.raises(LoginExpiredError):
        login_from_claims(CLAIMS | {"iat": NOW - 3601}, NOW, 1)
    assert login_from_claims(CLAIMS, NOW) == Login("jansen", frozenset({"tst-zeeland"}))
    without = {name: value for name, value in CLAIMS.items() if name != "preferred_username"}
    assert login_from_claims(without | {"email": "j@x.nl"}, NOW).wie == "j@x.nl"


@pytest.mark.parametrize("iat", [NOW - 8 * 3600 - 1, NOW + 3600, None, "vandaag", True])
def test_a_login_of_more_than_eight_hours_ago_or_of_no_known_time_is_over(iat):
    with pytest.raises(LoginExpiredError):
        login_from_claims(CLAIMS | {"iat": iat}, NOW)


@pytest.mark.parametrize(
    "claims",
    [{}, CLAIMS | {"preferred_username": ""}, CLAIMS | {"groups": "tst"}, CLAIMS | {"groups": [1]}],
)
def test_claims_that_do_not_tell_who_are_no_login(claims):
    with pytest.raises(NoLoginError):
        login_from_claims(claims, NOW)
