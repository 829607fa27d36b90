"""The classes of the map: how many and where, or breaks of the user's own."""

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.report.kaart.class_breaks import read_breaks
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import plain_text

_METHODEN = {
    "kwantielen": "Evenveel gemeenten per klasse",
    "natuurlijk": "Natuurlijke grenzen",
    "gelijk": "Even brede klassen",
}
#: The field, the last text in it that could be used, and why the one after it could not.
_FIELD, _GOOD, _REFUSED = "kaart_grenzen", "_kaart_grenzen", "_kaart_grenzen_fout"


def pick_klassen(verschil: bool, aantal: bool = False) -> tuple[int | tuple[float, ...], str]:
    """Let the user pick a number of classes and a method, or write the breaks.

    Parameters
    ----------
    verschil
        Whether the map shows a difference; breaks then hold on both sides of zero.
    aantal
        Whether the map shows counts: circles, which have no classes, unless breaks are written.

    Returns
    -------
    tuple
        Number of classes or their breaks, and the method.
    """
    automatic = st.container()
    own = _own_breaks(verschil)
    none = bool(own) or (aantal and not verschil)
    with automatic:
        if aantal and not verschil and not own:
            st.caption(load_teksten()["app"]["lrt"]["cirkels"])
        number = st.slider(
            "Klassen", 3, 9, 6, key="kaart_klassen", bind="query-params", disabled=none
        )
        method = st.selectbox(
            "Grenzen tussen klassen",
            list(_METHODEN),
            format_func=_METHODEN.__getitem__,
            key="kaart_methode",
            bind="query-params",
            disabled=none,
        )
    return own or int(number), str(method)


def tell_unused_breaks(verschil: bool) -> None:
    """Tell that the user's breaks do not suit what the map shows now, or came in a faulty link."""
    fault = _fault(st.session_state.get(_FIELD) or "", verschil)
    if fault is not None:
        words = load_teksten()["app"]["lrt"]
        st.warning(plain_text(words["grenzen_vervallen"].format(reden=fault)))


def _own_breaks(verschil: bool) -> tuple[float, ...]:
    """Return the user's breaks; a text that cannot be used jumps back to the one before."""
    words = load_teksten()["app"]["lrt"]

    def changed() -> None:
        if (fault := _fault(st.session_state[_FIELD], verschil)) is not None:
            st.session_state[_FIELD] = st.session_state.get(_GOOD, "")
            st.session_state[_REFUSED] = fault

    text = st.text_input(
        "Eigen klassegrenzen",
        key=_FIELD,
        bind="query-params",
        max_chars=120,
        placeholder="Bijvoorbeeld: 10; 25; 50; 100",
        help=words["grenzen_uitleg"],
        autocomplete="off",
        on_change=changed,
    )
    if refused := st.session_state.pop(_REFUSED, None):
        st.error(plain_text(words["grenzen_geweigerd"].format(reden=refused)))
    if _fault(text or "", verschil) is not None:
        return ()
    st.session_state[_GOOD] = text or ""
    return read_breaks(text or "", verschil)


def _fault(text: str, verschil: bool) -> str | None:
    """Return why breaks cannot be used, None if they can."""
    try:
        read_breaks(text, verschil)
    except OptimiserError as error:
        return str(error.params["reden"])
    return None
