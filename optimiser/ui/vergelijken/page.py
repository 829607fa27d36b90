"""Page that lays verdeelsleutels side by side: who gets more, who takes over, how sure."""

import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.rounding.batch import OFFSETS
from optimiser.teksten import load_teksten
from optimiser.ui.vergelijken import changes as verschuiving
from optimiser.ui.vergelijken import gemeente as gemeente
from optimiser.ui.vergelijken import kept
from optimiser.ui.vergelijken import maten as maten
from optimiser.ui.vergelijken.choice import LEAST, pick_keuzes, pick_pair, question
from optimiser.ui.vergelijken.downloads import offer_files, show_opdracht
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.vergelijken.maps import show_kaarten
from optimiser.ui.vergelijken.mix import edit_options
from optimiser.ui.vergelijken.own_figure import show_eigen_cijfer
from optimiser.ui.vergelijken.turning_points import show_omslag
from optimiser.ui.vergelijken.uncertainty import show_zekerheid
from optimiser.ui.widgets.fields import pick_halfjaar


def show() -> None:
    """Show the page."""
    texts = load_teksten()["app"]["vergelijken"]
    st.title("Sleutels vergelijken")
    st.markdown(texts["inleiding"])
    pick_halfjaar()
    keuzes = pick_keuzes()
    edit_options(keuzes)
    if len(keuzes) < LEAST:
        st.info(texts["te_weinig"])
        return
    tegen, naar = pick_pair(keuzes)
    found = kept.comparison(question(keuzes, tegen))
    if missing := found.niet_beschikbaar.get(naar.label):
        st.info(texts["niet_beschikbaar"].format(sleutel=name_of(naar), reden=missing))
        return
    st.markdown(verschuiving.summary(found, naar.label))
    _parts(found, naar.label)


def _parts(found: Vergelijking, naar: str) -> None:
    st.header("Kaarten")
    show_kaarten(found, naar)
    st.header("Maten naast elkaar")
    maten.show_maten(found)
    maten.show_sleutels(found)
    st.header("Wie krijgt meer, wie minder, wie neemt over")
    verschuiving.show_winst(found, naar)
    verschuiving.show_overname(found, naar)
    verschuiving.show_groepen(found)
    st.subheader("Spreiding")
    verschuiving.show_spreiding(found, naar)
    st.header("Waarom dit getal")
    code = gemeente.pick_gemeente(found, naar)
    gemeente.show_waarom(found, code, naar)
    st.header("Hoe zeker is dit")
    st.subheader("Sleutels mengen")
    show_omslag(found, code, naar)
    st.subheader("Onzekere gegevens")
    if found.vraag.afronding in OFFSETS:
        show_zekerheid(found, code, naar)
        st.subheader("Een ander eigen cijfer")
        show_eigen_cijfer(found, code, naar)
    else:
        st.info(load_teksten()["app"]["vergelijken"]["geen_deler"])
    st.header("Meenemen")
    offer_files(found)
    show_opdracht(found)
    maten.show_noten(found)
