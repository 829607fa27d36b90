"""The papers of agreements for a half-year still to be announced."""

from collections.abc import Sequence

from optimiser.report.papier import docx_parts as delen
from optimiser.report.uitruil.besluit import (
    standing_articles,
    write_preamble,
    write_signatures,
)
from optimiser.report.uitruil.brief import Ontvanger
from optimiser.report.uitruil.papers import plain_name
from optimiser.report.uitruil.vooruit.brieven import council_letter, cover_letter
from optimiser.report.uitruil.vooruit.parts import Groep, make_groepen
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.registratie import ONGEREGISTREERD, Registratie
from optimiser.uitruil.toets.beginstand import Beginstand


def stukken_vooruit(
    deals: Sequence[Overeenkomst],
    halfjaar: str,
    stand: Beginstand,
    registratie: Registratie | None = None,
) -> dict[str, bytes]:
    """Write decisions and letters for a half-year still to be announced.

    Parameters
    ----------
    deals
        Agreements; those without a term in this half-year are left out.
    halfjaar
        The half-year.
    stand
        The newest situation that is known: gives the names.
    registratie
        Where they stand in the register, if they do.

    Returns
    -------
    dict
        File name to DOCX; in a folder per coalition when there is more than one.
    """
    place = ONGEREGISTREERD if registratie is None else registratie.zin
    groups = list(make_groepen(deals, halfjaar, stand, place))
    files: dict[str, bytes] = {}
    for number, group in enumerate(groups, start=1):
        folder = "" if len(groups) == 1 else f"{number:02}/"
        files |= {folder + name: content for name, content in _papers(group).items()}
    return files


def _papers(groep: Groep) -> dict[str, bytes]:
    files = {"conceptbesluit-samen.docx": _decision(groep)}
    for code, name in groep.names.items():
        files[f"conceptbesluit-{plain_name(name)}.docx"] = _decision(groep, code)
        files[f"raadsinformatiebrief-{plain_name(name)}.docx"] = council_letter(groep, code)
    for receiver in Ontvanger:
        files[f"aanbiedingsbrief-{receiver}.docx"] = cover_letter(groep, receiver)
    return files


def _decision(groep: Groep, own: str | None = None) -> bytes:
    """Write the draft decision of one college, or of all together."""
    page = delen.new_document(_say("titel"), f"{_say('kop')} · {groep.plaats}")
    page.add_paragraph(_say("ondertitel", halfjaar=groep.period), style="Subtitle")
    grounds = [
        _say(f"vooruit_{word}", halfjaar=groep.period)
        for word in ("aanleiding", "niet_bekend", "som")
    ]
    names = list(groep.names.values())
    called = None if own is None else groep.names[own]
    write_preamble(page, names, called, grounds)
    for text in _articles(groep, own):
        page.add_paragraph(text, style="List Number")
    groep.write_table(page)
    write_signatures(page, names if called is None else [called])
    page.add_paragraph(f"{groep.plaats}.")
    return delen.to_bytes(page)


def _articles(groep: Groep, own: str | None) -> list[str]:
    """Return what is decided, by one college or by all together."""
    condition = (
        _say("artikel_voorwaarde_samen")
        if own is None
        else _say("artikel_voorwaarde", anderen=groep.others(own))
    )
    return [
        _say("vooruit_wijziging", halfjaar=groep.period),
        _say("vooruit_bekendmaking"),
        condition,
        *standing_articles(groep.halfjaar, groep.facilities("artikel")),
    ]


def _say(code: str, **facts: object) -> str:
    return sentence("besluit", code, facts)
