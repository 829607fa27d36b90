"""Letters for a half-year still to be announced: to the council, and to COA, GS and BZK."""

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.words import day_in_words, listed
from optimiser.report.uitruil.brief import Ontvanger, open_letter
from optimiser.report.uitruil.overwegingen import more_or_less
from optimiser.report.uitruil.vooruit.parts import Groep
from optimiser.teksten.zinnen import sentence


def cover_letter(groep: Groep, ontvanger: Ontvanger) -> bytes:
    """Write the cover letter to one receiver, as DOCX."""
    names = listed(list(groep.names.values()))
    page = open_letter(ontvanger, groep.provincies, groep.period)
    page.add_paragraph(_brief("inleiding", gemeenten=names, halfjaar=groep.period))
    page.add_paragraph(_brief("vooruit", halfjaar=groep.period))
    groep.write_table(page)
    for text in groep.facilities():
        page.add_paragraph(text)
    page.add_paragraph(_brief(f"vooruit_vraag_{ontvanger}"))
    page.add_paragraph(_brief("vooruit_bijlage", register=groep.plaats))
    page.add_paragraph(_brief("slot"))
    return delen.to_bytes(page)


def council_letter(groep: Groep, own: str) -> bytes:
    """Write the letter of one college to its council, as DOCX."""
    name, half = groep.names[own], Halfjaar.parse(groep.halfjaar)
    page = delen.new_document(_raad("titel"), sentence("besluit", "kop", {}))
    page.add_paragraph(_raad("aan", gemeente=name))
    page.add_paragraph(_raad("onderwerp", halfjaar=groep.period))
    page.add_heading(_raad("kern_kop"), level=2)
    change = more_or_less(groep.verschillen[own])
    facts = {"anderen": groep.others(own), "halfjaar": groep.period, "gemeente": name}
    page.add_paragraph(_raad("vooruit_kern", **facts, verschil=change))
    page.add_heading(_raad("waarom_kop"), level=2)
    page.add_paragraph(_raad("waarom"))
    page.add_heading(_raad("aantallen_kop"), level=2)
    groep.write_table(page)
    for text in groep.facilities():
        page.add_paragraph(text)
    page.add_heading(_raad("vervolg_kop"), level=2)
    page.add_paragraph(_raad("risico"))
    page.add_paragraph(_raad("vervolg", einde=day_in_words(half.laatste_dag)))
    page.add_paragraph(f"{groep.plaats}.")
    return delen.to_bytes(page)


def _brief(code: str, **facts: object) -> str:
    return sentence("brief", code, facts)


def _raad(code: str, **facts: object) -> str:
    return sentence("raadsbrief", code, facts)
