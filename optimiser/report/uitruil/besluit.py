"""The draft decision of art. 29 lid 2: per party, and one for all together, as DOCX."""

from collections.abc import Iterable, Sequence
from typing import Any

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import (
    NAME_COLUMNS,
    PARTY_HEADING,
    PARTY_WIDTHS,
    by_name,
    changes_in_words,
    colleges,
    day_in_words,
    halfjaar_in_words,
    listed,
    party_rows,
)
from optimiser.report.uitruil.beside import facility_texts, later_texts, names_of
from optimiser.report.uitruil.overwegingen import considerations
from optimiser.teksten import signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def _say(code: str, **facts: object) -> str:
    return sentence("besluit", code, facts)


def besluit_docx(
    uitslag: Toetsuitslag,
    gm_code: str | None = None,
    deals: Sequence[Overeenkomst] = (),
    registratie: Registratie | None = None,
) -> bytes:
    """Write the draft decision.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    gm_code
        The party whose college decides; None for one decision of all colleges.
    deals
        The agreements where they have later half-years or joint facilities: both are named.
    registratie
        Where they stand in the register, if they do.

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
    proof = ruilbewijs(uitslag, registratie, deals)
    parties = by_name(proof)
    rows = {row["gm_code"]: row for row in parties}
    if gm_code is not None and gm_code not in rows:
        msg = f"{gm_code} is no party"
        raise ValueError(msg)
    own = None if gm_code is None else rows[gm_code]
    period = halfjaar_in_words(proof["halfjaar"])
    page = delen.new_document(_say("titel"), f"{_say('kop')} · {proof['register']}")
    delen.styled(page, _say("ondertitel", halfjaar=period), "Subtitle")
    names = {row["gm_code"]: row["gemeente"] for row in parties}
    called = None if own is None else own["gemeente"]
    write_preamble(page, list(names.values()), called, considerations(uitslag))
    for article in _articles(proof, own):
        delen.styled(page, article, "List Number")
    page.add_heading(_say("tabel_titel", halfjaar=period), level=2)
    whole_table(page, PARTY_HEADING, party_rows(proof), TableForm(PARTY_WIDTHS, NAME_COLUMNS))
    for deal in proof["overeenkomsten"]:
        words = changes_in_words(deal["verschillen"].items(), names)
        page.add_paragraph(_say("overeenkomst", naam=deal["naam"], wijzigingen=words))
    write_signatures(page, list(names.values()) if called is None else [called])
    sealed = {"register": proof["register"], "sha256": proof["sha256"]}
    page.add_paragraph(_say("controlegetal", **sealed))
    return delen.to_bytes(page)


def write_preamble(
    page: delen.Page, names: Sequence[str], own: str | None, grounds: Iterable[str]
) -> None:
    """Write who decides (``own``, or all ``names`` together), on what ground, and why."""
    others = colleges([name for name in names if name != own])
    who = "samen" if own is None else "een"
    page.add_paragraph(_say(f"college_{who}", gemeenten=listed(names), gemeente=own))
    page.add_paragraph(_say("gelet"))
    page.add_paragraph(_say("overwegende"))
    for text in grounds:
        delen.bullet(page, text)
    page.add_paragraph(_say(f"besluit_{who}", anderen=others))


def standing_articles(halfjaar: str, between: Iterable[str] = ()) -> list[str]:
    """Return the articles of every decision: carrying out, duration, follow-up, costs, date."""
    period, half = halfjaar_in_words(halfjaar), Halfjaar.parse(halfjaar)
    begin, end = day_in_words(half.eerste_dag), day_in_words(half.laatste_dag)
    return [
        _say("artikel_realisatie"),
        _say("artikel_duur", halfjaar=period),
        *between,
        *(_say(f"artikel_{word}") for word in ("nareizigers", "raad", "mandaat")),
        _say("artikel_opvolging", begin=begin, einde=end),
        _say("artikel_kosten"),
        _say("artikel_datum"),
    ]


def _articles(proof: dict[str, Any], own: dict[str, Any] | None) -> list[str]:
    """Return what is decided: numbers, condition, return, who follows up."""
    articles = [_say("artikel_wijziging", halfjaar=halfjaar_in_words(proof["halfjaar"]))]
    if own is None:
        condition = _say("artikel_voorwaarde_samen")
    else:
        others = [row["gemeente"] for row in by_name(proof) if row is not own]
        condition = _say("artikel_voorwaarde", anderen=colleges(others))
        articles.append(_own_number(own))
    later = later_texts(proof, "artikel") or [_say("artikel_geen_terug")]
    places = facility_texts(proof.get("voorzieningen", ()), names_of(proof), "artikel")
    return [
        *articles,
        _say("artikel_som", som_na=proof["som_na"]),
        condition,
        *standing_articles(proof["halfjaar"], [*later, *places]),
    ]


def _own_number(own: dict[str, Any]) -> str:
    facts = {part: whole(own[part]) for part in ("formule", "voor", "na")}
    facts |= {"gemeente": own["gemeente"], "verschil": signed(own["verschil"])}
    return _say("artikel_eigen_bindend" if own["bindend"] else "artikel_eigen", **facts)


def write_signatures(page: delen.Page, gemeenten: Sequence[str]) -> None:
    """Leave room for every college to sign."""
    for gemeente in gemeenten:
        for code in ("onderteken", "ondertekenaars"):
            paragraph = page.add_paragraph(_say(code, gemeente=gemeente))
            paragraph.paragraph_format.keep_with_next = code == "onderteken"
            paragraph.paragraph_format.keep_together = True
