"""Page that makes a map and the kit for the Landelijke Regietafel."""

import streamlit as st

from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import part
from optimiser.ui.lrt import kept
from optimiser.ui.lrt.choice import pick_opmaak, pick_vraag
from optimiser.ui.lrt.command import show_opdracht
from optimiser.ui.lrt.downloads import offer_map
from optimiser.ui.lrt.kit import pick_kit, show_kit
from optimiser.ui.lrt.preview import show_beeld
from optimiser.ui.widgets.fields import pick_halfjaar, pick_sleutel


def show() -> None:
    """Show the page; a map that cannot be made does not hide the kit."""
    texts = load_teksten()["app"]["lrt"]
    st.title("Kaart voor de LRT")
    st.markdown(texts["inleiding"])
    left, right = st.columns(2)
    with left:
        pick_halfjaar()
    with right:
        pick_sleutel()
    vraag = pick_vraag()
    opmaak = pick_opmaak(vraag)
    with part():
        stof = kept.map_content(vraag)
        drawn = show_beeld(vraag, stof, opmaak)
        st.subheader("Deze kaart meenemen")
        offer_map(vraag, opmaak, stof, drawn)
    st.header("Stukken voor de regietafel")
    st.markdown(texts["stukken"])
    kit = pick_kit()
    with part():
        show_kit(kit)
    show_opdracht(vraag, opmaak, kit)
