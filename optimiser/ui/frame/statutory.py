"""The statutory question of the half-year of the session; a number that is unknown is asked."""

import streamlit as st

from optimiser.scenario.scenario import Scenario
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session, state
from optimiser.ui.widgets.fields import count_field


def statutory() -> Scenario:
    """Return the statutory question of this half-year, with the user's own national number."""
    now = state.scenario()
    return Scenario(halfjaar=now.halfjaar, totaal=now.totaal)


def has_number() -> bool:
    """Tell whether the national number of this half-year is known or filled in."""
    now = state.scenario()
    return now.totaal is not None or now.halfjaar in session.gegevens().landelijk.index


def ask_number() -> None:
    """Say that no number was announced and let the user fill one in."""
    now = state.scenario()
    told = load_teksten()["app"]["geen_aantal"]["tekst"]
    st.warning(told.format(halfjaar=now.halfjaar))
    count_field(
        "Landelijk aantal (personen)",
        now.totaal,
        lambda value: state.adjust(totaal=value),
        key="landelijk_aantal",
    )
