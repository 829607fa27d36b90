"""Approval per college: who decided, when, under which case number; and taking it back."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from optimiser.register.approval import Goedkeuring
from optimiser.register.stand import Versie
from optimiser.ui.frame.admission import zicht
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.uitruil.settling.hand import book, user


def show_approval(now: Versie, names: Mapping[str, str]) -> None:
    """Show which colleges approved a concept, and let the user record the next."""
    for given in now.akkoorden:
        told = f"{names.get(given.gm_code, given.gm_code)}: {given.wie}, {given.datum:%d-%m-%Y}"
        st.markdown(f"- ✔ {plain_text(f'{told}, zaak {given.zaaknummer}')}")
    waiting = ", ".join(names.get(code, code) for code in now.wacht_op)
    st.markdown(plain_text(f"Nog goed te keuren door het college van: {waiting}."))
    mine = [code for code in now.wacht_op if zicht().is_of(code)]
    if mine:
        _form(now, mine, names)
    given_here = [one.gm_code for one in now.akkoorden if zicht().is_of(one.gm_code)]
    if given_here:
        _taking_back(now, given_here, names)


def _form(now: Versie, mine: Sequence[str], names: Mapping[str, str]) -> None:
    with (
        st.form("akkoord", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.selectbox(
            "Het college van", mine, format_func=lambda c: names.get(c, c), width=220,
            key="akkoord_college",
        )  # fmt: skip
        st.text_input("Wie besloot namens het college", width=220, key="akkoord_namens")
        st.date_input(
            "Datum van het besluit", value="today", format="DD-MM-YYYY", width=160,
            key="akkoord_datum",
        )  # fmt: skip
        st.text_input("Zaaknummer", width=140, key="akkoord_zaak")
        st.form_submit_button(
            "Leg deze goedkeuring vast", on_click=guarded(_approve),
            args=(now.nummer, now.versie),
        )  # fmt: skip


def _taking_back(now: Versie, given: Sequence[str], names: Mapping[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Trek de goedkeuring in van", given,
            format_func=lambda c: names.get(c, c), width=220, key="akkoord_terug_van",
        )  # fmt: skip
        st.text_input("Reden van intrekken", width=320, key="akkoord_reden")
        st.button(
            "Trek in", on_click=guarded(_withdraw), args=(now.nummer, now.versie),
            key="akkoord_intrekken",
        )  # fmt: skip


def _approve(nummer: int, gelezen: int) -> None:
    typed = st.session_state
    day: date = typed["akkoord_datum"]
    given = Goedkeuring(
        typed["akkoord_college"], typed["akkoord_namens"], day, typed["akkoord_zaak"]
    )
    book().approve(nummer, gelezen, given, user())
    typed["akkoord_zaak"] = typed["akkoord_namens"] = ""


def _withdraw(nummer: int, gelezen: int) -> None:
    typed = st.session_state
    book().withdraw(nummer, gelezen, typed["akkoord_terug_van"], user(), typed["akkoord_reden"])
