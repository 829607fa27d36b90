"""Page that distributes under limits: three answers first, then one's own question."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.report.antwoord.summary import table_of
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.result import Verdeling
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import meldingen, part
from optimiser.ui.frame.session import optimised
from optimiser.ui.optimaliseren.aim import show_aim
from optimiser.ui.optimaliseren.answer import show_change, show_headline, show_numbers, show_outside
from optimiser.ui.optimaliseren.frontier import show_line, show_slider
from optimiser.ui.optimaliseren.gemeenten import gemeente_names, show_limits, show_taking_part
from optimiser.ui.optimaliseren.opening import show_cards
from optimiser.ui.optimaliseren.plekken import show_places
from optimiser.ui.optimaliseren.proof import show_binding, show_proof
from optimiser.ui.optimaliseren.question import pick_example, show_question
from optimiser.ui.optimaliseren.repairs import show_conflicts, show_refusal, show_ways_out
from optimiser.ui.widgets.order import ahead_of
from optimiser.ui.widgets.sections import draw_when_opened, pick_section


def show() -> None:
    """Show the page."""
    st.title(load_teksten()["app"]["optimaliseren"]["vraag"])
    with part():
        show_cards()
    left, right = st.columns([2, 3], gap="large")
    with right, meldingen(), ahead_of(left, _questions):
        verdeling = optimised()
        outcome = verdeling.optimalisatie
        if outcome is None:
            msg = "asked for a proof, got a plain table"
            raise TypeError(msg)
        # One place, however much there is to say: the map below it keeps zoom and focus.
        above = st.container()
        with above:
            show_headline(outcome)
            show_refusal(outcome)
        table = table_of(verdeling, outcome).set_index("gm_code")
        with ahead_of(above, show_slider):  # the map does not wait for the frontier
            show_change(verdeling, outcome, table)
        show_conflicts(outcome)
    if outcome.feasible:
        _more(verdeling, outcome, table)
        return
    with left:  # where there is room
        show_outside(outcome)
    show_ways_out(outcome)
    # Drawn only when opened: a step of a slider sends half as much.
    numbers = partial(show_numbers, verdeling, outcome, table)
    draw_when_opened("De verdeling die er het dichtst bij komt", "opt_dichtstbij", numbers)


def _more(verdeling: Verdeling, outcome: Optimalisatie, table: pd.DataFrame) -> None:
    """Show one of the parts behind the answer; each has an address."""
    picked = pick_section("Meer over dit antwoord", MORE, "meer")
    MORE[picked](verdeling, outcome, table)


def _pinching(_verdeling: Verdeling, outcome: Optimalisatie, _table: pd.DataFrame) -> None:
    show_binding(outcome)
    show_proof(outcome)


def _line(_verdeling: Verdeling, outcome: Optimalisatie, _table: pd.DataFrame) -> None:
    show_line(outcome.moved)


#: Name in the address to what draws it.
MORE: dict[str, Callable[[Verdeling, Optimalisatie, pd.DataFrame], None]] = {
    "Alle gemeenten": show_numbers,
    "Wat knelt": _pinching,
    "Eerlijker of minder verplaatsen": _line,
}


def _questions() -> None:
    """Show what can be asked."""
    pick_example()
    show_question()
    show_aim()
    names = gemeente_names()
    for titel, key, draw in (
        ("Gemeenten die vaststaan of niet meedoen", "opt_wie", show_taking_part),
        ("Wat een gemeente kan en wil", "opt_wat", show_limits),
        ("Tussenvoorzieningen en flexwoningen", "opt_plekken", show_places),
    ):
        # Long lists: drawn only when opened, so that a slider answers faster.
        draw_when_opened(titel, key, partial(draw, names))
