"""The question the page opens on, with the answer at three ceilings already computed."""

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.antwoord.remedies import headline_of_refusal
from optimiser.report.gemeente.room import freed_places
from optimiser.scenario.scenario import Scenario
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.run import solve_scenario
from optimiser.teksten import counted, load_teksten, percentage
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.naming import named
from optimiser.ui.frame.statutory import has_number

#: Ceilings that are shown, and the ready scenario they are taken from.
CEILINGS, READY = (Decimal("0.10"), Decimal("0.12"), Decimal("0.14")), "plafond-12"


@dataclass(frozen=True, slots=True)
class Antwoordkaart:
    """What one ceiling gives.

    Attributes
    ----------
    scenario
        The question.
    past
        Whether it closes.
    tekst
        The answer in one or two sentences.
    """

    scenario: Scenario
    past: bool
    tekst: str


def at_ceiling(deel: Decimal) -> Scenario:
    """Return the ready scenario with this ceiling, on the half-year of the session."""
    ready, now = session.ready_scenarios()[READY], state.scenario()
    after = ready.adjusted(
        halfjaar=now.halfjaar,
        totaal=now.totaal,
        capaciteit=ready.capaciteit.adjusted(maximum_aandeel=deel),
    )
    return named(after, ready)


def answer_cards() -> tuple[Antwoordkaart, ...]:
    """Solve at each ceiling and say the answers; none where the dwellings are not known."""
    now, figures = state.scenario(), session.gegevens()
    plain = Scenario(halfjaar=now.halfjaar, totaal=now.totaal)
    if freed_places(plain, figures, solve_scenario(plain, figures)) is None:
        return ()
    return tuple(_card(at_ceiling(deel), figures) for deel in CEILINGS)


def _card(asked: Scenario, figures: Gegevens) -> Antwoordkaart:
    outcome = solve_scenario(asked, figures).optimalisatie
    if outcome is None:
        msg = "a ceiling was asked, got a plain table"
        raise TypeError(msg)
    return Antwoordkaart(asked, outcome.feasible, _told(outcome))


def show_cards() -> None:
    """Show the three answers; a button opens one."""
    if not has_number():
        return
    texts, now = load_teksten()["app"]["optimaliseren"], state.scenario()
    asked = (now.halfjaar, now.totaal)
    cards = session.kept("opening", asked, answer_cards, "Verdeling berekenen …")
    if not cards:
        st.info(texts["kaart_geen_woningen"].format(halfjaar=now.halfjaar))
        return
    for place, deel, card in zip(st.columns(len(CEILINGS)), CEILINGS, cards, strict=True):
        with place, st.container(border=True, height="stretch", key=f"opt_antwoord_{deel}"):
            told = texts["kaart_past" if card.past else "kaart_past_niet"]
            heading = told.format(deel=percentage(deel, 0))
            st.markdown(f"**{heading}**  \n{plain_text(card.tekst)}")
            open_now = card.scenario.sha256() == now.sha256()
            st.button(
                texts["kaart_open" if open_now else "kaart_knop"],
                disabled=open_now,
                on_click=guarded(state.choose),
                args=(card.scenario,),
                key=f"opt_bekijk_{deel}",
            )


def _told(outcome: Optimalisatie) -> str:
    if not outcome.feasible:
        return headline_of_refusal(outcome)
    moved = counted(outcome.moved, "persoon wisselt", "personen wisselen")
    return str(load_teksten()["app"]["optimaliseren"]["kaart_wissel"].format(verschuift=moved))
