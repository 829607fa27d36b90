"""Page for own figures and for the embedded ones with their sources."""

from collections.abc import Callable, Mapping

import streamlit as st

from optimiser.compare.keuze import parse_keuze
from optimiser.compare.vraag import WETTELIJK
from optimiser.teksten import load_teksten
from optimiser.ui.frame.admission import login, may
from optimiser.ui.frame.meldingen import part, plain_text
from optimiser.ui.frame.session import gegevens, own_columns
from optimiser.ui.frame.shell import page_named
from optimiser.ui.gegevens import realisatie, sources, upload
from optimiser.ui.gegevens.trail import show_trail
from optimiser.ui.vergelijken.choice import compare_these, figures_now, own_names
from optimiser.ui.vergelijken.labels import offered
from optimiser.ui.widgets.sections import draw_when_opened, pick_section
from optimiser.ui.widgets.tables import Column, TableOptions, show_table
from optimiser.zicht.werkruimte import Rol


def show() -> None:
    """Show the page."""
    texts = load_teksten()["app"]["gegevens"]
    st.title("Gegevens")
    sections = dict(SECTIONS)
    if login() is not None and may(Rol.BEHEERDER):
        sections["Wie deed wat"] = show_trail
    picked = pick_section("Onderdeel", sections, "gegevens")
    sections[picked](texts)


def _own(texts: Mapping[str, str]) -> None:
    st.markdown(texts["eigen"])
    left, right = st.columns(2, gap="large")
    with left:
        upload.offer_template()
    with right:
        upload.bring_file()
        upload.show_use()
    _columns(texts["plafond"])
    with part():
        realisatie.show_realisatie()


def _embedded(texts: Mapping[str, str]) -> None:
    st.markdown(texts["inleiding"])
    sources.show_overview()
    draw_when_opened("Bekijk of download een bestand", "bekijk", sources.show_file)


def _parameters(texts: Mapping[str, str]) -> None:
    st.markdown(texts["aannamen"])
    sources.show_parameters()


def _deviations(texts: Mapping[str, str]) -> None:
    st.markdown(texts["afwijkingen"])
    sources.show_deviations()


#: Name in the address to what draws it.
SECTIONS: dict[str, Callable[[Mapping[str, str]], None]] = {
    "Eigen cijfers": _own,
    "Meegeleverd": _embedded,
    "Aannamen": _parameters,
    "Waar het rapport niet sluit": _deviations,
}


def _as_keys() -> None:
    """Say of each column that can be a key that it is one, with a button that compares it."""
    text, page = load_teksten()["app"]["gegevens"]["sleutel"], page_named("vergelijken")
    can, _ = offered(figures_now(), own_names())
    for label in can.values():
        keuze = parse_keuze(label)
        if keuze.opties.kolom is None or page is None:
            continue
        naam = str(keuze.opties.kolom)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(text.format(kolom=plain_text(naam)), width="content")
            if st.button(f"Vergelijk {naam} met de wet", key=f"vergelijk_kolom_{naam}"):
                compare_these((WETTELIJK, keuze))
                st.switch_page(page)


def _columns(question: str) -> None:
    own = own_columns()
    if own is None:
        return
    columns = [str(column) for column in own.columns]
    _as_keys()
    st.markdown(question)
    upload.pick_columns(columns)
    names = gegevens().regios["gemeente"].reindex(own.index)
    heads = [Column("gemeente", "Gemeente"), *(Column(c, c, str) for c in columns)]
    show_table(
        own.assign(gemeente=names),
        heads,
        key="eigen_kolommen",
        titel="Uw cijfers",
        options=TableOptions(search=True),
    )
