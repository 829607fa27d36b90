"""The preview of the map with its description, and the same numbers as a table."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from optimiser.gegevens import Gegevens
from optimiser.maps import View, embedded_geometry
from optimiser.report.kaartstof import Kaartstof
from optimiser.teksten import decimal, signed
from optimiser.ui import session
from optimiser.ui.components.lrt_opmaak import Opmaak
from optimiser.ui.components.tables import Column, TableOptions, show_table
from optimiser.ui.meldingen import plain_text
from optimiser.ui.session_lrt import Plaat


def show_beeld(stof: Kaartstof, opmaak: Opmaak, plaat: Plaat) -> None:
    """Show the picture, its description and beside it the numbers."""
    figures = session.gegevens()
    names = dict(figures.regios["gemeente"])
    left, right = st.columns([3, 2])
    with left:
        with st.container(border=True):
            st.image(plaat.inhoud, alt=plaat.alt, width="stretch")
        with st.expander("Beschrijving van de kaart in woorden", expanded=True):
            st.markdown(plain_text(plaat.alt))
        _remarks(plaat, names)
    with right:
        _table(values_table(stof, opmaak, figures), stof, opmaak.regio)


def values_table(stof: Kaartstof, opmaak: Opmaak, gegevens: Gegevens) -> pd.DataFrame:
    """Return what the map shows.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``; ``gemeente``, ``waarde`` [unit of the measure], and the region when
        there are borders of one. The chosen gemeenten come first, then by value.
    """
    geometry = embedded_geometry(View(opmaak.weergave))
    values = stof.meting.on_map(geometry, gegevens, stof.jaar).waarden.rename_axis("gm_code")
    regios = gegevens.regios.reindex(values.index)
    table = pd.DataFrame({"gemeente": regios["gemeente"], "waarde": values}).astype(object)
    if opmaak.regio is not None:
        table[opmaak.regio] = regios[opmaak.regio]
    chosen = table.index.isin(opmaak.uitgelicht)
    size = [0.0 if pd.isna(value) else -float(value) for value in table["waarde"]]
    return table.assign(_later=~chosen, _size=size).sort_values(["_later", "_size"]).drop(
        columns=["_later", "_size"]
    )  # fmt: skip


def _table(table: pd.DataFrame, stof: Kaartstof, regio: str | None) -> None:
    form, places = signed if stof.verschil else decimal, stof.meting.decimals
    columns = [
        Column("gemeente", "Gemeente"),
        Column("waarde", "Waarde", lambda v: form(v, places), stof.meting.eenheid),
    ]
    if regio is not None:
        columns.append(Column(regio, regio.capitalize()))
    unit = f" ({stof.meting.eenheid})" if stof.meting.eenheid else ""
    show_table(
        table,
        columns,
        key="lrt_tabel",
        titel=f"{stof.titel}{unit}",
        options=TableOptions(search=True, height=28),
    )


def _remarks(plaat: Plaat, names: dict[str, str]) -> None:
    for codes, words in (
        (plaat.zonder_geometrie, "Wel een waarde, niet op de kaart"),
        (plaat.zonder_waarde, "Zonder waarde"),
        (plaat.zonder_label, "Geen plaats voor de naam op de kaart"),
    ):
        if codes:
            st.caption(plain_text(f"{words}: {_named(codes, names)}."))


def _named(codes: Sequence[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)
