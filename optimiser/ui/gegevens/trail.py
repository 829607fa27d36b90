"""The audit trail, for the beheerder of a shared installation."""

from collections.abc import Mapping

import streamlit as st

from optimiser.dienst.spoor import read_trail, spoor_table
from optimiser.ui.frame.admission import zicht
from optimiser.ui.widgets.downloads import offer_table
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_COLUMNS = (
    Column("tijdstip", "Op (Nederlandse tijd)"),
    Column("wie", "Wie"),
    Column("wat", "Wat"),
    Column("waarover", "Waarover"),
)


def show_trail(texts: Mapping[str, str]) -> None:
    """Show who did what in this workspace, newest first."""
    st.markdown(texts["spoor"])
    table = spoor_table(read_trail(zicht())[::-1])
    options = TableOptions(search=True, height=18)
    show_table(table, _COLUMNS, key="spoor", titel="Wie deed wat", options=options)
    offer_table(table, [], naam="spoor", key="spoor_bestand")
