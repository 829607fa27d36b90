"""Papers for a half-year whose number is not announced: differences only, and they say so."""

from collections.abc import Mapping, Sequence

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.papier import docx_parts as delen
from optimiser.report.papier.docx_table import TableForm, whole_table
from optimiser.report.papier.words import (
    changes_in_words,
    colleges,
    day_in_words,
    halfjaar_in_words,
    sort_name,
)
from optimiser.report.uitruil.besluit import (
    standing_articles,
    write_preamble,
    write_signatures,
)
from optimiser.report.uitruil.overwegingen import more_or_less
from optimiser.report.uitruil.papers import plain_name
from optimiser.teksten import signed
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.coalitie import coalities
from optimiser.uitruil.registratie import ONGEREGISTREERD, Registratie
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bindend import net_changes
from optimiser.uitruil.voorstel import Voorstel, from_overeenkomst

_HEADING = ("Gemeente", "Provincie", "Verschil")
_FORM = TableForm((6.5, 5.5, 4.0), 2)


def stukken_vooruit(
    deals: Sequence[Overeenkomst],
    halfjaar: str,
    stand: Beginstand,
    registratie: Registratie | None = None,
) -> dict[str, bytes]:
    """Write decisions and letters to the councils for a half-year still to be announced.

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
    found = [term for deal in deals if (term := from_overeenkomst(deal, halfjaar)) is not None]
    groups = coalities(found)
    files: dict[str, bytes] = {}
    for number, group in enumerate(groups, start=1):
        folder = "" if len(groups) == 1 else f"{number:02}/"
        names = _names(group, stand)
        place = ONGEREGISTREERD if registratie is None else registratie.zin
        files[f"{folder}conceptbesluit-samen.docx"] = _decision(group, names, stand, place)
        for code, name in names.items():
            told = f"{folder}conceptbesluit-{plain_name(name)}.docx"
            files[told] = _decision(group, names, stand, place, code)
            told = f"{folder}raadsinformatiebrief-{plain_name(name)}.docx"
            files[told] = _letter(group, names, stand, place, code)
    return files


def _decision(
    group: Sequence[Voorstel],
    names: Mapping[str, str],
    stand: Beginstand,
    place: str,
    own: str | None = None,
) -> bytes:
    """Write the draft decision of one college, or of all together."""
    period = halfjaar_in_words(group[0].halfjaar)
    page = delen.new_document(_say("titel"), f"{_say('kop')} · {place}")
    page.add_paragraph(_say("ondertitel", halfjaar=period), style="Subtitle")
    grounds = [
        _say(f"vooruit_{word}", halfjaar=period) for word in ("aanleiding", "niet_bekend", "som")
    ]
    called = None if own is None else names[own]
    write_preamble(page, list(names.values()), called, grounds)
    others = "" if own is None else colleges([n for c, n in names.items() if c != own])
    for text in _articles(group[0].halfjaar, others):
        page.add_paragraph(text, style="List Number")
    _table(page, group, names, stand)
    write_signatures(page, list(names.values()) if called is None else [called])
    page.add_paragraph(f"{place}.")
    return delen.to_bytes(page)


def _articles(halfjaar: str, others: str) -> list[str]:
    """Return what is decided; ``others`` is empty where all decide together."""
    condition = _say("artikel_voorwaarde" if others else "artikel_voorwaarde_samen", anderen=others)
    return [
        _say("vooruit_wijziging", halfjaar=halfjaar_in_words(halfjaar)),
        _say("vooruit_bekendmaking"),
        condition,
        *standing_articles(halfjaar),
    ]


def _letter(
    group: Sequence[Voorstel], names: Mapping[str, str], stand: Beginstand, place: str, own: str
) -> bytes:
    """Write the letter of one college to its council."""
    period, half = halfjaar_in_words(group[0].halfjaar), Halfjaar.parse(group[0].halfjaar)
    others = colleges([name for code, name in names.items() if code != own])
    change = more_or_less(net_changes(group)[own])
    page = delen.new_document(_brief("titel"), _say("kop"))
    page.add_paragraph(_brief("aan", gemeente=names[own]))
    page.add_paragraph(_brief("onderwerp", halfjaar=period))
    page.add_heading(_brief("kern_kop"), level=2)
    facts = {"anderen": others, "halfjaar": period, "gemeente": names[own], "verschil": change}
    page.add_paragraph(_brief("vooruit_kern", **facts))
    page.add_heading(_brief("waarom_kop"), level=2)
    page.add_paragraph(_brief("waarom"))
    page.add_heading(_brief("aantallen_kop"), level=2)
    _table(page, group, names, stand)
    page.add_heading(_brief("vervolg_kop"), level=2)
    page.add_paragraph(_brief("risico"))
    page.add_paragraph(_brief("vervolg", einde=day_in_words(half.laatste_dag)))
    page.add_paragraph(f"{place}.")
    return delen.to_bytes(page)


def _table(
    page: delen.Page, group: Sequence[Voorstel], names: Mapping[str, str], stand: Beginstand
) -> None:
    net = net_changes(group)
    rows = [(name, stand.gemeenten[c].provincie, signed(net[c])) for c, name in names.items()]
    whole_table(page, _HEADING, [*rows, ("Som", "", signed(sum(net.values())))], _FORM)
    for one in group:
        words = changes_in_words(one.verschillen, names)
        page.add_paragraph(_say("overeenkomst", naam=one.naam, wijzigingen=words))


def _names(group: Sequence[Voorstel], stand: Beginstand) -> dict[str, str]:
    """Return the parties by name, in the order of the alphabet."""
    called = {code: stand.gemeenten[code].naam for code in net_changes(group)}
    return dict(sorted(called.items(), key=lambda pair: sort_name(pair[1])))


def _say(code: str, **facts: object) -> str:
    return sentence("besluit", code, facts)


def _brief(code: str, **facts: object) -> str:
    return sentence("raadsbrief", code, facts)
