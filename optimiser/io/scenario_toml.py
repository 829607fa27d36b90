"""Writing a scenario file: only what differs from the default, so that it can be read."""

from collections.abc import Mapping
from typing import Any

from optimiser.scenario.scenario import Scenario


def scenario_to_toml(scenario: Scenario) -> str:
    """Return a scenario as the text of a file that ``read_scenario`` reads back the same.

    >>> print(scenario_to_toml(Scenario(halfjaar="2021-1", sleutel="huishoudens")), end="")
    titel = "Wettelijke verdeling"
    bron = "Huisvestingswet 2014, art. 29 lid 1"
    halfjaar = "2021-1"
    sleutel = "huishoudens"
    """
    import tomli_w

    always = {"titel": scenario.titel, "bron": scenario.bron}
    chosen = scenario.model_dump(exclude_defaults=True, exclude={"naam", "titel", "bron"})
    return tomli_w.dumps(always | _plain(chosen))


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is unset: TOML has no word for nothing."""
    return {key: _value(value) for key, value in fields.items() if value is not None}


def _value(value: object) -> object:
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, (list, tuple)):
        return [_value(item) for item in value]
    return value
