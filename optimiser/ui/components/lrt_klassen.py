"""The classes of the map: how many and where, or breaks of the user's own."""

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.report.kaartklassen import read_breaks
from optimiser.teksten import load_teksten
from optimiser.ui.meldingen import guarded, plain_text

_METHODEN = {
    "kwantielen": "Evenveel gemeenten per klasse",
    "natuurlijk": "Natuurlijke grenzen",
    "gelijk": "Even brede klassen",
}
#: The field, and the last text in it that could be used.
_FIELD, _GOOD = "kaart_grenzen", "_kaart_grenzen"


def pick_klassen(verschil: bool) -> tuple[int | tuple[float, ...], str]:
    """Let the user pick a number of classes and a method, or write the breaks.

    Parameters
    ----------
    verschil
        Whether the map shows a difference; breaks then hold on both sides of zero.

    Returns
    -------
    tuple
        Number of classes or their breaks, and the method.
    """
    automatic = st.container()
    own = _own_breaks(verschil)
    with automatic:
        number = st.slider(
            "Klassen", 3, 9, 6, key="kaart_klassen", bind="query-params", disabled=bool(own)
        )
        method = st.selectbox(
            "Grenzen tussen klassen",
            list(_METHODEN),
            format_func=_METHODEN.__getitem__,
            key="kaart_methode",
            bind="query-params",
            disabled=bool(own),
        )
    return own or int(number), str(method)


def _own_breaks(verschil: bool) -> tuple[float, ...]:
    """Return the user's breaks; a text that cannot be used jumps back to the one before."""
    words = load_teksten()["app"]["lrt"]

    def changed() -> None:
        if (fault := _fault(st.session_state[_FIELD], verschil)) is not None:
            st.session_state[_FIELD] = st.session_state.get(_GOOD, "")
            raise fault

    text = st.text_input(
        "Eigen klassegrenzen",
        key=_FIELD,
        bind="query-params",
        max_chars=120,
        placeholder="Bijvoorbeeld: 10; 25; 50; 100",
        help=words["grenzen_uitleg"],
        autocomplete="off",
        on_change=guarded(changed),
    )
    fault = _fault(text or "", verschil)
    if fault is None:
        st.session_state[_GOOD] = text or ""
        return read_breaks(text or "", verschil)
    st.warning(plain_text(words["grenzen_vervallen"].format(reden=fault.params["reden"])))
    return ()


def _fault(text: str, verschil: bool) -> OptimiserError | None:
    try:
        read_breaks(text, verschil)
    except OptimiserError as error:
        return error
    return None
