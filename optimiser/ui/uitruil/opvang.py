"""Reception against housing: computed only, marked on every line, never a proposal, no download."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from optimiser.report.uitruil.opvang_pdf import open_lines
from optimiser.teksten import signed, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.tables import Column, show_table
from optimiser.uitruil.opvang import MERK, opvang_what_if
from optimiser.uitruil.toets.beginstand import Beginstand

_COLUMNS = (
    Column("merk", "Let op"),
    Column("gemeente", "Gemeente"),
    Column("voor", "Taakstelling vóór", whole, "In personen"),
    Column("verschil", "Verschil", signed, "In personen"),
    Column("na", "Taakstelling na", whole, "In personen"),
    Column("plekken", "Opvangplekken", signed, "Plekken erbij of eraf"),
)


def show_reception(stand: Beginstand, names: Mapping[str, str]) -> None:
    """Let the user try reception against housing for two gemeenten or more."""
    st.warning(f"**{MERK}**  \n{say('opvang_uitleg')}")
    labels = dict(sorted(names.items(), key=lambda item: item[1]))
    back = {label: code for code, label in labels.items()}
    start = pd.DataFrame(
        {
            "gemeente": pd.Series([None, None], dtype="object"),
            "verschil": pd.Series([None, None], dtype="Int64"),
            "plekken": pd.Series([None, None], dtype="Int64"),
        }
    )
    typed = st.data_editor(
        start,
        key="opvang_tabel",
        num_rows="dynamic",
        hide_index=True,
        placeholder="",
        column_config={
            "gemeente": st.column_config.SelectboxColumn("Gemeente", options=list(back)),
            "verschil": st.column_config.NumberColumn("Taakstelling (+ of −)", step=1),
            "plekken": st.column_config.NumberColumn("Opvangplekken (+ of −)", step=1),
        },
    )
    rows = [
        (MERK, back[g], int(v), int(p))
        for g, v, p in typed.dropna().itertuples(index=False)
        if g in back
    ]
    if not rows:
        return
    outcome = opvang_what_if(rows, stand)
    table = pd.DataFrame(
        [(MERK, r.gemeente, r.voor, r.verschil, r.na, r.plekken) for r in outcome.rijen],
        columns=[column.naam for column in _COLUMNS],
    )
    show_table(table, _COLUMNS, key="uitruil_opvang", titel=f"{MERK}: alleen een doorrekening")
    for line in open_lines(outcome):
        st.warning(plain_text(line))
