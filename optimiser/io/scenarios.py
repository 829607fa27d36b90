"""Scenario files (TOML) and their faults in Dutch."""

from collections.abc import Mapping

from pydantic import ValidationError

from optimiser.errors import InvalidScenarioError
from optimiser.halfjaar import Halfjaar
from optimiser.scenario import Scenario
from optimiser.teksten import load_teksten


def scenario_from(fields: Mapping[str, object], name: str) -> Scenario:
    """Return a checked scenario.

    Parameters
    ----------
    fields
        As written by the user.
    name
        File or place they come from, for messages.

    Raises
    ------
    UnknownHalfjaarError
        If the half-year is not one.
    InvalidScenarioError
        With every fault: field and reason.
    """
    if isinstance(fields.get("halfjaar"), str):
        Halfjaar.parse(str(fields["halfjaar"]))
    try:
        return Scenario.model_validate(fields)
    except ValidationError as error:
        raise InvalidScenarioError(scenario=name, fouten=faults(error)) from error


def faults(error: ValidationError) -> str:
    """Tell every fault pydantic found in Dutch: field, what was given, reason."""
    reasons = load_teksten()["redenen"]
    told = []
    for fault in error.errors():
        field = ".".join(map(str, fault["loc"])) or "het geheel"
        given = "" if fault["type"] == "missing" else f" ({fault['input']!r})"
        told.append(f"{field}{given} {reasons.get(fault['type'], 'klopt niet')}")
    return "; ".join(told) + "."
