"""A scenario in the address of the page, and back: plain JSON, checked, limited in size."""

from collections.abc import Mapping

from optimiser.errors import OptimiserError, UnreadableFileError
from optimiser.io.scenarios import scenario_from
from optimiser.io.strict_json import read_json
from optimiser.scenario.scenario import Scenario

#: Longest text that is written in, or read from, an address [characters].
LONGEST = 6_000
#: Name of the query parameter.
PARAMETER = "scenario"


class InvalidLinkError(OptimiserError):
    """The scenario in an address cannot be used. Facts: ``reden``."""

    code = "link_ongeldig"


def to_link(scenario: Scenario) -> str | None:
    """Return what the address says, only what differs from the default; None if it is too long.

    >>> to_link(Scenario(halfjaar="2021-1", sleutel="woningvoorraad"))
    '{"halfjaar":"2021-1","sleutel":"woningvoorraad"}'
    """
    text = scenario.model_dump_json(exclude_defaults=True)
    return text if len(text) <= LONGEST else None


def from_link(text: str) -> Scenario:
    """Return the scenario an address stands for.

    Raises
    ------
    InvalidLinkError
        If it is too long, no JSON or no scenario.

    >>> from_link('{"halfjaar":"2021-1"}').sleutel
    'inwoners'
    """
    if len(text) > LONGEST:
        raise InvalidLinkError(reden="de link is te lang")
    try:
        fields = read_json(text, "de link")
    except UnreadableFileError:
        raise InvalidLinkError(reden="de link is niet volledig") from None
    if not isinstance(fields, Mapping):
        raise InvalidLinkError(reden="er staat geen scenario in")
    try:
        return scenario_from(fields, "de link")
    except OptimiserError as error:
        reason = str(error.params.get("fouten", "het halfjaar bestaat niet")).rstrip(".")
        raise InvalidLinkError(reden=reason) from error
