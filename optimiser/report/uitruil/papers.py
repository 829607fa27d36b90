"""All papers of a settled exchange together, by file name."""

from collections.abc import Sequence

from optimiser.report.uitruil.besluit import besluit_docx
from optimiser.report.uitruil.brief import Ontvanger, brief_docx
from optimiser.report.uitruil.ruilbewijs import ruilbewijs_json, ruilbewijs_pdf
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.ruilbewijs import ruilbewijs
from optimiser.uitruil.toets.uitslag import Toetsuitslag


def stukken(uitslag: Toetsuitslag, deals: Sequence[Overeenkomst] = ()) -> dict[str, bytes]:
    """Write every paper: decisions, letters, ruilbewijs.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    deals
        The agreements, where they are two-way.

    Returns
    -------
    dict
        File name to content.

    Raises
    ------
    RefusedProposalError
        If not all of it may stand.
    """
    proof = ruilbewijs(uitslag)
    files = {"conceptbesluit-samen.docx": besluit_docx(uitslag, deals=deals)}
    for row in proof["gemeenten"]:
        code = row["gm_code"]
        files[f"conceptbesluit-{code}.docx"] = besluit_docx(uitslag, code, deals)
    for receiver in Ontvanger:
        files[f"aanbiedingsbrief-{receiver}.docx"] = brief_docx(uitslag, receiver)
    return files | {
        "ruilbewijs.json": ruilbewijs_json(proof),
        "ruilbewijs.pdf": ruilbewijs_pdf(proof),
    }
