"""What the program says to its user about the papers; it goes to nobody else."""

from collections.abc import Sequence

from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.words import by_name, changes_in_words, listed, origin_lines
from optimiser.report.uitruil.table import finding_lines, names_by_code
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def _say(code: str, **facts: object) -> str:
    return sentence("toelichting", code, facts)


def toelichting_docx(
    uitslag: Toetsuitslag,
    deals: Sequence[Overeenkomst] = (),
    registratie: Registratie | None = None,
) -> bytes:
    """Write the colophon: what to check before signing, the findings, where the numbers are from.

    Raises
    ------
    RefusedProposalError
        If not all of it may stand.
    """
    proof, names = ruilbewijs(uitslag, registratie, deals), names_by_code(uitslag.stand)
    page = delen.new_document(_say("titel"), "")
    delen.boxed(page, _say("concept"))
    page.add_paragraph(_say("wet", wet=proof["herkomst"]["wet"]))
    page.add_paragraph(_say("samen", gemeenten=listed([r["gemeente"] for r in by_name(proof)])))
    for deal in proof["bindend"]:
        words = changes_in_words(deal["verschillen"].items(), names)
        page.add_paragraph(_say("bindend", naam=deal["naam"], wijzigingen=words))
    provinces = sorted({row["provincie"] for row in proof["gemeenten"]})
    if len(provinces) > 1:
        page.add_paragraph(_say("grenzen", provincies=listed(provinces)))
    for code in ("plicht", "bekendmaking", "achterstand"):
        page.add_paragraph(_say(code))
    page.add_heading(_say("bevindingen"), level=2)
    found = [f for one in uitslag.uitslagen for f in one.bevindingen] + list(uitslag.samen)
    for line in finding_lines(found, names):
        delen.bullet(page, line)
    page.add_heading(_say("herkomst"), level=2)
    claim = _say("grondslag", grondslag=" en ".join(uitslag.stand.grondslag))
    for line in (*origin_lines(proof), claim, f"{proof['register']}."):
        page.add_paragraph(line)
    page.add_paragraph(_say("controlegetal", sha256=proof["sha256"]))
    return delen.to_bytes(page)
