"""The cover letter to COA, gedeputeerde staten and BZK; what is for the user stays out of it."""

from collections.abc import Sequence
from enum import StrEnum

from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import (
    NAME_COLUMNS,
    PARTY_HEADING,
    PARTY_WIDTHS,
    by_name,
    halfjaar_in_words,
    listed,
    party_rows,
)
from optimiser.report.uitruil.beside import beside_texts
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


class Ontvanger(StrEnum):
    """To whom a letter goes."""

    COA = "coa"
    GS = "gs"
    BZK = "bzk"


def _say(code: str, **facts: object) -> str:
    return sentence("brief", code, facts)


def brief_docx(
    uitslag: Toetsuitslag,
    ontvanger: Ontvanger,
    deals: Sequence[Overeenkomst] = (),
    registratie: Registratie | None = None,
) -> bytes:
    """Write the cover letter to one receiver.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    ontvanger
        To whom.
    deals
        The agreements where they have later half-years or joint facilities: both are named.
    registratie
        Where the agreements stand in the register, if they do.

    Returns
    -------
    bytes
        DOCX.

    Raises
    ------
    RefusedProposalError
        If not all of it may stand.
    """
    proof = ruilbewijs(uitslag, registratie, deals)
    names = [row["gemeente"] for row in by_name(proof)]
    provinces = sorted({row["provincie"] for row in proof["gemeenten"]})
    period = halfjaar_in_words(proof["halfjaar"])
    page = open_letter(ontvanger, provinces, period)
    page.add_paragraph(_say("inleiding", gemeenten=listed(names), halfjaar=period))
    whole_table(page, PARTY_HEADING, party_rows(proof), TableForm(PARTY_WIDTHS, NAME_COLUMNS))
    sums = {"som_voor": proof["som_voor"], "som_na": proof["som_na"], "land": proof["land_na"]}
    page.add_paragraph(_say("som", **sums))
    for text in beside_texts(proof):
        page.add_paragraph(text)
    page.add_paragraph(_say(f"vraag_{ontvanger}"))
    page.add_paragraph(_say("bijlage", kort=proof["sha256"][:12], register=proof["register"]))
    page.add_paragraph(_say("slot"))
    return delen.to_bytes(page)


def open_letter(ontvanger: Ontvanger, provinces: Sequence[str], period: str) -> delen.Page:
    """Start a letter: to whom, from where, about what."""
    page = delen.new_document(_say("titel"), sentence("besluit", "kop", {}))
    page.add_paragraph(_say(f"aan_{ontvanger}", provincies=listed(provinces)))
    for code in ("datum", "onderwerp", "aanhef"):
        page.add_paragraph(_say(code, halfjaar=period))
    return page
