"""Page that makes a map and the kit for the Landelijke Regietafel."""

import streamlit as st

from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import part
from optimiser.ui.lrt import kept
from optimiser.ui.lrt.choice import pick_opmaak, pick_vraag
from optimiser.ui.lrt.command import show_opdracht
from optimiser.ui.lrt.downloads import offer_map
from optimiser.ui.lrt.kit import pick_kit, show_kit
from optimiser.ui.lrt.preview import show_picture, show_words_and_numbers
from optimiser.ui.widgets.fields import pick_halfjaar, pick_sleutel


def show() -> None:
    """Show the page; a map that cannot be made does not hide the kit."""
    texts = load_teksten()["app"]["lrt"]
    st.title("Kaart voor de LRT")
    with st.container(key="lrt_kaart"):  # theme.css: below each other where it is narrow
        seen, asked = st.columns([7, 3])
    with asked:
        pick_halfjaar()
        pick_sleutel()
        vraag = pick_vraag()
    opmaak = pick_opmaak(vraag, asked)
    with part():
        stof = kept.map_content(vraag)
        with seen:
            drawn = show_picture(vraag, opmaak)
        show_words_and_numbers(vraag, stof, opmaak, drawn)
        st.header("Deze kaart meenemen")
        offer_map(vraag, opmaak, stof, drawn)
    st.header("Stukken voor de regietafel")
    keys, made = st.columns(2)
    with keys:
        st.markdown(texts["stukken"])
        kit = pick_kit()
    with made, part():
        show_kit(kit)
    show_opdracht(vraag, opmaak, kit)
