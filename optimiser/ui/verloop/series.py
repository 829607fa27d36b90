"""Which scenario over half-years is looked at: that of the session, or a ready one."""

from collections.abc import Callable

import streamlit as st

from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import session, state


def pick_series(fits: Callable[[Scenario], bool], key: str, first: str) -> Scenario:
    """Let the reader pick a scenario with ``[tijd]`` that fits; ``first`` is offered first."""
    known = {naam: one for naam, one in session.ready_series().items() if fits(one)}
    known = {first: known[first]} | known
    mine = state.scenario()
    if mine.tijd is not None and fits(mine):
        known = {"eigen": mine} | known
    naam = st.selectbox(
        "Scenario", list(known), format_func=lambda n: known[n].titel, key=f"{key}_scenario"
    )
    return known[naam]
