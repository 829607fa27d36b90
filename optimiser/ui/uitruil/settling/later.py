"""Papers for a later half-year of agreements: whole where its number is known, else differences."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from optimiser.io.writing.zip_package import to_zip
from optimiser.report.uitruil.papers import stukken
from optimiser.report.uitruil.vooruit.papers import stukken_vooruit
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil.kept import standen
from optimiser.ui.uitruil.settling.hand import place_of
from optimiser.ui.uitruil.settling.register import running_agreements
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.downloads import offer_file
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.uitslag import Toetsuitslag
from optimiser.uitruil.voorstel import from_overeenkomst


def show_later_papers(deals: Sequence[Overeenkomst], stand: Beginstand) -> None:
    """Offer the papers of every later half-year of these agreements.

    Parameters
    ----------
    deals
        The agreements.
    stand
        Of their first half-year; gives the names while a later number is not announced.
    """
    for halfjaar in sorted({t.halfjaar for deal in deals for t in deal.termijnen[1:]}):
        own = [deal for deal in deals if from_overeenkomst(deal, halfjaar) is not None]
        known = standen(halfjaar)
        if known is None:
            _offer(
                f"{halfjaar}, alleen verschillen", halfjaar, partial(_ahead, own, halfjaar, stand)
            )
            continue
        terms = [term for deal in own if (term := from_overeenkomst(deal, halfjaar)) is not None]
        outcome = check_uitruil(terms, known, lopend=running_agreements(halfjaar, terms)[0])
        if outcome.mag:
            _offer(halfjaar, halfjaar, partial(_whole, outcome, own))
        else:
            st.caption(plain_text(say("later_geweigerd").format(halfjaar=halfjaar)))


def _offer(told: str, halfjaar: str, make: "partial[bytes]") -> None:
    offer_file(
        f"Stukken voor {told} (ZIP)", make, naam=f"uitruil-{halfjaar}.zip",
        mime="application/zip", key=f"uitruil_vooruit_{halfjaar}",
    )  # fmt: skip


def _ahead(deals: Sequence[Overeenkomst], halfjaar: str, stand: Beginstand) -> bytes:
    return to_zip(stukken_vooruit(deals, halfjaar, stand, place_of(deals)))


def _whole(outcome: Toetsuitslag, deals: Sequence[Overeenkomst]) -> bytes:
    return to_zip(stukken(outcome, deals, place_of(deals)))
