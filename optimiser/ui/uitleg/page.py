"""Page that explains the method and accounts for it."""

from collections.abc import Mapping

import streamlit as st

from optimiser.io.gegevens import read_wet
from optimiser.teksten import load_teksten
from optimiser.ui.gegevens import sources
from optimiser.ui.uitleg import handleiding, registers


def show() -> None:
    """Show the page."""
    texts = load_teksten()["app"]["uitleg"]
    st.title("Uitleg en verantwoording")
    manual, method, keys, limits, access, register, terms = st.tabs(
        [
            "Handleiding",
            "Methode",
            "Sleutels en maten",
            "Wet, aannamen en grenzen",
            "Toegankelijkheid",
            "Algoritmeregister",
            "Begrippen",
        ]
    )
    with manual:
        handleiding.show_handleiding()
    with method:
        _method(texts)
    with keys:
        st.markdown(texts["sleutels"])
        registers.show_keys()
        st.markdown(texts["maten"])
        registers.show_measures()
    with limits:
        st.header("Wet")
        st.markdown(texts["wet"].format(wet=read_wet()))
        st.header("Aannamen")
        sources.show_parameters()
        st.header("Grenzen van deze app")
        st.markdown(texts["grenzen"])
    with access:
        st.markdown(texts["toegankelijkheid"])
    with register:
        st.markdown(texts["register"])
        registers.show_algorithm_entry()
    with terms:
        registers.show_glossary()


def _method(texts: Mapping[str, str]) -> None:
    st.markdown(texts["methode"])
    st.header("De gepubliceerde tabellen nagerekend")
    st.markdown(texts["herleid"])
    registers.show_reproduced()
    st.header("Afronden")
    registers.show_roundings()
