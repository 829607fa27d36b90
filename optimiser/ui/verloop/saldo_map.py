"""Saldo on the map in months of work, with one scale for every half-year."""

import pandas as pd
import streamlit as st

from optimiser.maps import MapStyle, embedded_geometry
from optimiser.report.kaart.on_map import on_map
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session
from optimiser.ui.kaart import show_map
from optimiser.ui.verloop.choice import VerloopKeuze

#: The same for all periods, so that maps can be compared [months of work].
BREAKS = (-6.0, -3.0, -1.0, 1.0, 3.0, 6.0)


def show_saldo_map(keuze: VerloopKeuze) -> None:
    """Show months of work per gemeente, or those of its province where only that is known."""
    gemeenten = keuze.ledger.table(keuze.periode, "gemeente")
    geometry = embedded_geometry()
    figures = session.gegevens()
    remarks: tuple[str, ...] = ()
    if len(gemeenten):
        counts = _months(gemeenten)
        shown = on_map(counts, geometry, figures, keuze.periode.jaar)
        values, remarks, told = shown.waarden, shown.meldingen, "kaart_gemeente"
    else:
        values, told = _of_province(keuze, figures.regios), "kaart_provincie"
    style = MapStyle(
        f"Maanden werk in {keuze.periode}",
        BREAKS,
        "paars-oranje",
        eenheid="maanden werk",
        decimals=1,
        diverging=True,
    )
    texts = load_teksten()["app"]["verloop"]
    st.markdown(texts[told])
    if keuze.ledger.table(keuze.periode, "provincie")["naar_rato"].notna().any():
        st.markdown(texts["kaart_onderweg"])
    names = figures.regios["gemeente"].to_dict()
    show_map(values, style, key="verloop_kaart", names=names)
    for line in remarks:
        st.caption(line)


def _of_province(keuze: VerloopKeuze, regios: pd.DataFrame) -> pd.Series:
    newest = session.gegevens().gemeenten
    codes = newest[max(newest)][0].tabel.index
    months = _months(keuze.ledger.table(keuze.periode, "provincie"))
    return regios["provincie_code"].reindex(codes).map(months).astype("Float64")


def _months(table: pd.DataFrame) -> pd.Series:
    """Return months of work per unit; of a half-year under way only what is behind naar rato."""
    rows = table.set_index("code")
    naar_rato = rows["naar_rato"].astype("Float64")
    behind = 6 * naar_rato / rows["taakstelling"].astype("Float64")
    return behind.where(naar_rato.notna(), rows["maanden_werk"].astype("Float64"))
