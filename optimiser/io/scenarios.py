"""Scenario files (TOML): read strictly, faults in Dutch, one ``basis`` at most."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from optimiser.errors import InvalidScenarioError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.bronnen import checked_bytes
from optimiser.io.parsed import parsed_fields
from optimiser.io.paths import data_dir
from optimiser.io.reading.eigen_cijfers import read_file
from optimiser.io.scenario_names import with_codes
from optimiser.scenario.faults import faults
from optimiser.scenario.scenario import Scenario


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
        return Scenario.model_validate(with_codes(fields, name))
    except ValidationError as error:
        raise InvalidScenarioError(scenario=name, fouten=faults(error)) from error


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file; with ``basis = "naam"`` it holds only the differences.

    The basis is a file in the same folder (or an embedded scenario) that has no basis itself. Its
    fields are replaced, tables field by field, one level deep; what results is what counts.

    Raises
    ------
    UnreadableFileError, InvalidScenarioError, UnknownHalfjaarError
        What is wrong, where, and what to do.
    """
    return scenario_at(read_fields(path), path)


def scenario_at(fields: dict[str, Any], path: Path) -> Scenario:
    """Return the scenario of the fields of a file in a folder; see :func:`read_scenario`."""
    basis = fields.pop("basis", None)
    if basis is not None:
        fields = _on_top_of(_basis_of(_plain(basis, path.name), path), fields, path.name)
    return scenario_from({"naam": name_of_file(path.name)} | fields, path.name)


def name_of_file(name: str) -> str:
    """Return the name of a scenario that does not tell its own: its file may have any name.

    >>> name_of_file("Mijn Scénario_1.toml"), name_of_file("plafond-12.toml")
    ('mijn-scenario-1', 'plafond-12')
    """
    plain = unicodedata.normalize("NFKD", Path(name).stem.casefold())
    plain = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "eigen"


def scenario_of_fields(fields: dict[str, Any], name: str) -> Scenario:
    """Return the scenario of the fields of a file; its basis is a ready scenario.

    Raises
    ------
    InvalidScenarioError, UnknownHalfjaarError
        What is wrong, where, and what to do.
    """
    basis = fields.pop("basis", None)
    if basis is not None:
        known = embedded_scenarios()
        if _plain(basis, name) not in known:
            reason = f"basis {basis!r} bestaat niet; bekend zijn {', '.join(known)}."
            raise InvalidScenarioError(scenario=name, fouten=reason)
        fields = _on_top_of(read_fields(known[basis]), fields, name)
    return scenario_from({"naam": name_of_file(name)} | fields, name)


def _plain(basis: object, name: str) -> str:
    """Return the name of a basis, which may not point to another folder."""
    if isinstance(basis, str) and re.fullmatch(r"[\w .()+-]{1,120}", basis) and ".." not in basis:
        return basis
    reason = "basis moet de naam van een scenario zijn, zonder map ervoor."
    raise InvalidScenarioError(scenario=name, fouten=reason)


def _basis_of(naam: str, path: Path) -> dict[str, Any]:
    known = embedded_scenarios()
    beside = path.with_name(f"{naam}.toml")
    place = beside if beside.is_file() else known.get(naam)
    if place is None:
        reason = f"basis {naam!r} bestaat niet; bekend zijn {', '.join(known)}."
        raise InvalidScenarioError(scenario=path.name, fouten=reason)
    basis = read_fields(place)
    if "basis" in basis:
        reason = f"basis {naam!r} heeft zelf een basis; dat mag niet."
        raise InvalidScenarioError(scenario=path.name, fouten=reason)
    return basis


def _on_top_of(basis: dict[str, Any], changes: dict[str, Any], name: str) -> dict[str, Any]:
    basis, changes = with_codes(basis, name), with_codes(changes, name)
    merged = basis | changes
    for name, value in changes.items():
        if isinstance(value, dict) and isinstance(basis.get(name), dict):
            merged[name] = basis[name] | value
    return merged


def read_fields(path: Path) -> dict[str, Any]:
    """Read a TOML file as it is written.

    Raises
    ------
    UnreadableFileError
        If it cannot be read or is no TOML.
    ChangedDataError
        If it is a ready scenario that was altered.
    """
    own = path.parent != data_dir() / "scenarios"
    content = read_file(path) if own else checked_bytes(f"scenarios/{path.name}")
    return parsed_fields(content, path.name)


def embedded_scenarios() -> dict[str, Path]:
    """Return the ready scenarios by name.

    >>> "wettelijk" in embedded_scenarios()
    True
    """
    return {path.stem: path for path in sorted((data_dir() / "scenarios").glob("*.toml"))}


def scenarios_of_one_halfjaar() -> dict[str, Path]:
    """Return the ready scenarios about one half-year; the others have ``[tijd]``.

    >>> sorted(set(embedded_scenarios()) - set(scenarios_of_one_halfjaar()))[0]
    'glad-2016-2018'
    """
    return {
        naam: path for naam, path in embedded_scenarios().items() if "tijd" not in read_fields(path)
    }
