"""A joint tussenvoorziening of parties: part of the agreement, and of the scenario's places."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.papier.words import listed
from optimiser.teksten import counted
from optimiser.ui.frame import state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.fields import parse_count
from optimiser.uitruil.plekken import to_plekken
from optimiser.uitruil.voorziening import Voorziening

_TABLE = "uitruil_voorziening_plekken"


def show_facilities(names: Mapping[str, str], parties: tuple[str, ...], halfjaar: str) -> None:
    """Show the facilities of the scenario, and let the user add one of the parties."""
    st.markdown(say("voorziening_uitleg"))
    for place, one in enumerate(state.scenario().capaciteit.plekken):
        where = "" if one.staat_in is None else f" in {names.get(one.staat_in, one.staat_in)}"
        who = listed([names.get(code, code) for code in one.gemeenten])
        told = (
            f"{one.naam}{where}: {counted(one.plekken, 'plek', 'plekken')}, open in "
            f"{one.opening}, {counted(one.halfjaren, 'halfjaar', 'halfjaren')}, voor {who}"
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"- {plain_text(told)}")
            st.button("Haal weg", on_click=guarded(_remove), args=(place,), key=f"vz_weg_{place}")
    if len(parties) < 2:
        st.caption(say("voorziening_eerst"))
        return
    left, middle, right, last = st.columns([3, 3, 2, 2])
    left.text_input("Naam van de tussenvoorziening", key="vz_naam", autocomplete="off")
    middle.selectbox(
        "Staat in", parties, format_func=names.__getitem__, index=None,
        placeholder="Kies een gemeente", key="vz_waar",
    )  # fmt: skip
    right.selectbox("Open vanaf halfjaar", _halves(halfjaar), key="vz_opening")
    last.text_input("Aantal halfjaren", "4", key="vz_halfjaren", autocomplete="off")
    start = pd.DataFrame(
        {"gemeente": [names[code] for code in parties], "plekken": pd.array([0] * len(parties))}
    )
    edited = st.data_editor(
        start, key=f"{_TABLE}_{'_'.join(parties)}", hide_index=True, disabled=["gemeente"],
        column_config={
            "gemeente": "Telt mee voor",
            "plekken": st.column_config.NumberColumn("Plekken", step=1, min_value=0),
        },
    )  # fmt: skip
    places = {c: int(n) for c, n in zip(parties, edited["plekken"].fillna(0), strict=True)}
    st.button("Voeg de tussenvoorziening toe", on_click=guarded(_add), args=(places,), key="vz_toe")


def _add(places: Mapping[str, int]) -> None:
    typed = st.session_state
    terms = parse_count(typed["vz_halfjaren"], "Aantal halfjaren")
    parts = tuple(sorted((code, n) for code, n in places.items() if n))
    made = Voorziening(
        typed["vz_naam"].strip(), typed["vz_waar"], typed["vz_opening"], terms, parts
    )
    held = state.scenario().capaciteit
    state.adjust(capaciteit=held.adjusted(plekken=(*held.plekken, to_plekken(made))))
    typed["vz_naam"] = ""


def _remove(place: int) -> None:
    held = state.scenario().capaciteit
    kept = tuple(one for number, one in enumerate(held.plekken) if number != place)
    state.adjust(capaciteit=held.adjusted(plekken=kept))


def _halves(halfjaar: str) -> list[str]:
    first = Halfjaar.parse(halfjaar).serial
    return [str(Halfjaar.of_serial(first + step)) for step in range(8)]
