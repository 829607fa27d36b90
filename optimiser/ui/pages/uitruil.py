"""Page on which a region makes, tests, seeks and settles an exchange."""

import streamlit as st

from optimiser.report.uitruil_tabel import names_by_code
from optimiser.ui import state
from optimiser.ui.components import uitruil_gebied, uitruil_stand
from optimiser.ui.components.uitruil_bestand import show_sharing
from optimiser.ui.components.uitruil_cijfers import parties_of, together
from optimiser.ui.components.uitruil_opvang import show_reception
from optimiser.ui.components.uitruil_register import (
    deals_of,
    pick_return,
    running_agreements,
    show_register,
)
from optimiser.ui.components.uitruil_rijen import proposals, row_faults
from optimiser.ui.components.uitruil_stukken import show_papers
from optimiser.ui.components.uitruil_tabel import edit_rows
from optimiser.ui.components.uitruil_toets import run_test, show_cards, show_test
from optimiser.ui.components.uitruil_woorden import say
from optimiser.ui.components.uitruil_zoeken import show_search
from optimiser.ui.meldingen import plain_text
from optimiser.ui.session_uitruil import situation
from optimiser.uitruil.uitslag import Toetsuitslag


def show() -> None:
    """Show the page."""
    uitruil_stand.follow_address()
    uitruil_gebied.write_address()
    uitruil_stand.write_address()
    stand = situation()
    names = names_by_code(stand)
    st.title("Uitruil")
    st.markdown(say("inleiding"))
    if state.scenario().sleutel != "inwoners":
        st.warning(say("niet_wettelijk"))
    st.header("1. Kies het gebied")
    naam, codes = uitruil_gebied.pick_region(stand)
    region = st.container()
    st.header("2. Maak afspraken")
    with st.expander("Laat een uitruil zoeken", expanded=False):
        show_search(stand, names, naam, codes)
    rows = edit_rows(names, codes)
    voorstellen = proposals(rows, stand.halfjaar)
    lopend, unread = running_agreements(stand.halfjaar, voorstellen)
    uitslag = run_test(voorstellen, stand, lopend)
    show_sharing(voorstellen, names, uitslag)
    if unread is not None:
        st.warning(plain_text(f"{unread.titel}. {unread.tekst} {say('register_niet_getoetst')}"))
    with region:
        uitruil_gebied.show_region(uitslag, naam, codes)
    _consequences(uitslag)
    _settle(uitslag, complete=not row_faults(rows, names))
    with st.expander("Opvang tegen huisvesting: NIET TOEGESTAAN, alleen doorrekenen"):
        show_reception(stand, names)


def _consequences(uitslag: Toetsuitslag) -> None:
    st.header("3. Bekijk de gevolgen")
    if not uitslag.uitslagen:
        st.info(say("nog_niets"))
        return
    show_test(uitslag)
    st.subheader("Vóór en na per gemeente")
    show_cards(uitslag, together(uitslag, parties_of(uitslag)))


def _settle(uitslag: Toetsuitslag, *, complete: bool) -> None:
    st.header("4. Leg vast")
    ready = complete and bool(uitslag.uitslagen) and uitslag.mag
    terug = pick_return(uitslag.stand.halfjaar) if ready else None
    deals = deals_of([one.voorstel for one in uitslag.uitslagen], terug) if ready else []
    if ready:
        show_papers(uitslag, deals)
    else:
        st.info(say("nog_geen_stukken"))
    st.subheader("Register")
    show_register(uitslag.stand, deals)
