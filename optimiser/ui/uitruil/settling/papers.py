"""Draft decisions, letters and the ruilbewijs for download; only of what may stand."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from optimiser.io.writing.zip_package import to_zip
from optimiser.report.papier.words import listed, sort_name
from optimiser.report.uitruil.aantallen import aantallen_xlsx, samenvatting_pdf
from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.report.uitruil.brief import Ontvanger, brief_docx
from optimiser.report.uitruil.papers import folder_name, stukken
from optimiser.report.uitruil.raadsbrief import raadsbrief_docx
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_json, ruilbewijs_pdf
from optimiser.report.uitruil.table import names_by_code
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil.numbers import parties_of
from optimiser.ui.uitruil.settling.hand import place_of
from optimiser.ui.uitruil.settling.later import show_later_papers
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.downloads import offer_file
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RECEIVERS = {
    Ontvanger.COA: "COA",
    Ontvanger.GS: "gedeputeerde staten",
    Ontvanger.BZK: "ministerie van BZK",
}


def show_papers(
    groups: Sequence[Toetsuitslag], deals: Sequence[Overeenkomst], uitslag: Toetsuitslag
) -> None:
    """Offer the papers, per coalition that stands or falls together, or all in one.

    Parameters
    ----------
    groups
        The tests of the coalitions in which everything may stand.
    deals
        The agreements, two-way where the persons go back later.
    uitslag
        The test of everything together.
    """
    st.markdown(say("stukken_uitleg"))
    if len(groups) > 1 and uitslag.mag and st.checkbox(say("alles_samen"), key="uitruil_samen"):
        groups = [uitslag]
    end = groups[0].stand.halfjaar
    names = names_by_code(groups[0].stand)
    group_of = {code: group for group in groups for code in parties_of(group)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        party = st.selectbox(
            "Besluit van het college van", sorted(group_of, key=lambda c: sort_name(names[c])),
            format_func=names.__getitem__, width=280, key="uitruil_college",
        )  # fmt: skip
        group = group_of[party]
        own = _own(group, deals)
        place = place_of(own)
        _word(
            "Conceptbesluit van dit college", partial(besluit_docx, group, party, own, place),
            f"conceptbesluit-{party}-{end}", "uitruil_besluit_een",
        )  # fmt: skip
        _word(
            "Raadsinformatiebrief", partial(raadsbrief_docx, group, party, own, place),
            f"raadsinformatiebrief-{party}-{end}", "uitruil_raadsbrief",
        )  # fmt: skip
    together = listed([names[code] for code in sorted(parties_of(group), key=names.__getitem__)])
    st.caption(plain_text(say("stukken_samen").format(gemeenten=together)))
    with st.container(horizontal=True):
        _word(
            "Conceptbesluit van alle colleges samen",
            partial(besluit_docx, group, None, own, place), f"conceptbesluit-samen-{end}",
            "uitruil_besluit_samen",
        )  # fmt: skip
        for receiver, name in _RECEIVERS.items():
            _word(
                f"Aanbiedingsbrief aan {name}", partial(brief_docx, group, receiver, own, place),
                f"aanbiedingsbrief-{receiver}-{end}", f"uitruil_brief_{receiver}",
            )  # fmt: skip
    _proofs(groups, group, deals, place)
    show_later_papers(deals, group.stand)


def _proofs(
    groups: Sequence[Toetsuitslag],
    group: Toetsuitslag,
    deals: Sequence[Overeenkomst],
    place: Registratie | None,
) -> None:
    end = group.stand.halfjaar
    with st.container(horizontal=True):
        for label, make, name, mime in (
            ("Samenvatting (PDF)", samenvatting_pdf, "samenvatting", "application/pdf"),
            ("Aantallen (Excel)", aantallen_xlsx, "aantallen", _XLSX),
            ("Ruilbewijs (PDF)", ruilbewijs_pdf, "ruilbewijs", "application/pdf"),
            ("Ruilbewijs (JSON)", ruilbewijs_json, "ruilbewijs", "application/json"),
        ):
            ending = label.split("(")[1].rstrip(")").lower().replace("excel", "xlsx")
            offer_file(
                label, partial(_made, make, group, _own(group, deals), place),
                naam=f"{name}-{end}.{ending}", mime=mime, key=f"uitruil_{name}_{ending}",
            )  # fmt: skip
        offer_file(
            "Alle stukken (ZIP)", lambda: to_zip(_everything(groups, deals)),
            naam=f"uitruil-{end}.zip", mime="application/zip", key="uitruil_alles",
        )  # fmt: skip


def _made(
    make: Callable[[dict[str, Any]], bytes],
    group: Toetsuitslag,
    deals: Sequence[Overeenkomst],
    place: Registratie | None,
) -> bytes:
    return make(ruilbewijs(group, place, deals))


def _everything(groups: Sequence[Toetsuitslag], deals: Sequence[Overeenkomst]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for number, group in enumerate(groups, start=1):
        own = _own(group, deals)
        folder = "" if len(groups) == 1 else f"{folder_name(number, group)}/"
        made = stukken(group, own, place_of(own), samen=True)
        files |= {folder + name: content for name, content in made.items()}
    return files


def _own(group: Toetsuitslag, deals: Sequence[Overeenkomst]) -> list[Overeenkomst]:
    names = [one.voorstel.naam for one in group.uitslagen]
    return [deal for deal in deals if deal.naam in names]


def _word(label: str, make: "partial[bytes]", naam: str, key: str) -> None:
    offer_file(f"{label} (Word)", make, naam=f"{naam}.docx", mime=_DOCX, key=key)
