"""Page that says what this is and shows the statutory table."""

import pandas as pd
import streamlit as st

from optimiser.compare.changes.groepen import per_group
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.teksten import decimal, load_teksten, percentage, whole
from optimiser.ui.frame import state
from optimiser.ui.frame.session import answer, gegevens, reproduced
from optimiser.ui.frame.shell import page_named
from optimiser.ui.widgets.downloads import offer_table
from optimiser.ui.widgets.fields import pick_halfjaar
from optimiser.ui.widgets.maps import statutory_map
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: The published table that comes out to the person.
PUBLISHED = "2021-1"
_PICKED = "start_gemeente"

_GEMEENTEN = (
    Column("gemeente", "Gemeente"),
    Column("provincie", "Provincie"),
    Column("inwoners", "Inwoners", whole, "Op 1 januari van het jaar vóór het halfjaar (CBS)"),
    Column("exact", "Vóór afronding", lambda v: decimal(v, 2), "Landelijk aantal maal aandeel"),
    Column("taakstelling", "Taakstelling", whole, "Personen in dit halfjaar, afgerond"),
)
_PROVINCIES = (
    Column("provincie", "Provincie"),
    Column("taakstelling", "Taakstelling", whole, "Som van de gemeenten, in personen"),
)


def show() -> None:
    """Show the page."""
    texts = load_teksten()["app"]["start"]
    st.title("Taakstelling huisvesting vergunninghouders")
    st.markdown(" ".join(texts["zinnen"]))
    _reproduced(texts["herleid"])
    st.header("De wettelijke verdeling")
    pick_halfjaar()
    verdeling = answer(_statutory())
    left, right = st.columns([3, 2], gap="large")
    with left:
        picked = st.session_state.get(_PICKED)
        statutory_map(verdeling, picked, _pick)
    with right:
        _gemeente(verdeling)
        provincies = per_group(
            verdeling.gemeenten["taakstelling"], verdeling.gemeenten["provincie"], "provincie"
        )
        totals = {"provincie": "Totaal", "taakstelling": verdeling.totaal}
        show_table(
            provincies,
            _PROVINCIES,
            key="start_provincies",
            titel="Taakstelling per provincie (personen)",
            options=TableOptions(totals=totals),
        )
    _all(verdeling)


def _statutory() -> Scenario:
    """Return the statutory question of the half-year of the scenario, or the latest known."""
    wanted = state.scenario().halfjaar
    known = wanted in gegevens().landelijk.index
    return Scenario(halfjaar=wanted) if known else state.default_scenario()


def _reproduced(text: str) -> None:
    outcome = reproduced(PUBLISHED)
    told = text.format(halfjaar=PUBLISHED, gelijk=outcome.gelijk, aantal=len(outcome.provincies))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(told, width="content")
        if (page := page_named("uitleg")) is not None:
            st.page_link(page, label="Hoe dat is nagerekend")


def _pick(code: str | None) -> None:
    st.session_state[_PICKED] = code


def _gemeente(verdeling: Verdeling) -> None:
    table = verdeling.gemeenten
    if st.session_state.get(_PICKED) not in table.index:
        st.session_state[_PICKED] = None
    picked = st.selectbox(
        "Zoek een gemeente",
        list(table.sort_values("gemeente").index),
        index=None,
        placeholder="Typ een naam",
        format_func=lambda code: str(table.at[code, "gemeente"]),
        key=_PICKED,
    )
    if picked is not None:
        _card(table.loc[picked], verdeling.totaal)


def _card(row: pd.Series, total: int) -> None:
    with st.container(border=True):
        st.markdown(f"**{row['gemeente']}** ({row['provincie']})")
        st.markdown(
            f"**{whole(row['taakstelling'])} personen** van de {whole(total)}. De gemeente heeft "
            f"{whole(row['inwoners'])} inwoners, {percentage(row['aandeel'], 3)} van Nederland. "
            f"Vóór afronding zijn dat {decimal(row['exact'], 2)} personen; er is afgerond met één "
            "deler voor het hele land, zodat de som precies uitkomt."
        )


def _all(verdeling: Verdeling) -> None:
    table = verdeling.gemeenten
    st.subheader("Alle gemeenten")
    columns = ["inwoners", "taakstelling"]
    totals = {"gemeente": "Totaal"} | {c: int(table[c].sum()) for c in columns}
    show_table(
        table.sort_values("gemeente"),
        _GEMEENTEN,
        key="start_gemeenten",
        titel=f"Taakstelling per gemeente, {len(table)} gemeenten",
        options=TableOptions(search=True, totals=totals),
    )
    offer_table(
        table, [verdeling.herkomst.line()], naam="taakstelling", key="start", totals=columns
    )
    st.caption(verdeling.herkomst.line())
    for line in gegevens().later_mergers(table.index, _statutory().halfjaar):
        st.caption(line)
