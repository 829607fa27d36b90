"""A card of the gemeente picked on the map: its numbers, what holds it back, and locking it."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from optimiser.report.antwoord.binding_limits import change_line, limit_lines
from optimiser.scenario.beperkingen import GemeenteGrens
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.state import scenario
from optimiser.ui.optimaliseren.gemeenten import change_limits, limit_fields
from optimiser.ui.widgets.sections import draw_when_opened


def show_card(picked: tuple[str, ...], outcome: Optimalisatie, names: Mapping[str, str]) -> None:
    """Show the card, or how to get one.

    Parameters
    ----------
    picked
        What was picked on the map.
    outcome
        The answer that is shown.
    names
        ``gm_code`` to name, of today's gemeenten.
    """
    texts = load_teksten()["app"]["optimaliseren"]
    if not picked:
        st.caption(texts["kaart_leeg"])
        return
    code = picked[-1]
    name = names.get(code, code)
    with st.container(border=True, key="opt_kaartje"):
        st.markdown(_told(code, name, outcome, texts["niet_in_indeling"]))
        if code in outcome.data.gm_codes:
            _buttons(code, name)


def _told(code: str, name: str, outcome: Optimalisatie, unknown: str) -> str:
    if code not in outcome.data.gm_codes:
        return f"**{plain_text(name)}**  \n{unknown}"
    told = (
        f"- **{plain_text(line.tekst)}**" if line.knelt else f"- {plain_text(line.tekst)}"
        for line in limit_lines(outcome, code)
    )
    lines = "\n".join(told)
    return f"**{plain_text(name)}**  \n{plain_text(change_line(outcome, code))}\n\n{lines}"


def _buttons(code: str, name: str) -> None:
    texts = load_teksten()["app"]["optimaliseren"]
    own = scenario().gemeenten.get(code, GemeenteGrens())
    lock = f"Laat {name} weer los" if own.vast else f"Zet {name} vast"
    leave = f"Laat {name} weer meedoen" if own.niet_deelnemend else f"Laat {name} niet meedoen"
    with st.container(horizontal=True):
        for label, field, uitleg in (
            (lock, "vast", texts["vast_uitleg"]),
            (leave, "niet_deelnemend", texts["niet_mee_uitleg"]),
        ):
            st.button(
                plain_text(label),
                help=uitleg,
                on_click=guarded(change_limits),
                args=(code,),
                kwargs={field: not getattr(own, field)},
                key=f"opt_kaartje_{field}",
            )
    draw = partial(limit_fields, code, "opt_kaartje")
    draw_when_opened("Wat deze gemeente kan en wil", "opt_kaartje_eigen", draw)
