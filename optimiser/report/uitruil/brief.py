"""The cover letter to COA, gedeputeerde staten and BZK: a proposal; no duty was found."""

from enum import StrEnum

from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import (
    NAME_COLUMNS,
    PARTY_HEADING,
    PARTY_WIDTHS,
    halfjaar_in_words,
    listed,
    origin_lines,
    party_rows,
)
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


class Ontvanger(StrEnum):
    """To whom a letter goes."""

    COA = "coa"
    GS = "gs"
    BZK = "bzk"


def _say(code: str, **facts: object) -> str:
    return sentence("brief", code, facts)


def brief_docx(uitslag: Toetsuitslag, ontvanger: Ontvanger) -> bytes:
    """Write the cover letter to one receiver.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    ontvanger
        To whom.

    Returns
    -------
    bytes
        DOCX.

    Raises
    ------
    RefusedProposalError
        If not all of it may stand.
    """
    proof = ruilbewijs(uitslag)
    names = [row["gemeente"] for row in proof["gemeenten"]]
    provinces = sorted({row["provincie"] for row in proof["gemeenten"]})
    period = halfjaar_in_words(proof["halfjaar"])
    page = delen.new_document(_say("titel"), sentence("besluit", "kop", {}))
    delen.boxed(page, _say("plicht"))
    page.add_paragraph(_say(f"aan_{ontvanger}", provincies=listed(provinces)))
    for code in ("datum", "onderwerp", "aanhef"):
        page.add_paragraph(_say(code, halfjaar=period))
    page.add_paragraph(_say("inleiding", gemeenten=listed(names), halfjaar=period))
    whole_table(page, PARTY_HEADING, party_rows(proof), TableForm(PARTY_WIDTHS, NAME_COLUMNS))
    sums = {"som_voor": proof["som_voor"], "som_na": proof["som_na"], "land": proof["land_na"]}
    page.add_paragraph(_say("som", **sums))
    page.add_paragraph(_say(f"vraag_{ontvanger}"))
    page.add_paragraph(_say("bijlage", kort=proof["sha256"][:12]))
    page.add_paragraph(_say("slot"))
    for line in origin_lines(proof):
        page.add_paragraph(line)
    return delen.to_bytes(page)
