"""The gemeente or region this session looks at: the same on every page, and in the address."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from optimiser.compare.errors import UnknownGemeenteError
from optimiser.compare.gemeente.zoek import find_gemeente
from optimiser.report.gemeente.profile import MARK, places_to_search
from optimiser.ui.frame import session, state
from optimiser.ui.frame.statutory import statutory

#: Name of the query parameter; what it says is a code, a name, or kind and name of a region.
PARAMETER = "gemeente"
_PLEK, _SEEN = "_plek", "_plek_adres"


def places() -> dict[str, str]:
    """Return every gemeente and region of the half-year: ``plek`` to what a reader sees."""
    asked, figures = statutory(), session.gegevens()
    return session.kept("plekken", asked, lambda: places_to_search(session.answer(asked), figures))


def place() -> str | None:
    """Return the gemeente or region of this session, None if none (or one that is not there)."""
    known = places()
    text = st.query_params.get(PARAMETER, "")[:80]
    if text and text != st.session_state.get(_SEEN):
        st.session_state[_SEEN] = text
        st.session_state[_PLEK] = _found(text, known)
    now = st.session_state.get(_PLEK)
    return now if now in known else None


def choose_place(plek: str | None) -> None:
    """Look at a gemeente or region from now on."""
    st.session_state[_PLEK] = plek
    write_place()


def write_place() -> None:
    """Put the place in the address."""
    plek = st.session_state.get(_PLEK)
    st.session_state[_SEEN] = plek
    if plek is None:
        st.query_params.pop(PARAMETER, None)
    elif st.query_params.get(PARAMETER) != plek:
        st.query_params[PARAMETER] = plek


def pick_place(label: str = "Zoek een gemeente of gebied") -> str | None:
    """Let the user type a name."""
    known, now = places(), place()
    st.selectbox(
        label,
        list(known),
        index=None,
        placeholder="Typ een naam",
        format_func=lambda plek: known.get(plek, str(plek)),
        **state.bound("plek", now, choose_place),
    )
    return now


def _found(text: str, known: Mapping[str, str]) -> str | None:
    if text in known:
        return text
    names = {plek: name for plek, name in known.items() if MARK not in plek}
    try:
        return find_gemeente(text, pd.Series(names))
    except UnknownGemeenteError:
        return None
