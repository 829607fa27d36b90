"""A card per party: the road to its number, its load, its limits, and whether it is better off."""

from collections.abc import Sequence

import streamlit as st

from optimiser.teksten import decimal, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil.words import OORDELEN, claim
from optimiser.uitruil.toets.uitslag import Partijrij, Toetsuitslag

#: Above so many gemeenten one of them is shown, to be picked.
MANY = 12


def both_claims(row: Partijrij) -> str:
    """Write the claim on dwellings before and after."""
    known = row.claim_voor is not None
    return f"{claim(row.claim_voor)} → {claim(row.claim_na)}" if known else claim(None)


def show_cards(uitslag: Toetsuitslag, rows: Sequence[Partijrij]) -> None:
    """Show a card per party, before and after all agreements; of many, the one that is picked."""
    if len(rows) > MANY:
        by_code = {row.gm_code: row for row in sorted(rows, key=lambda row: row.gemeente)}
        code = st.selectbox(
            "Gemeente",
            list(by_code),
            format_func=lambda code: by_code[code].gemeente,
            key="uitruil_kaartje",
        )
        rows = [by_code[code]]
    for start in range(0, len(rows), 3):
        for place, row in zip(st.columns(3), rows[start : start + 3], strict=False):
            with place, st.container(border=True):
                _card(uitslag, row)


def road(row: Partijrij) -> str:
    """Write the road: formula, what binds, this proposal, after.

    Without anything that binds it is the formula and after.
    """
    if not row.bindend:
        return f"{whole(row.formule)} → {whole(row.na)}"
    return f"{whole(row.formule)} (formule) → {whole(row.voor)} (al bindend) → {whole(row.na)}"


def _card(uitslag: Toetsuitslag, row: Partijrij) -> None:
    party = uitslag.stand.gemeenten[row.gm_code]
    st.markdown(f"**{plain_text(row.gemeente)}** ({plain_text(row.provincie)})")
    st.markdown(f"**{road(row)} personen**")
    limits = [
        f"{word} {whole(limit)}"
        for word, limit in (("kan", party.kan), ("wil", party.wil))
        if limit is not None
    ]
    judged = [
        f"{plain_text(one.voorstel.naam)}: {OORDELEN[found.oordeel]}"
        for one in uitslag.uitslagen
        for found in one.rijen
        if found.gm_code == row.gm_code
    ]
    st.markdown(
        "\n".join(
            [
                f"- Per 1.000 inwoners: {decimal(row.per_1000_voor, 2)} → "
                f"{decimal(row.per_1000_na, 2)}",
                f"- Beslag op vrijkomende corporatiewoningen: {both_claims(row)}",
                f"- Grenzen: {', '.join(limits) or 'niet opgegeven'}",
                *(f"- {line}" for line in judged),
            ]
        )
    )
