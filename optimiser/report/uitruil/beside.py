"""What is agreed beside the numbers of a half-year: later ones, and joint facilities."""

from collections.abc import Iterable, Mapping
from typing import Any

from optimiser.report.papier.words import (
    changes_in_words,
    day_in_words,
    halfjaar_in_words,
    listed,
)
from optimiser.teksten import whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.voorziening import Voorziening


def names_of(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the name of every party of a ruilbewijs."""
    return {row["gm_code"]: row["gemeente"] for row in document["gemeenten"]}


def later_texts(document: Mapping[str, Any], code: str = "kort") -> list[str]:
    """Return what follows in later half-years: differences only, for no number is known yet.

    Parameters
    ----------
    document
        Of ``uitruil.ruilbewijs``.
    code
        ``artikel`` for a decision, ``kort`` elsewhere.
    """
    names = names_of(document)
    return [
        sentence(
            "later",
            code,
            {
                "halfjaar": halfjaar_in_words(term["halfjaar"]),
                "wijzigingen": changes_in_words(term["verschillen"].items(), names),
            },
        )
        for term in document.get("later", ())
    ]


def facility_texts(
    facilities: Iterable[Mapping[str, Any]], names: Mapping[str, str], code: str = "kort"
) -> list[str]:
    """Return what is agreed about facilities: places, dates, whose persons count where.

    Parameters
    ----------
    facilities
        As ``uitruil.ruilbewijs.facilities_of`` returns them.
    names
        Gm_code to name.
    code
        ``artikel`` for a decision, ``kort`` elsewhere.
    """
    return [_facility(one, names, code) for one in facilities]


def _facility(plain: Mapping[str, Any], names: Mapping[str, str], code: str) -> str:
    one = Voorziening.from_plain(plain)
    facts: dict[str, object] = {
        "naam": one.naam,
        "waar": plain["plaats"] or sentence("voorziening", f"{code}_nergens", {}),
        "plekken": one.plekken,
        "begin": day_in_words(one.eerste_dag),
        "einde": day_in_words(one.laatste_dag),
        "verdeling": listed([f"{names[code]} {whole(n)}" for code, n in one.verdeling]),
    }
    return sentence("voorziening", code, facts)


def beside_texts(document: Mapping[str, Any]) -> list[str]:
    """Return both, in short, for a summary or a letter."""
    facilities = document.get("voorzieningen", ())
    return [*later_texts(document), *facility_texts(facilities, names_of(document))]
