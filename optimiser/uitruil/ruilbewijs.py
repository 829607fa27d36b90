"""The ruilbewijs: what was exchanged, with a checksum, to be checked with whole numbers alone.

The checksum shows that a file was not changed by accident, and that it belongs to a printed
ruilbewijs or decision with the same checksum. It is no signature.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from optimiser.solve.recheck import fingerprint
from optimiser.uitruil.agreement import Overeenkomst, Termijn
from optimiser.uitruil.errors import RefusedProposalError
from optimiser.uitruil.registratie import ONGEREGISTREERD, Registratie
from optimiser.uitruil.toets.uitslag import Toetsuitslag

#: Value of ``soort`` in the file.
RUILBEWIJS = "ruilbewijs"
VERSION = 2


def ruilbewijs(
    uitslag: Toetsuitslag,
    registratie: Registratie | None = None,
    deals: Sequence[Overeenkomst] = (),
) -> dict[str, Any]:
    """Return the proof of a tested exchange as plain values for JSON.

    Parameters
    ----------
    uitslag
        A test in which everything may stand.
    registratie
        Where the agreements stand in the register, if they do.
    deals
        The agreements, where they have later half-years or joint facilities: both are named.

    Raises
    ------
    RefusedProposalError
        If not all of it may stand.
    InvalidAgreementError
        If a name cannot be that of an agreement.
    """
    if not uitslag.mag:
        refused = [one.voorstel.naam for one in uitslag.uitslagen if not one.mag]
        raise RefusedProposalError(namen=refused or ["de overeenkomsten samen"])
    now = [one.voorstel.to_overeenkomst() for one in uitslag.uitslagen]
    own = [deal for deal in deals if deal.naam in {one.naam for one in now}]
    rows = _rows(uitslag)
    origin = uitslag.stand.herkomst
    document: dict[str, Any] = {
        "soort": RUILBEWIJS,
        "versie": VERSION,
        "halfjaar": uitslag.stand.halfjaar,
        "overeenkomsten": [
            {"naam": deal.naam, "verschillen": dict(deal.termijnen[0].verschillen)} for deal in now
        ],
        **_more(own, uitslag),
        "bindend": _binding(uitslag, [row["gm_code"] for row in rows]),
        "gemeenten": rows,
        "som_voor": sum(row["voor"] for row in rows),
        "som_na": sum(row["na"] for row in rows),
        "land_voor": uitslag.som_voor,
        "land_na": uitslag.som_na,
        "herkomst": {
            "wet": origin.wet,
            "scenario": origin.scenario,
            "scenario_sha256": origin.scenario_sha256,
            "gegevens": origin.data_version,
            "programma": origin.optimiser_version,
            "peiljaar": origin.peiljaar,
            "bron": origin.bron,
        },
        "register": ONGEREGISTREERD if registratie is None else registratie.zin,
        "let_op": "Geen juridisch advies. Het controlegetal is geen handtekening.",
    }
    return document | {"sha256": fingerprint(document)}


def _more(deals: Sequence[Overeenkomst], uitslag: Toetsuitslag) -> dict[str, Any]:
    """Return what is agreed beside this half-year; a proof without it is as it always was."""
    now = uitslag.stand.halfjaar
    terms = [(term, deal.naam) for deal in deals for term in deal.termijnen]
    beside = {
        "eerder": [_term(term, naam) for term, naam in terms if term.halfjaar < now],
        "later": [_term(term, naam) for term, naam in terms if term.halfjaar > now],
    }
    names = {code: party.naam for code, party in uitslag.stand.gemeenten.items()}
    more = {**beside, "voorzieningen": facilities_of(deals, names)}
    return {name: found for name, found in more.items() if found}


def _term(term: Termijn, naam: str) -> dict[str, Any]:
    return {"naam": naam, "halfjaar": term.halfjaar, "verschillen": dict(term.verschillen)}


def facilities_of(deals: Iterable[Overeenkomst], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the joint facilities of agreements as plain values, with the name of where each is."""
    found = dict.fromkeys(one for deal in deals for one in deal.voorzieningen)
    return [
        one.to_plain() | {"plaats": None if one.gemeente is None else names.get(one.gemeente)}
        for one in found
    ]


def _rows(uitslag: Toetsuitslag) -> list[dict[str, Any]]:
    """One row per party over all agreements of the proposal."""
    change: dict[str, int] = {}
    for one in uitslag.uitslagen:
        for code, count in one.voorstel.verschillen:
            change[code] = change.get(code, 0) + count
    return [
        {
            "gm_code": code,
            "gemeente": uitslag.stand.gemeenten[code].naam,
            "provincie": uitslag.stand.gemeenten[code].provincie,
            "formule": uitslag.stand.gemeenten[code].formule,
            "bindend": uitslag.stand.gemeenten[code].bindend,
            "voor": uitslag.stand.gemeenten[code].taakstelling,
            "verschil": change[code],
            "na": uitslag.stand.gemeenten[code].taakstelling + change[code],
        }
        for code in sorted(change)
    ]


def _binding(uitslag: Toetsuitslag, codes: list[str]) -> list[dict[str, Any]]:
    """Return the agreements that bind already and have a party in this proof."""
    return [
        {"nummer": one.nummer, "naam": one.naam, "verschillen": dict(one.verschillen)}
        for one in uitslag.lopend
        if any(code in codes for code, _ in one.verschillen)
    ]
