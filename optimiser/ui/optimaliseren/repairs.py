"""When nothing closes: what pinches, in sentences, and ways out that can be clicked."""

import streamlit as st

from optimiser.engine import Option, Repair, nearest_facts
from optimiser.problem import ModelInput
from optimiser.report.antwoord.summary import conflict_sentences, repair_sentences
from optimiser.scenario.beperkingen import Gebied
from optimiser.scenario.scenario import Scenario
from optimiser.solve.apply_repair import closing_areas, repaired, within
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import load_teksten, whole
from optimiser.teksten.gebieden import gebied_with_article
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.naming import named
from optimiser.ui.frame.session import gegevens

#: Conflicts spelled out at once; the others can be opened.
FIRST = 3

_BUTTONS = {
    Option.GRENZEN: "Verruim deze grenzen",
    Option.GEBIED: "Voeg deze gebieden samen",
    Option.PLAATSEN: "Voeg deze plaatsen toe",
    Option.BUDGET: "Sta dit toe",
}


def show_conflicts(outcome: Optimalisatie) -> None:
    """Tell where it pinches, what would help, and who has no place; nothing if it closes."""
    if outcome.feasible:
        return
    told = conflict_sentences(outcome)
    st.error(load_teksten()["app"]["optimaliseren"]["geen_oplossing"])
    st.markdown("**Waar het knelt**")
    st.markdown(_listed(told[:FIRST]))
    if len(told) > FIRST:
        with st.expander(f"Waar het nog meer knelt ({whole(len(told) - FIRST)})"):
            st.markdown(_listed(told[FIRST:]))
    if outcome.nearest is not None:
        facts = nearest_facts(outcome.nearest)
        st.markdown(plain_text(sentence(facts.section, facts.code, facts.values)))
    _ways_out(outcome)


def _ways_out(outcome: Optimalisatie) -> None:
    st.markdown("**Wat zou helpen** (elke uitweg is apart genoeg)")
    for repair, told in zip(outcome.repairs, repair_sentences(outcome), strict=True):
        with st.container(border=True):
            st.markdown(plain_text(told))
            if repair.available:
                st.button(
                    _BUTTONS[repair.option],
                    on_click=guarded(_make),
                    args=(outcome.data, repair),
                    key=f"opt_uitweg_{repair.option}",
                )
            if repair.option is Option.GEBIED and repair.available:
                _offer_areas(outcome.data)


def _offer_areas(data: ModelInput) -> None:
    for gebied in closing_areas(gegevens(), data)[:2]:
        st.button(
            f"Of ruil uit binnen {gebied_with_article(gebied)}",
            on_click=guarded(_widen),
            args=(gebied,),
            key=f"opt_uitweg_{gebied}",
        )


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {plain_text(line)}" for line in lines)


def _make(data: ModelInput, repair: Repair) -> None:
    _choose(repaired(state.scenario(), gegevens(), data, repair))


def _widen(gebied: Gebied) -> None:
    _choose(within(state.scenario(), gegevens(), gebied))


def _choose(wanted: Scenario) -> None:
    state.choose(named(wanted, state.scenario()))
