"""Check a ruilbewijs that was read back: every number, every sum, the checksum."""

from collections.abc import Mapping
from typing import Any

from optimiser.errors import OptimiserError
from optimiser.solve.recheck import fingerprint
from optimiser.teksten import melding_for
from optimiser.uitruil.agreement import overeenkomst
from optimiser.uitruil.voorziening import Voorziening

#: Parts of the file that every ruilbewijs has.
_PARTS = {
    "soort", "versie", "halfjaar", "overeenkomsten", "gemeenten", "som_voor", "som_na",
    "land_voor", "land_na", "herkomst", "sha256",
}  # fmt: skip


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
    except OptimiserError as fault:
        return [melding_for(fault).tekst]
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
    return [*faults, *_sum_faults(document, rows), *_more_faults(document, set(rows))]


def _more_faults(document: Mapping[str, Any], parties: set[str]) -> list[str]:
    """List what does not agree in other half-years and joint facilities."""
    for term in (*document.get("eerder", ()), *document.get("later", ())):
        changes = {code: _whole(n) for code, n in term["verschillen"].items()}
        overeenkomst(term["naam"], term["halfjaar"], changes)
        parties = parties | set(changes)
    found = [Voorziening.from_plain(one) for one in document.get("voorzieningen", ())]
    return [
        f"Wie in '{one.naam}' plekken heeft, is geen partij."
        for one in found
        if not {code for code, _ in one.verdeling} <= parties
    ]


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
