"""The first page: what do you want to know, with the answer beside it."""

import streamlit as st

from optimiser.compare.changes.groepen import per_group
from optimiser.solve.result import Verdeling
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.ui.frame import state
from optimiser.ui.frame.place import choose_place, pick_place, place, write_place
from optimiser.ui.frame.session import answer, gegevens, reproduced
from optimiser.ui.frame.shell import page_named
from optimiser.ui.frame.statutory import ask_number, has_number, statutory
from optimiser.ui.start.cards import show_answer, show_country, show_tasks
from optimiser.ui.widgets.downloads import offer_table
from optimiser.ui.widgets.fields import pick_halfjaar
from optimiser.ui.widgets.maps import statutory_map
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: The published table that comes out to the person.
PUBLISHED = "2021-1"
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
    st.title("Wat wilt u weten?")
    if not has_number():
        pick_halfjaar()
        ask_number()
        return
    verdeling = answer(statutory())
    left, right = st.columns([3, 2], gap="medium")
    with left:
        with st.container(horizontal=True, key="zoeken"):
            plek = pick_place()
            pick_halfjaar()
        if plek is None:
            st.markdown(load_teksten()["app"]["start"]["vraag"])
        else:
            write_place()
            show_answer(plek)
        show_country()
        show_tasks()
    with right:
        now = place()
        statutory_map(verdeling, now, _pick)
    _tables(verdeling)


def _pick(code: str | None) -> None:
    if code is None or code in answer(statutory()).gemeenten.index:
        choose_place(code)


def _tables(verdeling: Verdeling) -> None:
    table = verdeling.gemeenten
    st.header("De wettelijke verdeling")
    left, right = st.columns([2, 3], gap="large")
    with left:
        provincies = per_group(table["taakstelling"], table["provincie"], "provincie")
        show_table(
            provincies,
            _PROVINCIES,
            key="start_provincies",
            titel="Taakstelling per provincie (personen)",
            options=TableOptions(
                totals={"provincie": "Totaal", "taakstelling": verdeling.totaal}, height=24
            ),
        )
    with right:
        columns = ["inwoners", "taakstelling"]
        totals = {"gemeente": "Totaal"} | {c: int(table[c].sum()) for c in columns}
        show_table(
            table.sort_values("gemeente"),
            _GEMEENTEN,
            key="start_gemeenten",
            titel=f"Taakstelling per gemeente, {len(table)} gemeenten",
            options=TableOptions(search=True, totals=totals, height=19),
        )
        offer_table(
            table, [verdeling.herkomst.line()], naam="taakstelling", key="start", totals=columns
        )
    _reproduced()
    st.caption(verdeling.herkomst.line())
    for line in gegevens().later_mergers(table.index, state.scenario().halfjaar):
        st.caption(line)


def _reproduced() -> None:
    outcome = reproduced(PUBLISHED)
    text = load_teksten()["app"]["start"]["herleid"]
    told = text.format(halfjaar=PUBLISHED, gelijk=outcome.gelijk, aantal=len(outcome.provincies))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(told, width="content")
        if (page := page_named("uitleg")) is not None:
            st.page_link(page, label="Hoe dat is nagerekend")
