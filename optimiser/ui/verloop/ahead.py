"""Looking ahead on page Verloop: one of four questions at a time."""

from collections.abc import Callable

import streamlit as st

from optimiser.teksten import load_teksten
from optimiser.ui.verloop import afronden, gladstrijken, jaren, vooruitzicht

_SECTIONS: dict[str, Callable[[], None]] = {
    "Gladstrijken": gladstrijken.show,
    "Vooruitzicht": vooruitzicht.show,
    "Jaren samen": jaren.show,
    "Afronden": afronden.show,
}


def show_ahead() -> None:
    """Let the reader pick what to look at; nothing is computed before."""
    st.markdown(load_teksten()["app"]["vooruit"]["inleiding"])
    picked = st.segmented_control("Vraag", list(_SECTIONS), key="vooruit_vraag")
    if picked is not None:
        _SECTIONS[picked]()
