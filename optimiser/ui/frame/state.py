"""The one scenario that travels through all pages: read it, adjust it, undo.

Streamlit's session state holds texts only: the scenario as JSON, the steps to undo (``history``),
and which addresses this session wrote. Answers and tables are never in it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.io.scenarios import scenario_from
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import melding_for
from optimiser.ui.frame.history import HISTORY, AddressPart
from optimiser.ui.frame.link import PARAMETER, InvalidLinkError, from_link, to_link
from optimiser.ui.frame.meldingen import announce, guarded
from optimiser.ui.frame.naming import named

SCENARIO = "_scenario"
_ADDRESS = AddressPart(PARAMETER)


def latest_halfjaar() -> str:
    """Return the last half-year whose national number and figures are both known."""
    return read_gegevens().known_halfjaren[0]


def default_scenario() -> Scenario:
    """Return the statutory question of the latest known half-year."""
    return Scenario(halfjaar=latest_halfjaar())


def scenario() -> Scenario:
    """Return the scenario of this session."""
    if SCENARIO not in st.session_state:
        st.session_state[SCENARIO] = default_scenario().model_dump_json()
    return _read(st.session_state[SCENARIO])


@lru_cache(maxsize=200)
def _read(text: str) -> Scenario:
    """Read a scenario once: a page asks for it some 25 times, and nobody can change it."""
    return Scenario.model_validate_json(text)


def choose(wanted: Scenario) -> None:
    """Make this the scenario; the one before can be had back with ``HISTORY.undo``."""
    scenario()  # there is one before the first change
    HISTORY.record(SCENARIO, wanted.model_dump_json())


def adjust(**changes: object) -> None:
    """Change fields of the scenario; its name and title follow.

    Raises
    ------
    OptimiserError
        If a change does not fit; the scenario then stays as it was.

    Examples
    --------
    ``adjust(sleutel="woningvoorraad")``;
    ``adjust(grenzen=scenario().grenzen.adjusted(bodem="0.5"))``.
    """
    before = scenario()
    after = scenario_from(before.model_dump() | changes, "dit scherm")
    if after != before:
        choose(named(after, before))


def bound(key: str, value: object, apply: Callable[[Any], None]) -> dict[str, Any]:
    """Return the arguments that tie a widget to the scenario.

    The widget always shows ``value``; what the user picks goes through ``apply``, which usually
    calls ``adjust``. A refused pick is explained above the page and the widget jumps back.

    Parameters
    ----------
    key
        Dutch, unique over all pages.
    value
        What the scenario says now.
    apply
        Called with the user's pick, before the page is drawn again.

    Examples
    --------
    ``st.selectbox("Sleutel", keys, **bound("sleutel", s.sleutel, lambda v: adjust(sleutel=v)))``
    """
    st.session_state[key] = value

    def changed() -> None:
        apply(st.session_state[key])

    return {"key": key, "on_change": guarded(changed)}


def remembered(key: str, start: object = "") -> dict[str, Any]:
    """Return the arguments of a widget whose value stays when its part of the page is left."""
    held = f"_{key}_bewaard"

    def keep(value: object) -> None:
        st.session_state[held] = value

    return bound(key, st.session_state.get(held, start), keep)


def follow_address() -> None:
    """Take the scenario from the address, unless this session wrote it there itself."""
    text = _ADDRESS.brought()
    if text is None:
        return
    try:
        wanted = from_link(text)
    except InvalidLinkError as error:
        announce(melding_for(error))
        wanted = default_scenario()
    choose(named(wanted, Scenario(halfjaar=wanted.halfjaar)))


def write_address() -> None:
    """Put the scenario in the address, if it fits."""
    _ADDRESS.write(to_link(scenario()))


def address() -> str | None:
    """Return the link that opens this picture elsewhere, or None if the scenario is too large.

    What the page itself keeps in the address, such as the keys it compares, goes along.
    """
    from urllib.parse import quote, urlencode

    text = to_link(scenario())
    if text is None:
        return None
    here = (st.context.url or "").split("?")[0]
    kept = {name: value for name, value in st.query_params.items() if name != PARAMETER}
    return f"{here}?{urlencode({PARAMETER: text} | kept, quote_via=quote)}"
