"""The file of workspaces, read strictly: a fault anywhere and nobody is let in."""

from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from optimiser.io.gegevens import read_embedded
from optimiser.io.parsed import parsed_fields
from optimiser.io.reading.eigen_cijfers import read_file
from optimiser.scenario.faults import faults
from optimiser.zicht.errors import InvalidWerkruimtesError
from optimiser.zicht.werkruimte import Werkruimte, Werkruimtes
from optimiser.zicht.zicht import gm_codes_of

#: The only thing in the file: a list of workspaces.
SECTION = "werkruimte"


def read_werkruimtes(path: str | Path) -> Werkruimtes:
    """Read ``werkruimtes.toml``, as it is now.

    Raises
    ------
    UnreadableFileError
        If it is not there or no TOML.
    InvalidWerkruimtesError
        With every fault: line, field and reason.
    """
    file = Path(path)
    return werkruimtes_from(read_file(file), file.name)


@lru_cache(maxsize=4)
def werkruimtes_from(content: bytes, name: str) -> Werkruimtes:
    """Return the workspaces in the bytes of a file.

    Raises
    ------
    UnreadableFileError, InvalidWerkruimtesError
        As ``read_werkruimtes``.
    """
    fields = parsed_fields(content, name)
    given = fields.get(SECTION)
    if set(fields) != {SECTION} or not isinstance(given, list) or not given:
        reason = "verwacht wordt een of meer keer [[werkruimte]], en niets anders"
        raise InvalidWerkruimtesError(bestand=name, fouten=reason)
    wrong: list[str] = []
    lines: list[Werkruimte] = []
    for number, one in enumerate(given, start=1):
        try:
            lines.append(Werkruimte.model_validate(one))
        except ValidationError as error:
            wrong.append(f"werkruimte {number}: {faults(error)}")
    wrong += [] if wrong else _together(lines)
    areas = {}
    for one in lines:
        try:
            areas[one.id] = gm_codes_of(one.gebied, read_embedded())
        except ValueError as error:
            wrong.append(f"{one.id}: gebied {error} is niet bekend.")
    if wrong:
        raise InvalidWerkruimtesError(bestand=name, fouten=" ".join(wrong))
    return Werkruimtes(tuple(lines), areas)


def _together(lines: list[Werkruimte]) -> list[str]:
    """Return what is wrong with workspaces that are right by themselves."""
    wrong: list[str] = []
    areas: dict[str, object] = {}
    groups: set[tuple[str, str]] = set()
    for one in lines:
        if areas.setdefault(one.id, one.gebied) != one.gebied:
            wrong.append(f"{one.id}: twee keer genoemd met een ander gebied.")
        if (one.id, one.groep) in groups:
            wrong.append(f"{one.id}: groep '{one.groep}' staat er twee keer in.")
        groups.add((one.id, one.groep))
    return wrong
