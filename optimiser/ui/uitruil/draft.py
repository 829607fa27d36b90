"""The agreements of this session: read and change them; they travel in the address.

Session state holds texts only. What the table editor has not yet made final is in its own widget
value; ``table`` says from which rows that editor started, and starts it again whenever the rows
were changed by anything else than typing in it, undo and redo included.
"""

from collections.abc import Sequence

import streamlit as st

from optimiser.teksten import melding_for
from optimiser.ui.frame.history import HISTORY, AddressPart
from optimiser.ui.frame.meldingen import announce
from optimiser.ui.uitruil.rows import (
    LONGEST,
    InvalidProposalLinkError,
    Rij,
    from_address,
    from_text,
    to_address,
    to_text,
)

_ADDRESS = AddressPart("afspraken")
_ROWS, _BASE, _NUMBER = "_afspraken", "_afspraken_begin", "_afspraken_tabel"
_TYPED, _NONE = "_afspraken_getypt", "[]"


def rows() -> list[Rij]:
    """Return the rows as they stand."""
    return from_text(rows_text())


def replace_rows(wanted: Sequence[Rij]) -> None:
    """Put other rows in the table; what was there can be had back."""
    HISTORY.record(_ROWS, to_text(wanted), _NONE)
    write_address()


def remember(wanted: Sequence[Rij]) -> bool:
    """Keep what was typed in the table itself, which goes on as it is; tell whether it is new."""
    st.session_state[_TYPED] = to_text(wanted)
    if not HISTORY.record(_ROWS, to_text(wanted), _NONE):
        return False
    write_address()
    return True


def rows_text() -> str:
    """Return the rows as text."""
    return str(st.session_state.get(_ROWS, _NONE))


def table(options: str) -> tuple[str, list[Rij]]:
    """Return the key of the table editor and the rows it started from.

    Parameters
    ----------
    options
        What the editor offers, as text: with other offers it starts again from the rows as they
        stand, and so it does when the page was left in between.
    """
    base, offered = st.session_state.get(_BASE, (_NONE, options))
    if offered != options or rows_text() != st.session_state.get(_TYPED, base):
        st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
    key = f"uitruil_tabel_{st.session_state.setdefault(_NUMBER, 0)}"
    if key not in st.session_state:
        base = st.session_state[_TYPED] = rows_text()
        st.session_state[_BASE] = (base, options)
    return key, from_text(base)


def follow_address() -> None:
    """Take the agreements from the address, unless this session wrote them there itself."""
    text = _ADDRESS.brought()
    if text is None:
        return
    try:
        replace_rows(from_address(text))
    except InvalidProposalLinkError as error:
        announce(melding_for(error))


def write_address() -> None:
    """Put the agreements in the address, if they fit, also after another page took them out."""
    text = rows_text()
    _ADDRESS.write(to_address(text) if text != _NONE and fits_address() else None)


def fits_address() -> bool:
    """Tell whether a link holds the agreements."""
    return len(to_address(rows_text())) <= LONGEST
