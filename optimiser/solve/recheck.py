"""Re-check a stored result with whole-number arithmetic: sums, limits, certificate, hash.

A stored result carries the whole problem as plain numbers (``report.resultaat``), so the check
needs no figures, no scenario and no solver.
"""

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from optimiser.engine import from_plain, recheck
from optimiser.engine.solution import objective
from optimiser.errors import OptimiserError
from optimiser.problem import ModelInput, moved
from optimiser.solve.recheck_refusal import refusal_faults

#: Value of ``soort`` in a stored result.
RESULTAAT = "resultaat"
#: What ``status`` can be.
STATUS = ("optimaal", "niet haalbaar")


def fingerprint(document: Mapping[str, Any]) -> str:
    """Return the sha256 over everything in a document but its own ``sha256``.

    >>> fingerprint({"a": 1, "sha256": "x"}) == fingerprint({"a": 1})
    True
    """
    content = {key: value for key, value in document.items() if key != "sha256"}
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def check_resultaat(document: Mapping[str, Any]) -> list[str]:
    """List everything that does not agree, in Dutch; empty when the result stands.

    Parameters
    ----------
    document
        As ``report.resultaat.to_document`` writes it, read back from JSON.

    Returns
    -------
    list of str
        One sentence per fault. A document that is not a result at all gives one fault.
    """
    try:
        return [*_faults(document)]
    except OptimiserError as fault:
        return [f"Het opgeslagen vraagstuk kan niet worden nagerekend ({fault.code})."]
    except (
        KeyError,
        TypeError,
        ValueError,
        IndexError,
        ZeroDivisionError,
        AttributeError,
    ) as fault:
        return [f"Het bestand is geen volledig resultaat: {type(fault).__name__} bij {fault}."]


def _faults(document: Mapping[str, Any]) -> list[str]:
    faults = []
    if document["sha256"] != fingerprint(document):
        faults.append("De controlegetallen kloppen niet: er is iets in het bestand veranderd.")
    rows, problem = document["gemeenten"], document["probleem"]
    persons = [int(row["taakstelling"]) for row in rows]
    for column, stored in (("gm_code", problem["gm_codes"]), ("doel", problem["doel"])):
        if [row[column] for row in rows] != stored:
            faults.append(f"Kolom {column} is niet die van het opgeslagen vraagstuk.")
    if min(persons) < 0 or any(
        str(row["taakstelling"]) != str(int(row["taakstelling"])) for row in rows
    ):
        faults.append("Een taakstelling is geen geheel getal van nul of meer.")
    wanted = int(document["totaal"]) - int(document["niet_geplaatst"])
    if sum(persons) != wanted:
        faults.append(f"De som is {sum(persons)}, dat moet {wanted} zijn.")
    faults += _stored_faults(document, from_plain(problem), persons)
    faults += refusal_faults(document, from_plain(problem), persons)
    if document["status"] == "optimaal":
        faults += _certificate_faults(problem, persons)
    return faults


def _stored_faults(document: Mapping[str, Any], data: ModelInput, persons: list[int]) -> list[str]:
    """Compare every number that follows from the problem and the persons with the stored one."""
    status, rows = document["status"], document["gemeenten"]
    faults = []
    if status not in STATUS:
        faults.append(f"De status {status!r} is onbekend; die is {' of '.join(STATUS)}.")
    if status == "optimaal" and document["niet_geplaatst"] != 0:
        faults.append("Een optimale uitkomst laat niemand zonder plaats.")
    columns = {
        "verschil": [after - before for before, after in zip(data.doel, persons, strict=True)],
        "ondergrens": list(data.lower),
        "bovengrens": list(data.upper),
    }
    for column, right in columns.items():
        for row, number in zip(rows, right, strict=True):
            if row[column] != number:
                place = f"{row['gm_code']}, {column}"
                faults.append(f"{place}: er staat {row[column]}, dat moet {number} zijn.")
    numbers = {"totaal": data.total, "verplaatst": moved(data.doel, persons)}
    faults += [
        f"{naam}: er staat {document[naam]}, dat moet {number} zijn."
        for naam, number in numbers.items()
        if document[naam] != number
    ]
    values = [(stage.value, objective(data, stage, persons)) for stage in data.stages]
    stored = [(one["stap"], Fraction(*one["waarde"])) for one in document["stappen"]]
    if stored != values:
        faults.append("De waarden per stap zijn niet die van de verdeling.")
    if document["halfjaar"] != document["scenario"]["halfjaar"]:
        faults.append("Het halfjaar is niet dat van het scenario.")
    return faults


def _certificate_faults(problem: Mapping[str, Any], persons: list[int]) -> list[str]:
    certificate = recheck(problem, persons)
    names = problem["gm_codes"]
    faults = [
        f"{one.soort} {one.naam}: {one.value} ligt niet tussen {one.lower} en {one.upper}."
        for one in certificate.violations
    ]
    faults += [
        f"Eén persoon van {names[i]} naar {names[j]} maakt de uitkomst beter: niet optimaal."
        for i, j in certificate.counterexample[:1]
    ]
    return faults
