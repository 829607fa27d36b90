"""The ruilbewijs: what was exchanged, with a checksum, to be checked with whole numbers alone.

The checksum shows that a file was not changed by accident, and that it belongs to a printed
ruilbewijs or decision with the same checksum. It is no signature.
"""

from collections.abc import Mapping
from typing import Any

from optimiser.solve.recheck import fingerprint
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.errors import RefusedProposalError
from optimiser.uitruil.registratie import ONGEREGISTREERD, Registratie
from optimiser.uitruil.toets.uitslag import Toetsuitslag

#: Value of ``soort`` in the file.
RUILBEWIJS = "ruilbewijs"
VERSION = 2
#: Parts of the file that every ruilbewijs has.
_PARTS = {
    "soort", "versie", "halfjaar", "overeenkomsten", "gemeenten", "som_voor", "som_na",
    "land_voor", "land_na", "herkomst", "sha256",
}  # fmt: skip


def ruilbewijs(uitslag: Toetsuitslag, registratie: Registratie | None = None) -> dict[str, Any]:
    """Return the proof of a tested exchange as plain values for JSON.

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
    deals = [one.voorstel.to_overeenkomst() for one in uitslag.uitslagen]
    rows = _rows(uitslag)
    origin = uitslag.stand.herkomst
    document: dict[str, Any] = {
        "soort": RUILBEWIJS,
        "versie": VERSION,
        "halfjaar": uitslag.stand.halfjaar,
        "overeenkomsten": [
            {"naam": deal.naam, "verschillen": dict(deal.termijnen[0].verschillen)}
            for deal in deals
        ],
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


def check_ruilbewijs(document: Mapping[str, Any]) -> list[str]:
    """List everything that does not agree, in Dutch; empty when the proof stands.

    Parameters
    ----------
    document
        As ``ruilbewijs`` made it, read back from JSON.
    """
    if missing := sorted(_PARTS - set(document)):
        return [f"Het bestand is geen volledig ruilbewijs: {', '.join(missing)} ontbreekt."]
    try:
        return list(_faults(document))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as fault:
        return [f"Het bestand is geen volledig ruilbewijs: {type(fault).__name__} bij {fault}."]


def _faults(document: Mapping[str, Any]) -> list[str]:
    faults = []
    if document["sha256"] != fingerprint(document):
        faults.append("Het controlegetal klopt niet: er is iets in het bestand veranderd.")
    net: dict[str, int] = {}
    for deal in document["overeenkomsten"]:
        changes = {code: _whole(n) for code, n in deal["verschillen"].items()}
        if total := sum(changes.values()):
            faults.append(f"'{deal['naam']}' heeft som {total} in plaats van nul.")
        else:
            overeenkomst(deal["naam"], document["halfjaar"], changes)
        for code, count in changes.items():
            net[code] = net.get(code, 0) + count
    rows = {row["gm_code"]: row for row in document["gemeenten"]}
    if _whole(document["versie"]) > 1:
        faults += _road_faults(document, rows)
    if len(rows) < len(document["gemeenten"]) or set(rows) != set(net):
        faults.append("De gemeenten in de tabel zijn niet die van de overeenkomsten.")
    for code, row in rows.items():
        before, change, after = (_whole(row[part]) for part in ("voor", "verschil", "na"))
        if before + change != after or change != net.get(code):
            faults.append(f"De aantallen van {code} kloppen niet.")
        if min(before, after) < 0:
            faults.append(f"{code} heeft minder dan nul personen.")
    return faults + _sum_faults(document, rows)


def _road_faults(document: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """List parties of which formula and what binds do not lead to the number before."""
    net: dict[str, int] = {}
    for deal in document["bindend"]:
        changes = {code: _whole(n) for code, n in deal["verschillen"].items()}
        overeenkomst(deal["naam"], document["halfjaar"], changes)
        for code, count in changes.items():
            net[code] = net.get(code, 0) + count
    return [
        f"De weg van formule naar taakstelling van {code} klopt niet."
        for code, row in rows.items()
        if _whole(row["formule"]) + _whole(row["bindend"]) != _whole(row["voor"])
        or row["bindend"] != net.get(code, 0)
    ]


def _sum_faults(document: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    faults = []
    for part, column in (("som_voor", "voor"), ("som_na", "na")):
        if _whole(document[part]) != sum(row[column] for row in rows.values()):
            faults.append(f"{part} is niet de som van de gemeenten.")
    if document["som_voor"] != document["som_na"]:
        faults.append("De som van de gemeenten is niet gelijk gebleven.")
    if _whole(document["land_voor"]) != _whole(document["land_na"]):
        faults.append("De landelijke som is niet gelijk gebleven.")
    return faults


def _whole(value: object) -> int:
    """Return a whole number; ``True``, ``1.0`` and ``"1"`` are none."""
    if type(value) is not int:
        msg = f"{value!r} is geen geheel getal"
        raise TypeError(msg)
    return value
