"""Page that ``tests/benchmarks/kaart.py`` measures: one map or three, and a slider."""

import pandas as pd
import streamlit as st

from optimiser.io.gemeentegrenzen.embedded import names_on_map
from optimiser.io.tables import read_gemeenten
from optimiser.maps import MapStyle, Panel, difference_breaks
from optimiser.ui.kaart import show_map, show_maps

st.set_page_config(layout="wide")
inwoners = read_gemeenten()[2025][0].tabel["inwoners"].astype(float)
factor = st.slider("Factor", 1, 100, 10)
first = inwoners / 1000
style = MapStyle("Inwoners", (18.0, 25.0, 33.0, 46.0, 70.0), eenheid="x 1.000")
if st.query_params.get("kaarten") == "3":
    turn = pd.Series(range(342), index=list(names_on_map())) % 7 - 3
    second = first * (1 + turn / 10 * factor / 10)
    difference = (second - first).round()
    around = MapStyle("Verschil", difference_breaks(difference), diverging=True)
    panels = [
        Panel("A", first, style),
        Panel("B", second, style),
        Panel("B - A", difference, around),
    ]
    chosen = show_maps(panels, key="drie", borders="arbeidsmarktregio")
else:
    values = first * factor / 10
    values.loc[["GM0072", "GM0180"]] = None
    values.loc["GM0003"] = 12.0
    chosen = show_map(
        values,
        style,
        key="een",
        multiple=True,
        lines=[("GM0344", "GM0363", 12), ("GM0363", "GM0344", 3), ("GM0014", "GM0935", 5)],
        marks={"GM0344": "verschoonbaar", "GM0014": "<b>geen besluit</b>"},
        notes={"GM0363": "<img src=x onerror=alert(1)>"},
    )
st.text(f"Keuze: {','.join(chosen)}")
