"""Page on which a region makes, tests, seeks and settles an exchange: one step at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from optimiser.report.uitruil.table import names_by_code
from optimiser.ui.frame import session, state
from optimiser.ui.frame.admission import may
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil import draft, terug
from optimiser.ui.uitruil.cards import show_cards
from optimiser.ui.uitruil.kept import situation, standen
from optimiser.ui.uitruil.numbers import parties_of, together
from optimiser.ui.uitruil.opvang import show_reception
from optimiser.ui.uitruil.region import pick
from optimiser.ui.uitruil.region.headline import show_headline
from optimiser.ui.uitruil.region.picture import show_region
from optimiser.ui.uitruil.region.search import show_search
from optimiser.ui.uitruil.rows import Rij, proposals, row_faults
from optimiser.ui.uitruil.settling.papers import show_papers
from optimiser.ui.uitruil.settling.register import running_agreements, show_register
from optimiser.ui.uitruil.sharing import show_sharing
from optimiser.ui.uitruil.steps import AGREEMENTS, PAPERS, REGION, REGISTER, pick_step
from optimiser.ui.uitruil.table import edit_rows
from optimiser.ui.uitruil.toets import run_test, show_later, show_test
from optimiser.ui.uitruil.voorziening import show_facilities
from optimiser.ui.uitruil.words import say
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.coalitie import split_uitslag
from optimiser.uitruil.plekken import with_facilities
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.per_halfjaar import check_per_halfjaar
from optimiser.uitruil.toets.uitslag import Toetsuitslag
from optimiser.uitruil.voorstel import from_overeenkomst
from optimiser.zicht.werkruimte import Rol


@dataclass(frozen=True, slots=True)
class Work:
    """What is on the table: the rows, their test, and the situation they start from."""

    stand: Beginstand
    names: Mapping[str, str]
    rows: Sequence[Rij]
    uitslag: Toetsuitslag

    @property
    def faults(self) -> list[str]:
        """Return what still lacks in the rows."""
        found = [one.voorstel for one in self.uitslag.uitslagen]
        back = terug.return_faults(found, self.rows, self.stand.halfjaar, self.names)
        return [*row_faults(self.rows, self.names), *back]


def show() -> None:
    """Show the page."""
    stand = situation()
    for part in (draft, pick):
        part.follow_address()
        part.write_address()
    terug.follow_address(stand.halfjaar)
    names = names_by_code(stand)
    st.title("Uitruil")
    if state.scenario().sleutel != "inwoners":
        st.warning(say("niet_wettelijk"))
    step = pick_step(list(SHOWN) if may(Rol.ANALIST) else [REGISTER])
    if step == AGREEMENTS:
        rows = edit_rows(names, pick.region_of(stand)[1], stand.halfjaar)
    else:
        rows = draft.rows()
    voorstellen = proposals(rows, stand.halfjaar)
    lopend, unread = running_agreements(stand.halfjaar, voorstellen)
    if unread is not None:
        st.warning(plain_text(f"{unread.titel}. {unread.tekst} {say('register_niet_getoetst')}"))
    SHOWN[step](Work(stand, names, rows, run_test(voorstellen, stand, lopend)))


def _region(work: Work) -> None:
    naam, codes = pick.pick_region(work.stand)
    show_headline(work.uitslag.stand, naam, codes)
    if codes:
        show_search(work.stand, work.names, naam, codes)
    show_region(work.uitslag, naam, codes)
    with st.expander("Wat is uitruil, en hoe werkt de kaart"):
        st.markdown(f"{say('inleiding')}\n\n{say('kaart_uitleg')}")


def _agreements(work: Work) -> None:
    for line in work.faults:
        st.warning(plain_text(line))
    if not work.uitslag.uitslagen:
        st.info(say("nog_niets"))
    else:
        show_test(work.uitslag)
        _going_back(work)
        with st.expander("Vóór en na per gemeente"):
            show_cards(work.uitslag, together(work.uitslag, parties_of(work.uitslag)))
    with st.expander("Samen een tussenvoorziening"):
        show_facilities(work.names, parties_of(work.uitslag), work.stand.halfjaar)
    found = [one.voorstel for one in work.uitslag.uitslagen]
    show_sharing(work.uitslag, terug.file_rows(found, work.rows, work.stand.halfjaar), work.names)


def _going_back(work: Work) -> None:
    """Show the half-year in which persons go back, when it can be tested."""
    halfjaar = terug.return_in(work.stand.halfjaar)
    if halfjaar is None or work.faults or any(one.voorstel.som for one in work.uitslag.uitslagen):
        return
    deals = terug.deals_of(
        [one.voorstel for one in work.uitslag.uitslagen], work.rows, work.stand.halfjaar
    )
    terms = [term for deal in deals if (term := from_overeenkomst(deal, halfjaar)) is not None]
    binding = running_agreements(halfjaar, terms)[0]
    newest = session.gegevens().known_halfjaren[0]
    (outcome,) = check_per_halfjaar(
        {halfjaar: terms}, standen, newest, work.uitslag.maat, lambda _: binding
    )
    show_later(outcome, halfjaar)


def _groups(work: Work) -> tuple[list[Toetsuitslag], list[Overeenkomst]]:
    """Return the coalitions that may stand, and their agreements.

    A refusal in one does not touch another.
    """
    groups = [] if work.faults else [one for one in split_uitslag(work.uitslag) if one.mag]
    good = [one.voorstel for group in groups for one in group.uitslagen]
    deals = terug.deals_of(good, work.rows, work.stand.halfjaar)
    doel = {code: party.formule for code, party in work.stand.gemeenten.items()}
    return groups, with_facilities(deals, state.scenario().capaciteit.plekken, doel)


def _papers(work: Work) -> None:
    groups, deals = _groups(work)
    if not groups:
        st.info(say("nog_geen_stukken"))
    else:
        if sum(len(group.uitslagen) for group in groups) < len(work.uitslag.uitslagen):
            st.warning(say("stukken_niet_alle"))
        show_papers(groups, deals, work.uitslag)
    with st.expander("Opvang tegen huisvesting: NIET TOEGESTAAN, alleen doorrekenen"):
        show_reception(work.stand, work.names)


def _register(work: Work) -> None:
    show_register(work.uitslag.stand, _groups(work)[1])


#: The steps of the journey, in order.
SHOWN: dict[str, Callable[[Work], None]] = {
    REGION: _region,
    AGREEMENTS: _agreements,
    PAPERS: _papers,
    REGISTER: _register,
}
