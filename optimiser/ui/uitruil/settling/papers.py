"""Draft decisions, letters and the ruilbewijs for download; only of what may stand."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from optimiser.io.writing.zip_package import to_zip
from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.report.uitruil.brief import Ontvanger, brief_docx
from optimiser.report.uitruil.papers import stukken
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_json, ruilbewijs_pdf
from optimiser.report.uitruil.table import names_by_code
from optimiser.ui.uitruil.numbers import parties_of
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.downloads import offer_file
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RECEIVERS = {
    Ontvanger.COA: "COA",
    Ontvanger.GS: "gedeputeerde staten",
    Ontvanger.BZK: "ministerie van BZK",
}


def show_papers(uitslag: Toetsuitslag, deals: Sequence[Overeenkomst]) -> None:
    """Offer the papers.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    deals
        The agreements, two-way where the persons go back later.
    """
    st.markdown(say("stukken_uitleg"))
    end = uitslag.stand.halfjaar
    names = names_by_code(uitslag.stand)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        party = st.selectbox(
            "Besluit van het college van", parties_of(uitslag), format_func=names.__getitem__,
            width=280, key="uitruil_college",
        )  # fmt: skip
        _word(
            "Conceptbesluit van dit college", partial(besluit_docx, uitslag, party, deals),
            f"conceptbesluit-{party}-{end}", "uitruil_besluit_een",
        )  # fmt: skip
        _word(
            "Conceptbesluit van alle colleges samen", partial(besluit_docx, uitslag, None, deals),
            f"conceptbesluit-samen-{end}", "uitruil_besluit_samen",
        )  # fmt: skip
    with st.container(horizontal=True):
        for receiver, name in _RECEIVERS.items():
            _word(
                f"Aanbiedingsbrief aan {name}", partial(brief_docx, uitslag, receiver),
                f"aanbiedingsbrief-{receiver}-{end}", f"uitruil_brief_{receiver}",
            )  # fmt: skip
    with st.container(horizontal=True):
        offer_file(
            "Ruilbewijs (PDF)", lambda: ruilbewijs_pdf(ruilbewijs(uitslag)),
            naam=f"ruilbewijs-{end}.pdf", mime="application/pdf", key="uitruil_bewijs_pdf",
        )  # fmt: skip
        offer_file(
            "Ruilbewijs (JSON)", lambda: ruilbewijs_json(ruilbewijs(uitslag)),
            naam=f"ruilbewijs-{end}.json", mime="application/json", key="uitruil_bewijs_json",
        )  # fmt: skip
        offer_file(
            "Alle stukken (ZIP)", lambda: to_zip(stukken(uitslag, deals)),
            naam=f"uitruil-{end}.zip", mime="application/zip", key="uitruil_alles",
        )  # fmt: skip


def _word(label: str, make: "partial[bytes]", naam: str, key: str) -> None:
    offer_file(f"{label} (Word)", make, naam=f"{naam}.docx", mime=_DOCX, key=key)
