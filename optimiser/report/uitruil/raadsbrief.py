"""The letter with which a college informs its council (raadsinformatiebrief), as DOCX."""

from collections.abc import Sequence

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import (
    NAME_COLUMNS,
    PARTY_HEADING,
    PARTY_WIDTHS,
    colleges,
    day_in_words,
    halfjaar_in_words,
    party_rows,
)
from optimiser.report.uitruil.beside import beside_texts
from optimiser.report.uitruil.overwegingen import claim_facts, more_or_less, net_rows
from optimiser.teksten import whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def _say(code: str, **facts: object) -> str:
    return sentence("raadsbrief", code, facts)


def raadsbrief_docx(
    uitslag: Toetsuitslag,
    gm_code: str,
    deals: Sequence[Overeenkomst] = (),
    registratie: Registratie | None = None,
) -> bytes:
    """Write the letter of one college to its council; see ``besluit_docx`` for the arguments."""
    proof = ruilbewijs(uitslag, registratie, deals)
    rows = net_rows(uitslag)
    own = next(row for row in rows if row.gm_code == gm_code)
    half, period = Halfjaar.parse(proof["halfjaar"]), halfjaar_in_words(proof["halfjaar"])
    others = colleges([row.gemeente for row in rows if row is not own])
    page = delen.new_document(_say("titel"), f"{sentence('besluit', 'kop', {})}")
    page.add_paragraph(_say("aan", gemeente=own.gemeente))
    page.add_paragraph(_say("onderwerp", halfjaar=period))
    page.add_heading(_say("kern_kop"), level=2)
    numbers = {"voor": whole(own.voor), "na": whole(own.na), "verschil": more_or_less(own.verschil)}
    facts = {"anderen": others, "halfjaar": period, "gemeente": own.gemeente}
    page.add_paragraph(_say("kern", **facts, **numbers))
    page.add_heading(_say("waarom_kop"), level=2)
    page.add_paragraph(_say("waarom"))
    page.add_heading(_say("aantallen_kop"), level=2)
    page.add_paragraph(_say("aantallen", som_na=proof["som_na"]))
    whole_table(page, PARTY_HEADING, party_rows(proof), TableForm(PARTY_WIDTHS, NAME_COLUMNS))
    page.add_heading(_say("betekenis_kop"), level=2)
    if own.claim_voor is None:
        page.add_paragraph(_say("beslag_onbekend", gemeente=own.gemeente))
    else:
        page.add_paragraph(_say("beslag", **claim_facts(own, uitslag.stand.grondslag)))
    page.add_paragraph(_say("risico"))
    for text in beside_texts(proof):
        page.add_paragraph(text)
    page.add_heading(_say("vervolg_kop"), level=2)
    page.add_paragraph(_say("vervolg", einde=day_in_words(half.laatste_dag)))
    page.add_paragraph(f"{proof['register']}.")
    return delen.to_bytes(page)
