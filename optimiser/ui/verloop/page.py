"""Page *Verloop*: what was asked, what was done, what is still owed."""

import streamlit as st

from optimiser.report.verloop.pictures import months_of_work, waterfall
from optimiser.report.verloop.words import (
    notes,
    structural_sentence,
    sum_sentences,
    tempo_sentence,
    unit_sentence,
)
from optimiser.teksten import load_teksten
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.ahead import show_ahead
from optimiser.ui.verloop.choice import VerloopKeuze, level_of, pick, with_areas
from optimiser.ui.verloop.downloads import offer_workbook
from optimiser.ui.verloop.leveringen import show_leveringen
from optimiser.ui.verloop.opvang import show_opvang
from optimiser.ui.verloop.saldo_map import show_saldo_map
from optimiser.ui.verloop.saldo_tables import show_course, show_stand
from optimiser.ui.verloop.sein import show_sein


def show() -> None:
    """Show the page."""
    texts = load_teksten()["app"]["verloop"]
    st.title("Verloop")
    st.markdown(texts["inleiding"])
    keuze = pick()
    _area(keuze)
    st.header("Maanden werk per provincie")
    st.markdown(texts["maanden_werk"])
    picture, alt = months_of_work(keuze.ledger.book, keuze.ledger.course)
    st.image(picture, alt=alt)
    areas = with_areas(keuze)
    st.header(f"Saldo op de kaart, {areas.periode}")
    if areas.periode != keuze.periode:
        facts = {"gevraagd": str(keuze.periode), "getoond": str(areas.periode)}
        st.caption(sentence("saldo", "gebieden", facts))
    show_saldo_map(areas)
    st.header(f"Saldo in {areas.periode}")
    show_stand(areas)
    offer_workbook(keuze)
    st.header("Wie loopt achter")
    show_sein(areas)
    st.header("Wie wacht in de opvang")
    show_opvang(areas)
    st.header("Vooruit")
    show_ahead()
    st.header("Cijfers aanleveren")
    show_leveringen()
    st.header("Waar dit op rust")
    lines = notes(keuze.ledger.book)
    st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))


def _area(keuze: VerloopKeuze) -> None:
    """Show one area: its stand in words, from saldo to saldo, and through all half-years."""
    held, periode = keuze.ledger, keuze.periode
    table = held.table(periode, level_of(keuze.eenheid))
    rows = table[table["code"] == keuze.eenheid]
    if rows.empty:
        st.info(load_teksten()["app"]["verloop"]["niets"])
        return
    row = rows.iloc[0]
    st.markdown(f"**{plain_text(unit_sentence(row, periode))}**")
    for line in (tempo_sentence(row), *_country(keuze)):
        if line:
            st.markdown(plain_text(line))
    drawn = waterfall(row, periode)
    if drawn is not None:
        st.image(drawn[0], alt=drawn[1])
    show_course(held.through(keuze.eenheid), row["naam"])


def _country(keuze: VerloopKeuze) -> list[str]:
    if keuze.eenheid != "NL":
        return []
    course = keuze.ledger.course
    sums = sum_sentences(course, keuze.periode, session.gegevens())
    return [*sums, structural_sentence(course)]
