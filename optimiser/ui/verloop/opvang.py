"""Who waits in reception, on page Verloop: shown where that was delivered."""

import pandas as pd
import streamlit as st

from optimiser.datapunt.beside import lines_of, read_opvang
from optimiser.datapunt.held import grootboek_key, read_datapunt
from optimiser.report.verloop.opvang import TABELLEN, Opvang, make_opvang
from optimiser.report.verloop.workbook import plain_table
from optimiser.teksten import load_teksten, percentage, signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import session
from optimiser.ui.frame.admission import zicht
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.choice import VerloopKeuze
from optimiser.ui.widgets.tables import Column, show_table


def show_opvang(keuze: VerloopKeuze) -> None:
    """Show reception, times against the norm, and the households that wait."""
    point, day = read_datapunt(zicht()), keuze.ledger.bekend_op

    def made() -> Opvang:
        tables = {tabel: read_opvang(point, tabel, day) for tabel in TABELLEN}
        return make_opvang(tables, keuze.ledger.book, in_app=True)

    found: Opvang = session.kept("opvang", (grootboek_key(), day), made)
    if found.leeg:
        st.caption(sentence("opvang", "geen", {}, in_app=True))
        return
    st.markdown("\n".join(f"- {plain_text(line)}" for line in found.zinnen))
    titles = load_teksten()["opvang_koppen"]
    for name in TABELLEN:
        table = getattr(found, name)
        if len(table):
            show_table(
                plain_table(table), _columns(table), key=f"opvang_{name}", titel=titles[name]
            )
    for line in lines_of(point, TABELLEN):
        st.caption(plain_text(line))


def _columns(table: pd.DataFrame) -> tuple[Column, ...]:
    titles = load_teksten()["opvang_kolommen"]

    def form(name: str) -> Column:
        if name == "deel_binnen":
            return Column(name, titles[name], percentage, leeg="onbekend")
        if name == "verandering":
            return Column(name, titles[name], signed, leeg="onbekend")
        if pd.api.types.is_numeric_dtype(table[name]):
            return Column(name, titles.get(name, name), whole, leeg="onbekend")
        return Column(name, titles.get(name, name))

    return tuple(form(str(name)) for name in table.columns)
