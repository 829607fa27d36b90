"""Page *Verloop*: what was asked, what was done, what is still owed."""

from collections.abc import Callable

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
from optimiser.ui.verloop import afronden, gladstrijken, jaren, vooruitzicht
from optimiser.ui.verloop.choice import VerloopKeuze, level_of, pick, with_areas
from optimiser.ui.verloop.downloads import offer_workbook
from optimiser.ui.verloop.leveringen import show_leveringen
from optimiser.ui.verloop.opvang import show_opvang
from optimiser.ui.verloop.saldo_map import show_saldo_map
from optimiser.ui.verloop.saldo_tables import show_course, show_stand
from optimiser.ui.verloop.sein import show_sein
from optimiser.ui.widgets.sections import pick_section


def show() -> None:
    """Show the page: one section at a time."""
    st.title("Verloop")
    picked = pick_section("Onderdeel", [*LEDGER, *AHEAD, DELIVER], "onderdeel")
    if picked in AHEAD:
        AHEAD[picked]()
    elif picked == DELIVER:
        show_leveringen()
    else:
        keuze = pick()
        LEDGER[picked](keuze)
        with st.expander("Waar dit op rust"):
            st.markdown(load_teksten()["app"]["verloop"]["inleiding"])
            lines = notes(keuze.ledger.book)
            st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))


def _stand(keuze: VerloopKeuze) -> None:
    _area(keuze)
    offer_workbook(keuze)


def _months(keuze: VerloopKeuze) -> None:
    st.header("Maanden werk per provincie")
    st.markdown(load_teksten()["app"]["verloop"]["maanden_werk"])
    picture, alt = months_of_work(keuze.ledger.book, keuze.ledger.course)
    st.image(picture, alt=alt)


def _map(keuze: VerloopKeuze) -> None:
    areas = _known_areas(keuze)
    st.header(f"Saldo op de kaart, {areas.periode}")
    show_saldo_map(areas)


def _tables(keuze: VerloopKeuze) -> None:
    areas = _known_areas(keuze)
    st.header(f"Saldo in {areas.periode}")
    show_stand(areas)


def _known_areas(keuze: VerloopKeuze) -> VerloopKeuze:
    """Return the last half-year of which areas are known, and say so if it is another."""
    areas = with_areas(keuze)
    if areas.periode != keuze.periode:
        facts = {"gevraagd": str(keuze.periode), "getoond": str(areas.periode)}
        st.caption(sentence("saldo", "gebieden", facts))
    return areas


def _area(keuze: VerloopKeuze) -> None:
    """Show one area: its stand in words, from saldo to saldo, and through all half-years."""
    held, periode = keuze.ledger, keuze.periode
    table = held.table(periode, level_of(keuze.eenheid))
    rows = table[table["code"] == keuze.eenheid]
    if rows.empty:
        st.info(load_teksten()["app"]["verloop"]["niets"])
        return
    row = rows.iloc[0]
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(f"**{plain_text(unit_sentence(row, periode))}**")
        for line in (tempo_sentence(row), *_country(keuze)):
            if line:
                st.markdown(plain_text(line))
    drawn = waterfall(row, periode)
    if drawn is not None:
        with right:
            st.image(drawn[0], alt=drawn[1])
    show_course(held.through(keuze.eenheid), row["naam"])


def _country(keuze: VerloopKeuze) -> list[str]:
    if keuze.eenheid != "NL":
        return []
    course = keuze.ledger.course
    sums = sum_sentences(course, keuze.periode, session.gegevens())
    return [*sums, structural_sentence(course)]


#: Sections on what was, by name in the address.
LEDGER: dict[str, Callable[[VerloopKeuze], None]] = {
    "Stand": _stand,
    "Maanden werk": _months,
    "Kaart": _map,
    "Per gebied": _tables,
    "Wie loopt achter": lambda keuze: show_sein(_known_areas(keuze)),
    "Opvang": show_opvang,
}
#: Sections that look ahead, each with questions of its own.
AHEAD: dict[str, Callable[[], None]] = {
    "Gladstrijken": gladstrijken.show,
    "Vooruitzicht": vooruitzicht.show,
    "Jaren samen": jaren.show,
    "Afronden": afronden.show,
}
DELIVER = "Leveringen"
