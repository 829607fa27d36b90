"""The plan per gemeente: how far it is from the taakstelling on the map, and who goes there."""

import pandas as pd
import streamlit as st

from optimiser.koppelen.aannames import COA_REGIO
from optimiser.koppelen.uitgangspunt import LAND
from optimiser.maps import difference_style
from optimiser.teksten import load_teksten, signed, whole
from optimiser.ui.frame import session
from optimiser.ui.kaart import show_map
from optimiser.ui.koppelen.choice import Koppelkeuze
from optimiser.ui.koppelen.waarom import pick_group, show_why
from optimiser.ui.koppelen.work import plan_of
from optimiser.ui.widgets.maps import counts_today
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Of each of the two tables beside each other [px].
WIDTH = 590
_SALDO = (
    Column("gemeente", "Gemeente"),
    Column("gebied", "COA-regio"),
    Column("taakstelling", "Taakstelling", whole, "Personen"),
    Column("gekoppeld", "Gekoppeld", whole, "Personen"),
    Column("afwijking", "Afwijking", signed, "Personen boven of onder de taakstelling"),
)


def show_deviation(keuze: Koppelkeuze) -> None:
    """Show the map of deviation."""
    st.markdown(load_teksten()["app"]["koppelen"]["kaart"])
    found = plan_of(keuze)
    if found is None:
        return
    figures = session.gegevens()
    vanaf = figures.figures(keuze.start.herkomst.peiljaar).indeling.vanaf
    values, remarks = counts_today(found.saldo(keuze.vraag)["afwijking"], vanaf)
    style = difference_style("Afwijking van de taakstelling", values, "personen", 0)
    zoom = () if keuze.gebied == LAND else tuple(map(str, values.index))
    regions = figures.regios["provincie"].map(COA_REGIO)
    show_map(
        values,
        style,
        key="koppel_kaart",
        borders=regions,
        zoom_to=zoom,
        source=keuze.start.herkomst.line(),
    )
    for line in remarks:
        st.caption(line)


def show_gemeenten(keuze: Koppelkeuze) -> None:
    """Show every gemeente; the one that is picked with who goes there."""
    found = plan_of(keuze)
    if found is None:
        return
    st.markdown(load_teksten()["app"]["koppelen"]["wie_mag"])
    saldo = found.saldo(keuze.vraag).sort_values("gemeente")
    beside = st.container(horizontal=True, gap="medium")  # below each other where it is narrow
    with beside, st.container(width=WIDTH):
        picked = show_table(
            saldo,
            [one for one in _SALDO if keuze.gebied == LAND or one.naam != "gebied"],
            key="koppel_saldo",
            titel=f"Plan per gemeente, {keuze.gebied}",
            options=TableOptions(search=True, pick=True, totals=_totals(saldo), height=20),
        )
    if picked is None:
        with beside, st.container(width=WIDTH):
            st.info(load_teksten()["app"]["koppelen"]["kies_gemeente"])
        return
    with beside, st.container(width=WIDTH):
        groep = pick_group(keuze, found, picked)
    if groep is not None:
        show_why(keuze, found, groep)


def _totals(saldo: pd.DataFrame) -> dict[str, object]:
    sums = {naam: int(saldo[naam].sum()) for naam in ("taakstelling", "gekoppeld", "afwijking")}
    return {"gemeente": "Totaal", **sums}
