"""The answer for a region in one line: how many persons, who is short, who has room."""

from decimal import Decimal

import streamlit as st

from optimiser.teksten import counted, whole
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.uitruil.toets.beginstand import Beginstand

#: Parts of the freed dwellings to choose from at once, in per cent.
SHARES = (10, 12, 14)
_SECTION = "uitruil_gebied"


def show_headline(stand: Beginstand, naam: str, codes: tuple[str, ...]) -> None:
    """Say what the region must house and can house; without limits offer three."""
    if not codes:
        return
    st.markdown("  \n".join(plain_text(line) for line in headline(stand, naam, codes)))
    if any(stand.gemeenten[code].kan is not None for code in codes) or stand.geen_woningen:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(sentence(_SECTION, "kies_grens", {}))
        for share in SHARES:
            st.button(
                f"{share} %", on_click=guarded(_limit), args=(share,), key=f"uitruil_grens_{share}"
            )


def headline(stand: Beginstand, naam: str, codes: tuple[str, ...]) -> list[str]:
    """Return the sentences about a region."""
    parties = [stand.gemeenten[code] for code in codes]
    facts: dict[str, object] = {
        "regio": naam[:1].upper() + naam[1:],
        "gemeenten": counted(len(codes), "gemeente", "gemeenten"),
        "personen": counted(sum(one.taakstelling for one in parties), "persoon", "personen"),
        "halfjaar": stand.halfjaar,
    }
    lines = [sentence(_SECTION, "opgave", facts)]
    over = [(one.taakstelling - one.kan, one) for one in parties if one.kan is not None]
    if not over:
        return lines
    short = sorted((-by, one.naam) for by, one in over if by > 0)
    facts |= {
        "tekort": counted(-sum(by for by, _ in short), "persoon", "personen"),
        "wie": ", ".join(f"{name} {whole(-by)}" for by, name in short[:6])
        + (f" en {len(short) - 6} andere" if len(short) > 6 else ""),
        "ruimte": counted(-sum(by for by, _ in over if by < 0), "persoon", "personen"),
    }
    return [*lines, sentence(_SECTION, "tekort" if short else "geen_tekort", facts)]


def _limit(share: int) -> None:
    held = state.scenario().capaciteit
    state.adjust(capaciteit=held.adjusted(maximum_aandeel=Decimal(share) / 100))
