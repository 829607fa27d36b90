"""Page on one gemeente or region: its number, why, what limits it, and who could help."""

import pandas as pd
import streamlit as st

from optimiser.maps import count_style
from optimiser.report.gemeente.paper import to_docx, to_pdf
from optimiser.report.gemeente.parts import BladDeel, GemeenteBlad
from optimiser.report.gemeente.profile import Profiel
from optimiser.report.gemeente.room import NEAR
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.place import choose_place, pick_place, write_place
from optimiser.ui.frame.statutory import ask_number, has_number, statutory
from optimiser.ui.gemeente import kept
from optimiser.ui.kaart import show_map
from optimiser.ui.widgets.downloads import offer_file
from optimiser.ui.widgets.fields import pick_halfjaar
from optimiser.ui.widgets.maps import counts_today
from optimiser.ui.widgets.tables import Column, show_table

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show() -> None:
    """Show the page."""
    if not has_number():
        st.title("Gemeente of gebied")
        ask_number()
        return
    heading = st.empty()
    with st.container(key="gemeente_keuze"):
        left, right = st.columns(2)
        with left:
            plek = pick_place()
        with right:
            pick_halfjaar()
    if plek is None:
        heading.title("Gemeente of gebied")
        st.markdown(load_teksten()["app"]["gemeente"]["leeg"])
        _map(None)
        return
    write_place()
    profiel = kept.profile(plek)
    blad = kept.sheet(profiel)
    heading.title(plain_text(blad.titel))
    with st.container(key="gemeente_blad"):
        _answer(profiel, blad)


def _answer(profiel: Profiel, blad: GemeenteBlad) -> None:
    left, right = st.columns([3, 2], gap="large")
    keys, second, rest = blad.delen[0], blad.delen[1], blad.delen[2:]
    with left:
        st.markdown("  \n".join(blad.antwoord))
        _downloads(profiel, blad)
        _part(keys)
        _part(second)
    with right, st.container(key="gemeente_kaart"):
        _map(profiel)
    columns = st.columns(2, gap="large")
    for number, deel in enumerate(rest):
        with columns[number % 2]:
            _part(deel)
    st.caption(blad.herkomst)


def _downloads(profiel: Profiel, blad: GemeenteBlad) -> None:
    name = profiel.naam.lower().replace(" ", "-").replace("/", "-")
    with st.container(horizontal=True):
        offer_file(
            "Download als PDF (één A4)",
            lambda: to_pdf(blad),
            naam=f"{name}.pdf",
            mime="application/pdf",
            key="gemeente_pdf",
        )
        offer_file(
            "Download als Word-document",
            lambda: to_docx(blad),
            naam=f"{name}.docx",
            mime=DOCX,
            key="gemeente_docx",
        )


def _part(deel: BladDeel) -> None:
    if not deel.tabel:  # a table has its own heading
        st.header(deel.kop)
    if deel.regels:
        st.markdown("\n\n".join(plain_text(line) for line in deel.regels))
    if deel.tabel:
        table = pd.DataFrame(deel.rijen, columns=list(deel.koppen))
        forms = (None, *deel.vormen)
        columns = [Column(head, head, f) for head, f in zip(deel.koppen, forms, strict=True)]
        show_table(table, columns, key=f"gemeente_{deel.kop}", titel=deel.kop)


def _map(profiel: Profiel | None) -> None:
    """Show where it lies; a pick goes to that gemeente."""
    figures = session.gegevens()
    wettelijk = session.answer(statutory()) if profiel is None else profiel.wettelijk
    vanaf = figures.figures(wettelijk.herkomst.peiljaar).indeling.vanaf
    values, _ = counts_today(wettelijk.gemeenten["taakstelling"], vanaf)
    here = [] if profiel is None else [c for c in profiel.leden.index if c in values.index]

    def picked(codes: tuple[str, ...]) -> None:
        if codes and codes[-1] in wettelijk.gemeenten.index:
            choose_place(codes[-1])

    show_map(
        values,
        count_style("Taakstelling", values),
        key="kaart_gemeente",
        selected=here[:1] if len(here) == 1 else [],
        zoom_to=_around(profiel, values.index),
        height=330,
        on_change=picked,
    )


def _around(profiel: Profiel | None, known: pd.Index) -> list[str]:
    """Return the region, or the region a gemeente lies in: alone it says nothing."""
    if profiel is None:
        return []
    groups = session.gegevens().regios[NEAR]
    here = set(groups.reindex(profiel.leden.index).dropna())
    inside = profiel.leden.index if len(profiel.leden) > 1 else groups.index[groups.isin(here)]
    return [str(code) for code in inside if code in known]
