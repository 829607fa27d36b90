"""The steps of the page, by the names that stand in the address."""

import streamlit as st

#: Name of the query parameter, and of the widget.
STEP = "stap"
REGION, AGREEMENTS, PAPERS, REGISTER = "Gebied", "Afspraken", "Stukken", "Register"


def go_to(step: str) -> None:
    """Show another step; only from the callback of a widget."""
    st.session_state[STEP] = step
