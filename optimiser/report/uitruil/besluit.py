"""The draft decision of art. 29 lid 2: per party, and one for all together, as DOCX."""

from collections.abc import Sequence
from typing import Any

from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import (
    NAME_COLUMNS,
    PARTY_HEADING,
    PARTY_WIDTHS,
    changes_in_words,
    halfjaar_in_words,
    listed,
    origin_lines,
    party_rows,
)
from optimiser.teksten import signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def _say(code: str, **facts: object) -> str:
    return sentence("besluit", code, facts)


def besluit_docx(
    uitslag: Toetsuitslag, gm_code: str | None = None, deals: Sequence[Overeenkomst] = ()
) -> bytes:
    """Write the draft decision.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    gm_code
        The party whose college decides; None for one decision of all colleges.
    deals
        The agreements where they are two-way: what follows in a later half-year is named.

    Returns
    -------
    bytes
        DOCX.

    Raises
    ------
    RefusedProposalError
        If not all of it may stand.
    ValueError
        If ``gm_code`` is not a party.
    """
    proof = ruilbewijs(uitslag)
    rows = {row["gm_code"]: row for row in proof["gemeenten"]}
    if gm_code is not None and gm_code not in rows:
        msg = f"{gm_code} is no party"
        raise ValueError(msg)
    period = halfjaar_in_words(proof["halfjaar"])
    page = delen.new_document(_say("titel"), _say("kop"))
    page.add_paragraph(_say("ondertitel", halfjaar=period), style="Subtitle")
    delen.boxed(page, _say("concept"))
    _preamble(page, proof, None if gm_code is None else rows[gm_code])
    _articles(page, proof, None if gm_code is None else rows[gm_code], deals)
    _signatures(page, [rows[gm_code]] if gm_code else proof["gemeenten"])
    _origin(page, proof)
    return delen.to_bytes(page)


def _preamble(page: delen.Page, proof: dict[str, Any], own: dict[str, Any] | None) -> None:
    """Write who decides, on what ground, and why; the reasons are for a person to fill in."""
    names = [row["gemeente"] for row in proof["gemeenten"]]
    if own is None:
        page.add_paragraph(_say("college_samen", gemeenten=listed(names)))
    else:
        page.add_paragraph(_say("college_een", gemeente=own["gemeente"]))
    page.add_paragraph(_say("gelet", wet=proof["herkomst"]["wet"]))
    page.add_paragraph(_say("overwegende"))
    for code in ("overweging_aanleiding", "overweging_kan", "overweging_nadeel"):
        delen.bullet(page, _say(code))
    delen.bullet(page, _say("overweging_som", som_voor=proof["som_voor"], som_na=proof["som_na"]))
    if own is None:
        page.add_paragraph(_say("besluit_samen"))
    else:
        others = [row["gemeente"] for row in proof["gemeenten"] if row is not own]
        page.add_paragraph(_say("besluit_een", anderen=listed(others)))


def _articles(
    page: delen.Page,
    proof: dict[str, Any],
    own: dict[str, Any] | None,
    deals: Sequence[Overeenkomst],
) -> None:
    """Write what is decided, with the table before and after."""
    period = halfjaar_in_words(proof["halfjaar"])
    names = {row["gm_code"]: row["gemeente"] for row in proof["gemeenten"]}
    articles = [_say("artikel_wijziging", halfjaar=period)]
    if own is not None:
        facts = {part: whole(own[part]) for part in ("voor", "na")}
        change = signed(own["verschil"])
        articles.append(_say("artikel_eigen", gemeente=own["gemeente"], verschil=change, **facts))
    articles.append(_say("artikel_som", som_na=proof["som_na"]))
    for deal in deals:
        for term in deal.termijnen:
            if term.halfjaar > proof["halfjaar"]:
                words = changes_in_words(term.verschillen, names)
                later = halfjaar_in_words(term.halfjaar)
                articles.append(_say("artikel_later", halfjaar=later, wijzigingen=words))
    articles += [_say("artikel_kosten"), _say("artikel_datum")]
    for article in articles:
        page.add_paragraph(article, style="List Number")
    page.add_heading(_say("tabel_titel", halfjaar=period), level=2)
    whole_table(page, PARTY_HEADING, party_rows(proof), TableForm(PARTY_WIDTHS, NAME_COLUMNS))
    for deal_row in proof["overeenkomsten"]:
        words = changes_in_words(deal_row["verschillen"].items(), names)
        page.add_paragraph(_say("overeenkomst", naam=deal_row["naam"], wijzigingen=words))


def _signatures(page: delen.Page, rows: Sequence[dict[str, Any]]) -> None:
    page.add_paragraph(_say("onderteken"))
    for row in rows:
        page.add_paragraph(_say("ondertekenaars", gemeente=row["gemeente"]))


def _origin(page: delen.Page, proof: dict[str, Any]) -> None:
    page.add_heading(_say("herkomst_titel"), level=2)
    provinces = sorted({row["provincie"] for row in proof["gemeenten"]})
    if len(provinces) > 1:
        page.add_paragraph(_say("grenzen", provincies=listed(provinces)))
    page.add_paragraph(_say("achterstand"))
    for line in origin_lines(proof):
        page.add_paragraph(line)
    page.add_paragraph(_say("controlegetal", sha256=proof["sha256"]))
