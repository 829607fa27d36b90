"""The preview of the map with its description, and the same numbers as a table."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from optimiser.report.kaart.areas import title_of_areas
from optimiser.report.kaart.content import Kaartstof, Kaartvraag
from optimiser.report.kaart.makeup import Opmaak, entitled
from optimiser.report.kaart.values import values_table
from optimiser.teksten import decimal, signed
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import part, plain_text
from optimiser.ui.lrt import kept
from optimiser.ui.lrt.kept import KeptPicture
from optimiser.ui.widgets.tables import Column, TableOptions, show_table


def show_picture(vraag: Kaartvraag, opmaak: Opmaak) -> bool:
    """Show the picture as large as there is room; tell whether it could be drawn."""
    with part():
        plaat = kept.picture(vraag, opmaak)
        with st.container(border=True):
            st.image(plaat.inhoud, alt=plaat.alt, width="stretch")
        return True
    return False


def show_words_and_numbers(vraag: Kaartvraag, stof: Kaartstof, opmaak: Opmaak, drawn: bool) -> None:
    """Show what the map says in words, and its numbers as a table, each in a fold."""
    figures = session.gegevens()
    if drawn:
        plaat = kept.picture(vraag, opmaak)
        _remarks(plaat, dict(figures.regios["gemeente"]))
    first, second = st.columns(2)
    if drawn:
        with first, st.expander("Beschrijving van de kaart in woorden"):
            st.markdown(plain_text(plaat.alt))
    with second, st.expander("De getallen van deze kaart als tabel"), part():
        _table(values_table(stof, opmaak, figures), entitled(stof, opmaak), opmaak.regio)


def _table(table: pd.DataFrame, stof: Kaartstof, regio: str | None) -> None:
    form, places = signed if stof.verschil else decimal, stof.meting.decimals
    columns = [
        Column("gemeente", "Gemeente"),
        Column("waarde", "Waarde", lambda v: form(v, places), stof.meting.eenheid),
    ]
    if regio is not None:
        columns.append(Column(regio, title_of_areas(regio)))
    unit = f" ({stof.meting.eenheid})" if stof.meting.eenheid else ""
    show_table(
        table,
        columns,
        key="lrt_tabel",
        titel=f"{stof.titel}{unit}",
        options=TableOptions(search=True, height=28),
    )


def _remarks(plaat: KeptPicture, names: dict[str, str]) -> None:
    for codes, words in (
        (plaat.zonder_geometrie, "Wel een waarde, niet op de kaart"),
        (plaat.zonder_waarde, "Zonder waarde"),
        (plaat.zonder_label, "Geen plaats voor de naam op de kaart"),
    ):
        if codes:
            st.caption(plain_text(f"{words}: {_named(codes, names)}."))


def _named(codes: Sequence[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)
