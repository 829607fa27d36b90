"""Page that distributes under limits: questions on the left, the answer on the right."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from optimiser.report.antwoord.summary import table_of
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import meldingen
from optimiser.ui.frame.session import optimised
from optimiser.ui.optimaliseren.aim import show_aim
from optimiser.ui.optimaliseren.answer import show_change, show_headline, show_numbers
from optimiser.ui.optimaliseren.frontier import show_line, show_slider
from optimiser.ui.optimaliseren.gemeenten import gemeente_names, show_limits, show_taking_part
from optimiser.ui.optimaliseren.plekken import show_places
from optimiser.ui.optimaliseren.proof import show_binding, show_proof
from optimiser.ui.optimaliseren.question import pick_example, show_question
from optimiser.ui.optimaliseren.repairs import show_conflicts
from optimiser.ui.widgets.order import ahead_of


def show() -> None:
    """Show the page."""
    st.title("Optimaliseren")
    st.markdown(load_teksten()["app"]["optimaliseren"]["inleiding"])
    above = st.container()
    left, right = st.columns([2, 3], gap="large")
    with right, meldingen(), ahead_of(left, lambda: _questions(above)):
        verdeling = optimised()
        outcome = verdeling.optimalisatie
        if outcome is None:
            msg = "asked for a proof, got a plain table"
            raise TypeError(msg)
        # One place, however much there is to say: the map below it keeps zoom and focus.
        with st.container():
            show_headline(outcome)
            show_slider()
            show_conflicts(outcome)
        table = table_of(verdeling, outcome).set_index("gm_code")
        show_change(verdeling, outcome, table)
    show_line(outcome.moved)
    show_binding(outcome)
    show_proof(outcome)
    st.header("Alle gemeenten")
    show_numbers(verdeling, outcome, table)


def _questions(above: DeltaGenerator) -> None:
    """Show what can be asked; the titles of examples are too long for a column."""
    with above:
        pick_example()
    show_question()
    show_aim()
    names = gemeente_names()
    for titel, key, part in (
        ("Gemeenten die vaststaan of niet meedoen", "opt_wie", show_taking_part),
        ("Wat een gemeente kan en wil", "opt_wat", show_limits),
    ):
        # Long lists: drawn only when opened, so that a slider answers faster.
        with st.expander(titel, key=key, on_change="rerun") as opened:
            if opened.open:
                part(names)
    with st.expander("Tussenvoorzieningen en flexwoningen"):
        show_places(names)
