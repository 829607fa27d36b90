"""When nothing closes: what pinches, in sentences, and ways out that can be clicked."""

import streamlit as st

from optimiser.engine import Option, Repair
from optimiser.problem import ModelInput
from optimiser.report.antwoord.remedies import (
    Remedy,
    headline_of_refusal,
    nearest_sentence,
    remedies,
)
from optimiser.report.antwoord.summary import CONFLICTS, conflict_sentences
from optimiser.scenario.beperkingen import Gebied
from optimiser.scenario.scenario import Scenario
from optimiser.solve.apply_repair import repaired, within
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import load_teksten, whole
from optimiser.teksten.gebieden import gebied_with_article
from optimiser.ui.frame import state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.naming import named
from optimiser.ui.frame.session import gegevens

#: Conflicts spelled out at once; the others can be opened.
FIRST = CONFLICTS
#: Ways out that are shown at once, best first.
OPEN = 2

_BUTTONS = {
    Option.GRENZEN: "Verruim deze grenzen",
    Option.GEBIED: "Voeg deze gebieden samen",
    Option.PLAATSEN: "Voeg deze plaatsen toe",
    Option.BUDGET: "Sta dit toe",
}


def show_refusal(outcome: Optimalisatie) -> None:
    """Tell in one line how many have no place; nothing if it closes."""
    if outcome.feasible:
        return
    shown = load_teksten()["app"]["optimaliseren"]["geen_oplossing"]
    st.error(f"{plain_text(headline_of_refusal(outcome))} {shown}")


def show_conflicts(outcome: Optimalisatie) -> None:
    """Tell where it pinches in at most five lines; the rest is folded."""
    if outcome.feasible:
        return
    told, placed = conflict_sentences(outcome), nearest_sentence(outcome)
    st.markdown("**Waar het knelt**")
    st.markdown(_listed(told[:FIRST]))
    rest = told[FIRST:]
    titel = "Wie geen plaats heeft"
    if rest:
        titel = f"{titel}, en waar het nog meer knelt ({whole(len(rest))})"
    if rest or placed:
        with st.expander(titel):
            st.markdown(_listed([*rest, *([placed] if placed else [])]))


def show_ways_out(outcome: Optimalisatie) -> None:
    """Show what would help, best first, each with its button; nothing if it closes."""
    if outcome.feasible:
        return
    st.markdown("**Wat zou helpen** (elke uitweg is apart genoeg, tenzij er iets anders staat)")
    found = remedies(outcome)
    _cards(outcome.data, found[:OPEN])
    if rest := found[OPEN:]:
        with st.expander(f"Andere uitwegen ({len(rest)})"):
            _cards(outcome.data, rest, OPEN)


def _cards(data: ModelInput, found: list[Remedy], first: int = 0) -> None:
    for number, remedy in enumerate(found, first):
        with st.container(border=True, key=f"opt_remedie_{number}"):  # theme.css: wide lines
            told, button = st.columns([4, 1], vertical_alignment="center")
            told.markdown(plain_text(remedy.tekst))
            with button:
                _button(data, remedy)


def _button(data: ModelInput, remedy: Remedy) -> None:
    if remedy.repair is not None and remedy.available:
        st.button(
            _BUTTONS[remedy.repair.option],
            on_click=guarded(_make),
            args=(data, remedy.repair),
            key=f"opt_uitweg_{remedy.repair.option}",
        )
    if remedy.gebied is not None:
        st.button(
            f"Ruil uit binnen {gebied_with_article(remedy.gebied)}",
            on_click=guarded(_widen),
            args=(remedy.gebied, remedy.rest == 0),
            key=f"opt_uitweg_{remedy.gebied}",
        )


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {plain_text(line)}" for line in lines)


def _make(data: ModelInput, repair: Repair) -> None:
    _choose(repaired(state.scenario(), gegevens(), data, repair))


def _widen(gebied: Gebied, closing: bool) -> None:
    _choose(within(state.scenario(), gegevens(), gebied, closing=closing))


def _choose(wanted: Scenario) -> None:
    state.choose(named(wanted, state.scenario()))
