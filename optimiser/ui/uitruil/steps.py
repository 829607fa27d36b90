"""The steps of the page, by the names that stand in the address."""

from collections.abc import Sequence

import streamlit as st

from optimiser.ui.frame import state
from optimiser.ui.frame.history import AddressPart

REGION, AGREEMENTS, PAPERS, REGISTER = "Gebied", "Afspraken", "Stukken", "Register"
_KEPT, _ADDRESS = "_stap", AddressPart("stap")


def go_to(step: str) -> None:
    """Show another step; before the page is drawn."""
    st.session_state[_KEPT] = step


def pick_step(steps: Sequence[str]) -> str:
    """Let the user pick the step; who comes back to the page finds the one that was left."""
    if (brought := _ADDRESS.brought()) in steps:
        go_to(str(brought))
    step = str(st.session_state.get(_KEPT, steps[0]))
    step = step if step in steps else steps[0]
    _ADDRESS.write(step)
    st.segmented_control(
        "Stap",
        steps,
        required=True,
        label_visibility="collapsed",
        **state.bound("stap", step, go_to),
    )
    return step
