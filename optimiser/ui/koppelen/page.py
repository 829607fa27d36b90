"""Page *Koppelen*: do the households fit the dwellings, and who could go where."""

from collections.abc import Callable

import streamlit as st

from optimiser.koppelen.uitgangspunt import has_homes
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import part
from optimiser.ui.frame.statutory import ask_number, has_number, statutory
from optimiser.ui.koppelen.choice import Koppelkeuze, ceiling, pick, start_of
from optimiser.ui.koppelen.eigen import show_eigen
from optimiser.ui.koppelen.gemeenten import show_deviation, show_gemeenten
from optimiser.ui.koppelen.past import show_areas, show_large, show_past
from optimiser.ui.koppelen.plan import show_plan
from optimiser.ui.koppelen.rests_on import show_rests_on
from optimiser.ui.widgets.fields import pick_halfjaar
from optimiser.ui.widgets.sections import pick_section


def show() -> None:
    """Show the page: one section at a time."""
    st.title("Koppelen")
    if not has_number():
        ask_number()
        return
    asked = statutory()
    if not has_homes(session.gegevens(), asked.period):
        pick_halfjaar()
        st.info(load_teksten()["app"]["koppelen"]["geen_woningen"].format(halfjaar=asked.halfjaar))
        return
    picked = pick_section("Onderdeel", [*SECTIONS, OWN], "koppelen")
    with part():
        if picked == OWN:  # also where files in use do not suit this half-year
            show_eigen(start_of(ceiling()))
            return
        keuze = pick()
        SECTIONS[picked](keuze)
        show_rests_on(keuze)


#: The section that takes files.
OWN = "Eigen aantallen"
#: Name in the address to what draws it.
SECTIONS: dict[str, Callable[[Koppelkeuze], None]] = {
    "Past het": show_past,
    "Per COA-regio": show_areas,
    "Grote gezinnen": show_large,
    "Plan": show_plan,
    "Kaart": show_deviation,
    "Per gemeente": show_gemeenten,
}
