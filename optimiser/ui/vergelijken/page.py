"""Page that lays verdeelsleutels side by side: the answer first, then one section at a time."""

from collections.abc import Callable

import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.rounding.batch import OFFSETS
from optimiser.teksten import load_teksten
from optimiser.ui.vergelijken import changes, gemeente, kept, maten
from optimiser.ui.vergelijken.brief import show_brief
from optimiser.ui.vergelijken.choice import (
    LEAST,
    pick_keuzes,
    pick_pair,
    question,
    show_unavailable,
)
from optimiser.ui.vergelijken.downloads import offer_files, show_opdracht
from optimiser.ui.vergelijken.flows import show_stromen
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.vergelijken.maps import show_kaarten
from optimiser.ui.vergelijken.mix import edit_options
from optimiser.ui.vergelijken.own_figure import show_eigen_cijfer
from optimiser.ui.vergelijken.turning_points import show_omslag
from optimiser.ui.vergelijken.uncertainty import show_zekerheid
from optimiser.ui.widgets.fields import pick_halfjaar
from optimiser.ui.widgets.sections import draw_when_opened, pick_section


def show() -> None:
    """Show the page."""
    texts = load_teksten()["app"]["vergelijken"]
    st.title("Sleutels vergelijken")
    left, right = st.columns([2, 3])
    with left:
        pick_halfjaar()
    with right:
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
    st.markdown(changes.summary(found, naar.label))
    picked = pick_section("Onderdeel", SECTIONS, "deel")
    with st.container(key="sectie"):
        SECTIONS[picked](found, naar.label)
    with st.expander("Meenemen: Excel, CSV en het commando"):
        offer_files(found)
        show_opdracht(found)
    with st.expander("Aannamen, bronnen en wat niet beschikbaar is"):
        maten.show_noten(found)
        show_unavailable()


def _kaarten(found: Vergelijking, naar: str) -> None:
    for code in gemeente.marked(found):
        st.markdown(gemeente.change_line(found, code, naar))
    show_kaarten(found, naar)


def _maten(found: Vergelijking, _naar: str) -> None:
    maten.show_maten(found)
    maten.show_sleutels(found)


def _overname(found: Vergelijking, naar: str) -> None:
    show_stromen(found, naar)
    parts: dict[str, Callable[[], None]] = {
        "Per gemeente: haar eigen daling of stijging": lambda: changes.show_winst(found, naar),
        "Personen per gebied onder elke sleutel": lambda: changes.show_groepen(found),
        "Spreiding in beeld": lambda: changes.show_spreiding(found, naar),
    }
    for number, (titel, draw) in enumerate(parts.items()):
        draw_when_opened(titel, f"overname_{number}", draw)


def _zekerheid(found: Vergelijking, naar: str) -> None:
    code = gemeente.pick_gemeente(found, naar)
    if found.vraag.afronding in OFFSETS:
        show_zekerheid(found, code, naar)
    else:
        st.info(load_teksten()["app"]["vergelijken"]["geen_deler"])
    st.header("Sleutels mengen")
    show_omslag(found, code, naar)


def _gemeente(found: Vergelijking, naar: str) -> None:
    code = gemeente.pick_gemeente(found, naar)
    gemeente.show_waarom(found, code, naar)
    if found.vraag.afronding in OFFSETS:
        st.header("Een ander eigen cijfer")
        show_eigen_cijfer(found, code, naar)
    else:
        st.info(load_teksten()["app"]["vergelijken"]["geen_deler"])


#: Name in the address to what draws it.
SECTIONS: dict[str, Callable[[Vergelijking, str], None]] = {
    "In het kort": show_brief,
    "Kaarten": _kaarten,
    "Maten": _maten,
    "Wie neemt over": _overname,
    "Zekerheid": _zekerheid,
    "Een gemeente": _gemeente,
}
