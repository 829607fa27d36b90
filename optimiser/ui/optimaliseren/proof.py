"""What binds, what one person more costs, and the proof."""

import streamlit as st

from optimiser.report.antwoord.proof import proof_lines
from optimiser.report.antwoord.summary import binding_lines
from optimiser.report.antwoord.without_limit import without_limit_lines
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import load_teksten, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.session import gegevens
from optimiser.ui.frame.state import scenario

_TOLD = "_opt_prijzen"


def show_binding(outcome: Optimalisatie) -> None:
    """Tell which limits hold gemeenten back, and on request what each of them costs."""
    if not outcome.feasible:
        return
    st.header("Wat knelt, en wat kost één persoon meer?")
    lines = list(binding_lines(outcome)) or ["Geen enkele grens per gemeente houdt iets tegen."]
    lines += without_limit_lines(outcome)
    st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))
    told = st.session_state.get(_TOLD)
    if told is not None and told[0] == _question():
        _show(told[1])
        return
    st.caption(load_teksten()["app"]["optimaliseren"]["prijs"])
    spot = st.empty()
    if spot.button("Reken de prijs van elke grens uit", key="opt_prijzen"):
        with spot.container():
            lines = _priced(outcome)
        st.session_state[_TOLD] = (_question(), lines)
        spot.empty()
        _show(lines)


def _priced(outcome: Optimalisatie) -> list[str]:
    """Compute price by price; a press on the button ends this run at the next step."""
    from optimiser.report.antwoord.prices import each_price, price_count, price_lines

    total = price_count(outcome)
    bar = st.progress(0.0, text="Prijzen uitrekenen …")
    st.button("Stop met rekenen", key="opt_prijzen_stop")
    found = []
    for number, price in enumerate(each_price(outcome), start=1):
        found.append(price)
        told = f"{whole(number)} van de {whole(total)} grenzen uitgerekend"
        bar.progress(min(1.0, number / max(1, total)), text=told)
    return price_lines(outcome, found)


def show_proof(outcome: Optimalisatie) -> None:
    """Show why there is no better answer."""
    lines = proof_lines(outcome)
    if lines:
        with st.expander("Hoe weet u dat dit klopt?"):
            st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))


def _question() -> tuple[str, str]:
    """Return what the prices belong to: the scenario and the version of the figures."""
    return scenario().sha256(), gegevens().version


def _show(lines: list[str]) -> None:
    told = [f"- {plain_text(line[2:])}" if line[:2] == "- " else plain_text(line) for line in lines]
    st.markdown("\n".join(f"\n{line}\n" if line[:2] != "- " else line for line in told))
