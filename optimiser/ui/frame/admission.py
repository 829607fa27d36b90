"""Who comes, and what is in view: asked again at every run and in every callback, never kept.

On one's own computer nobody is asked. What a session keeps is when it began, who began it and
which of their workspaces was chosen.
"""

from collections.abc import Callable
from time import time as now

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.io.sharing.settings import read_shared
from optimiser.io.sharing.spoor_file import add_spoor
from optimiser.teksten import melding_for
from optimiser.zicht.errors import REFUSALS, LoginExpiredError, NoLoginError
from optimiser.zicht.login import (
    Login,
    login_from_claims,
    login_from_headers,
    require_fresh,
)
from optimiser.zicht.shared import LoginVia, Shared
from optimiser.zicht.spoor import SpoorSoort, now_done
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht

_BEGAN, _CHOSEN, _TOLD = "_sessie", "werkruimte", "_aangemeld_in"
#: When the proxy told who comes, on which connection; and the refusal that is in the trail.
_HANDSHAKE, _REFUSED = "_verbinding", "_geweigerd"


def zicht() -> Zicht:
    """Return what is in view; every query of register and data point asks for it.

    Raises
    ------
    OptimiserError
        If whoever comes may not come in; see ``optimiser.zicht.errors``.
    """
    shared = read_shared()
    if shared.via is LoginVia.NIEMAND:
        shared.require_address(address())
        return EVERYTHING
    try:
        shared.require_address(address())
        who = _login(shared)
        return shared.zicht_of(who, st.session_state.get(_CHOSEN), _age(shared))
    except REFUSALS as error:
        _record_refusal(error)
        raise


def login() -> Login | None:
    """Return who is logged in; None on one's own computer.

    Raises
    ------
    OptimiserError
        As ``zicht``.
    """
    shared = read_shared()
    return None if shared.via is LoginVia.NIEMAND else _login(shared)


def may(rol: Rol) -> bool:
    """Tell whether whoever comes may do what a role may; raises as ``zicht``."""
    return zicht().may(rol)


def signature() -> str | None:
    """Return who takes a step, as it is kept; None on one's own computer, where it is typed."""
    who = login()
    return None if who is None else who.signature(zicht())


def recorded(make: Callable[[], bytes] | bytes, naam: str) -> Callable[[], bytes] | bytes:
    """Return what makes a file, such that handing it out stands in the audit trail first.

    On one's own computer nothing is kept.
    """
    who = login()
    if who is None:
        return make
    told = (who.signature(zicht()), zicht().werkruimte)

    def made() -> bytes:
        add_spoor(now_done(*told, SpoorSoort.STUK, naam))
        return make() if callable(make) else make

    return made


def offer_login() -> None:
    """With OpenID Connect: a button to log in, and nothing else, until somebody is."""
    if read_shared().via is not LoginVia.OIDC:
        return
    try:
        login()
    except (NoLoginError, LoginExpiredError) as error:
        if claims():  # who is not logged in yet is not refused
            _record_refusal(error)
        told = melding_for(error)
        st.title("Taakstelling")
        st.markdown(f"{told.titel}. {told.tekst}")
        st.button("Aanmelden", on_click=st.login, key="aanmelden")
        st.stop()


def show_login() -> None:
    """Show who is logged in and in which workspace; who has several chooses."""
    who = login()
    if who is None:
        return
    mine, seen = read_shared().werkruimtes_of(who), zicht()
    if st.session_state.get(_TOLD) != seen.werkruimte:
        record(SpoorSoort.AANGEMELD)
        st.session_state[_TOLD] = seen.werkruimte
    with st.container(horizontal=True, vertical_alignment="center", key="aanmelding"):
        old = " · laad de pagina opnieuw voor een stap" if seen.aged else ""
        st.caption(f"Aangemeld: {who.wie} · werkruimte {seen.werkruimte} · rol {seen.rol}{old}")
        if read_shared().via is LoginVia.OIDC:
            st.button("Afmelden", on_click=st.logout, key="afmelden")
        if len(mine) > 1:
            st.selectbox("Werkruimte", list(mine), key=_CHOSEN, width=240, on_change=begin_again)


def begin_again() -> None:
    """Forget what was brought, asked and computed in the workspace that is left."""
    for name in [key for key in st.session_state if key not in {_BEGAN, _HANDSHAKE, _CHOSEN}]:
        del st.session_state[name]
    st.query_params.clear()


def record(soort: SpoorSoort, waarover: str = "") -> None:
    """Add to the audit trail what whoever is logged in does now; on one's own computer nothing."""
    who = login()
    if who is not None:
        seen = zicht()
        add_spoor(now_done(who.signature(seen), seen.werkruimte, soort, waarover))


def _login(shared: Shared) -> Login:
    """Return who comes, if the session is theirs and not too old."""
    if shared.via is LoginVia.OIDC:
        found = login_from_claims(claims(), now(), shared.hours)
    else:
        found = login_from_headers(headers, shared.secret)
    wie, began = st.session_state.setdefault(_BEGAN, (found.wie, now()))
    if wie != found.wie:
        raise LoginExpiredError(uren=shared.hours)
    require_fresh(began, now(), shared.hours)
    return found


def _age(shared: Shared) -> float:
    """Return how long ago it was told who comes and in which groups [seconds].

    A proxy tells it when a connection is made, and each has a key of its own.
    """
    if shared.via is LoginVia.OIDC:
        return now() - float(str(claims()["iat"]))
    key = headers("Sec-WebSocket-Key")
    known, told = st.session_state.get(_HANDSHAKE, (None, 0.0))
    if known != key:
        told = now()
        st.session_state[_HANDSHAKE] = (key, told)
    return float(now() - told)


def _record_refusal(error: OptimiserError) -> None:
    """Add to the audit trail that somebody was kept out and why, once per session and reason.

    Who it is was not established, but for who is known and has no workspace.
    """
    who = str(error.params.get("wie", "(niet vastgesteld)"))
    told = (error.code, who)
    if st.session_state.get(_REFUSED) != told:
        add_spoor(now_done(who, "", SpoorSoort.GEWEIGERD, melding_for(error).titel))
        st.session_state[_REFUSED] = told


def claims() -> dict[str, object]:
    """Return what the identity provider said of who is logged in; empty if nobody is."""
    return dict(st.user) if getattr(st.user, "is_logged_in", False) else {}


def headers(name: str) -> list[str]:
    """Return every value of a header of the connection this session has."""
    return st.context.headers.get_all(name)


def address() -> str | None:
    """Return at which address the server listens; None: at every one of this machine."""
    found = st.get_option("server.address")
    return None if found is None else str(found)
