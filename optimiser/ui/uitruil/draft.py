"""The agreements of this session: read, change, undo, redo; they travel in the address.

Session state holds texts only. What the table editor has not yet made final is in its own widget
value; ``table`` says from which rows that editor started.
"""

from collections.abc import Sequence

import streamlit as st

from optimiser.teksten import melding_for
from optimiser.ui.frame.meldingen import announce
from optimiser.ui.uitruil.rows import LONGEST, InvalidProposalLinkError, Rij, from_text, to_text

PARAMETER = "afspraken"
_ROWS, _BASE, _NUMBER = "_afspraken", "_afspraken_begin", "_afspraken_tabel"
_UNDO, _REDO, _WRITTEN = "_afspraken_terug", "_afspraken_vooruit", "_afspraken_adressen"
STEPS = 50


def rows() -> list[Rij]:
    """Return the rows as they stand."""
    return from_text(st.session_state.get(_ROWS, "[]"))


def replace_rows(wanted: Sequence[Rij]) -> None:
    """Put other rows in the table; what was there can be had back."""
    remember(wanted)
    _restart()


def remember(wanted: Sequence[Rij]) -> bool:
    """Keep what was typed in the table itself, which goes on as it is; tell whether it is new."""
    before, after = st.session_state.get(_ROWS, "[]"), to_text(wanted)
    if before == after:
        return False
    st.session_state[_UNDO] = [*st.session_state.get(_UNDO, []), before][-STEPS:]
    st.session_state[_REDO] = []
    _keep(after)
    return True


def can(which: str) -> bool:
    """Tell whether there is a step to take: ``terug`` or ``vooruit``."""
    return bool(st.session_state.get(_UNDO if which == "terug" else _REDO))


def step(which: str) -> None:
    """Take one step back or forward."""
    source, target = (_UNDO, _REDO) if which == "terug" else (_REDO, _UNDO)
    *earlier, last = st.session_state[source]
    st.session_state[source] = earlier
    st.session_state[target] = [*st.session_state.get(target, []), rows_text()][-STEPS:]
    _keep(last)
    _restart()


def rows_text() -> str:
    """Return the rows as text."""
    return str(st.session_state.get(_ROWS, "[]"))


def table(options: str) -> tuple[str, list[Rij]]:
    """Return the key of the table editor and the rows it started from.

    Parameters
    ----------
    options
        What the editor offers, as text: with other offers it starts again from the rows as they
        stand, and so it does when the page was left in between.
    """
    key = f"uitruil_tabel_{st.session_state.setdefault(_NUMBER, 0)}"
    base, offered = st.session_state.get(_BASE, ("", ""))
    if key not in st.session_state or offered != options:
        if offered != options and base:
            _restart()
            key = f"uitruil_tabel_{st.session_state[_NUMBER]}"
        st.session_state[_BASE] = (rows_text(), options)
        base = rows_text()
    return key, from_text(base)


def follow_address() -> None:
    """Take the agreements from the address, unless this session wrote them there itself."""
    text = st.query_params.get(PARAMETER)
    if text is None or text in st.session_state.get(_WRITTEN, []):
        return
    _written(text)
    try:
        replace_rows(from_text(text))
    except InvalidProposalLinkError as error:
        announce(melding_for(error))


def write_address() -> None:
    """Put the agreements in the address, if they fit, also after another page took them out."""
    text = rows_text()
    if text == "[]" or len(text) > LONGEST:
        st.query_params.pop(PARAMETER, None)
    elif st.query_params.get(PARAMETER) != text:
        _written(text)
        st.query_params[PARAMETER] = text


def fits_address() -> bool:
    """Tell whether a link holds the agreements."""
    return len(rows_text()) <= LONGEST


def _keep(text: str) -> None:
    st.session_state[_ROWS] = text
    write_address()


def _restart() -> None:
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1


def _written(text: str) -> None:
    st.session_state[_WRITTEN] = [*st.session_state.get(_WRITTEN, []), text][-4 * STEPS :]
