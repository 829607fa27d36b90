"""All papers of a settled exchange, per coalition that stands or falls together."""

import re
import unicodedata
from collections.abc import Sequence

from optimiser.report.papier.words import by_name
from optimiser.report.uitruil.aantallen import aantallen_xlsx, samenvatting_pdf
from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.report.uitruil.brief import Ontvanger, brief_docx
from optimiser.report.uitruil.raadsbrief import raadsbrief_docx
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_json, ruilbewijs_pdf
from optimiser.report.uitruil.toelichting import toelichting_docx
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.coalitie import split_uitslag
from optimiser.uitruil.errors import RefusedProposalError
from optimiser.uitruil.registratie import Registratie
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def stukken(
    uitslag: Toetsuitslag,
    deals: Sequence[Overeenkomst] = (),
    registratie: Registratie | None = None,
    *,
    samen: bool = False,
) -> dict[str, bytes]:
    """Write every paper: decisions, letters, ruilbewijs.

    Parameters
    ----------
    uitslag
        A test; groups of agreements that may not stand get no papers.
    deals
        The agreements, where they have later half-years or joint facilities.
    registratie
        Where they stand in the register, if they do.
    samen
        One set of papers for all, instead of one per coalition.

    Returns
    -------
    dict
        File name to content; in a folder per coalition when there is more than one.

    Raises
    ------
    RefusedProposalError
        If nothing of it may stand.
    """
    groups = [uitslag] if samen else split_uitslag(uitslag)
    good = [one for one in groups if one.mag]
    if not good:
        refused = [one.voorstel.naam for one in uitslag.uitslagen if not one.mag]
        raise RefusedProposalError(namen=refused or ["de overeenkomsten samen"])
    files: dict[str, bytes] = {}
    for number, group in enumerate(good, start=1):
        names = [one.voorstel.naam for one in group.uitslagen]
        own = [deal for deal in deals if deal.naam in names]
        folder = "" if len(groups) == 1 else f"{folder_name(number, group)}/"
        files |= {folder + name: made for name, made in _papers(group, own, registratie).items()}
    return files


def _papers(
    uitslag: Toetsuitslag, deals: Sequence[Overeenkomst], registratie: Registratie | None
) -> dict[str, bytes]:
    proof = ruilbewijs(uitslag, registratie, deals)
    files = {
        "lees-dit-eerst.docx": toelichting_docx(uitslag, deals, registratie),
        "conceptbesluit-samen.docx": besluit_docx(uitslag, None, deals, registratie),
    }
    for row in proof["gemeenten"]:
        name, code = plain_name(row["gemeente"]), row["gm_code"]
        files[f"conceptbesluit-{name}.docx"] = besluit_docx(uitslag, code, deals, registratie)
        letter = raadsbrief_docx(uitslag, code, deals, registratie)
        files[f"raadsinformatiebrief-{name}.docx"] = letter
    for receiver in Ontvanger:
        letter = brief_docx(uitslag, receiver, deals, registratie)
        files[f"aanbiedingsbrief-{receiver}.docx"] = letter
    return files | {
        "samenvatting.pdf": samenvatting_pdf(proof),
        "aantallen.xlsx": aantallen_xlsx(proof),
        "ruilbewijs.json": ruilbewijs_json(proof),
        "ruilbewijs.pdf": ruilbewijs_pdf(proof),
    }


def folder_name(number: int, group: Toetsuitslag) -> str:
    """Name the folder of a coalition after its gemeenten."""
    names = [plain_name(row["gemeente"]) for row in by_name(ruilbewijs(group))]
    shown = "-".join(names[:4])
    more = "" if len(names) <= 4 else f"-en-{len(names) - 4}-meer"
    return f"{number:02}-{shown}{more}"


def plain_name(name: str) -> str:
    """Return a name that any file system takes.

    >>> plain_name("Súdwest-Fryslân"), plain_name("'s-Hertogenbosch")
    ('Sudwest-Fryslan', 's-Hertogenbosch')
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-")
