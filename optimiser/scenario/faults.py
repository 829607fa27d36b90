"""What is wrong with the fields of a scenario, in Dutch: field, what was given, what it may be."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from optimiser.teksten import load_teksten

#: Faults told in one message.
SHOWN = 20
_FORMS = {
    "naam": "vorm_naam",
    "halfjaar": "vorm_halfjaar",
    "opening": "vorm_halfjaar",
    "van": "vorm_halfjaar",
    "tot": "vorm_halfjaar",
}
_BOUNDS = ("gt", "ge", "lt", "le")


def faults(error: ValidationError) -> str:
    """Tell every fault pydantic found in Dutch: field, what was given, reason, allowed values.

    Parameters
    ----------
    error
        Of a model that a human writes.

    Returns
    -------
    str
        One sentence, the first twenty faults.
    """
    every = error.errors(include_url=False)
    # A list of which a part was refused is not empty: the fault of the part says enough.
    found = [one for one in every if one["type"] != "too_short" or not one["input"]]
    told = [_told(fault) for fault in found[:SHOWN]]
    more = f"; en nog {len(found) - SHOWN}" if len(found) > SHOWN else ""
    return "; ".join(told) + f"{more}."


def _told(fault: Mapping[str, Any]) -> str:
    field = ".".join(map(str, fault["loc"])) or "het geheel"
    bare = fault["type"] == "missing" or isinstance(fault["input"], dict)
    given = "" if bare else f" ({_short(fault['input'])})"
    return f"{field}{given} {_reason(fault)}"


def _reason(fault: Mapping[str, Any]) -> str:
    reasons, kind, facts = load_teksten()["redenen"], fault["type"], fault.get("ctx", {})
    last = str(fault["loc"][-1]) if fault["loc"] else ""
    if kind == "string_pattern_mismatch" and last in _FORMS:
        return str(reasons[_FORMS[last]])
    if kind == "less_than_equal" and facts.get("le") == 1:
        return str(reasons["deel_boven_een"])
    told = str(reasons.get(kind, reasons["value_error"]))
    if "expected" in facts:
        return f"{told}: {str(facts['expected']).replace(' or ', ' of ')}"
    bounds = [
        reasons[f"grens_{name}"].format(grens=facts[name]) for name in _BOUNDS if name in facts
    ]
    return f"{told}: {bounds[0]}" if bounds else told


def _short(given: object) -> str:
    """Return what was given, short enough for a message."""
    text = f"'{given}'" if isinstance(given, str) else str(given)
    return text if len(text) <= 80 else f"{text[:79]}…"
