"""Page on which a region makes, tests, seeks and settles an exchange."""

import streamlit as st

from optimiser.report.uitruil.table import names_by_code
from optimiser.ui.frame import state
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil import draft, gebied
from optimiser.ui.uitruil.kept import situation
from optimiser.ui.uitruil.numbers import parties_of, together
from optimiser.ui.uitruil.opvang import show_reception
from optimiser.ui.uitruil.rows import proposals, row_faults
from optimiser.ui.uitruil.search import show_search
from optimiser.ui.uitruil.settling.papers import show_papers
from optimiser.ui.uitruil.settling.register import (
    deals_of,
    pick_return,
    running_agreements,
    show_register,
)
from optimiser.ui.uitruil.sharing import show_sharing
from optimiser.ui.uitruil.table import edit_rows
from optimiser.ui.uitruil.toets import run_test, show_cards, show_test
from optimiser.ui.uitruil.words import say
from optimiser.uitruil.coalitie import split_uitslag
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def show() -> None:
    """Show the page."""
    draft.follow_address()
    gebied.follow_address()
    gebied.write_address()
    draft.write_address()
    stand = situation()
    names = names_by_code(stand)
    st.title("Uitruil")
    st.markdown(say("inleiding"))
    if state.scenario().sleutel != "inwoners":
        st.warning(say("niet_wettelijk"))
    st.header("1. Kies het gebied")
    naam, codes = gebied.pick_region(stand)
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
        gebied.show_region(uitslag, naam, codes)
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
    # A refusal in one coalition does not touch the papers of another.
    groups = [one for one in split_uitslag(uitslag) if one.mag] if complete else []
    terug = pick_return(uitslag.stand.halfjaar) if groups else None
    good = [one.voorstel for group in groups for one in group.uitslagen]
    deals = deals_of(good, terug)
    if len(good) < len(uitslag.uitslagen) and groups:
        st.warning(say("stukken_niet_alle"))
    if groups:
        show_papers(groups, deals)
    else:
        st.info(say("nog_geen_stukken"))
    st.subheader("Register")
    show_register(uitslag.stand, deals)
