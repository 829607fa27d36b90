"""Tussenvoorzieningen and flexwoningen: what there is, one more, one less."""

import streamlit as st

from optimiser.scenario.beperkingen import Plekken
from optimiser.teksten import load_teksten, whole
from optimiser.teksten.getallen import counted
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.state import adjust, scenario
from optimiser.ui.widgets.fields import parse_count


def show_places(names: dict[str, str]) -> None:
    """Show the extra places of the scenario and a form for one more."""
    for number, facility in enumerate(scenario().capaciteit.plekken):
        with st.container(border=True):
            st.markdown(_told(facility, names))
            st.button(
                f"Verwijder {facility.naam}",
                on_click=guarded(_remove),
                args=(number,),
                key=f"opt_plek_weg_{number}",
            )
    st.caption("Extra plaatsen tellen mee in het halfjaar waarin zij opengaan.")
    st.text_input("Naam", key="opt_plek_naam", autocomplete="off")
    st.radio("Soort", ["tussenvoorziening", "flexwoningen"], horizontal=True, key="opt_plek_soort")
    st.text_input("Plaatsen (personen)", key="opt_plek_aantal", autocomplete="off")
    st.text_input(
        "Hoe lang (halfjaren)", key="opt_plek_halfjaren", placeholder="2", autocomplete="off"
    )
    st.multiselect(
        "Deelnemende gemeenten",
        list(names),
        format_func=names.__getitem__,
        placeholder="Kies gemeenten",
        help=load_teksten()["app"]["optimaliseren"]["plekken_uitleg"],
        key="opt_plek_gemeenten",
    )
    st.button("Plaatsen toevoegen", on_click=guarded(_add), key="opt_plek_erbij")


def _told(facility: Plekken, names: dict[str, str]) -> str:
    taking_part = [names.get(code, code) for code in facility.gemeenten]
    return (
        f"**{plain_text(facility.naam)}** ({facility.soort}): {whole(facility.plekken)} plaatsen, "
        f"vanaf {facility.opening}, {counted(facility.halfjaren, 'halfjaar', 'halfjaren')}. "
        f"{plain_text(', '.join(taking_part))}."
    )


def _add() -> None:
    """Add what stands in the form; the form keeps it when that is refused."""
    typed = st.session_state
    count = parse_count(typed["opt_plek_aantal"], "Plaatsen")
    length = parse_count(typed["opt_plek_halfjaren"] or "2", "Hoe lang")
    now = scenario()
    added = Plekken(
        naam=typed["opt_plek_naam"].strip(),
        soort=typed["opt_plek_soort"],
        plekken=count,
        opening=now.halfjaar,
        halfjaren=length,
        gemeenten=tuple(typed["opt_plek_gemeenten"]),
    )
    adjust(capaciteit=now.capaciteit.adjusted(plekken=(*now.capaciteit.plekken, added)))
    for field in ("naam", "aantal", "halfjaren"):
        typed[f"opt_plek_{field}"] = ""
    typed["opt_plek_gemeenten"] = []


def _remove(number: int) -> None:
    held = scenario().capaciteit
    kept = (*held.plekken[:number], *held.plekken[number + 1 :])
    adjust(capaciteit=held.adjusted(plekken=kept))
