"""A scenario file with the user's own figures in it, so that it opens elsewhere with the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimiser.errors import InvalidScenarioError
from optimiser.io.parsed import MAX_TOML, parsed_fields
from optimiser.io.scenario_toml import scenario_to_toml
from optimiser.io.scenarios import scenario_of_fields
from optimiser.scenario.scenario import Scenario

#: Section of the file that holds the figures.
SECTION = "eigen_cijfers"


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """The user's columns: name of the file they came in, and the table as CSV."""

    naam: str
    tabel: str


def to_scenario_file(scenario: Scenario, figures: OwnFigures | None) -> bytes:
    r"""Write a scenario, with the own figures it is computed with.

    Raises
    ------
    InvalidScenarioError
        If it would be too large to be read back.

    >>> made = to_scenario_file(Scenario(halfjaar="2021-1"), OwnFigures("x.csv", "gm_code;kan\n"))
    >>> read_scenario_file(made, "x.toml")[1]
    OwnFigures(naam='x.csv', tabel='gm_code;kan\n')
    """
    import tomli_w

    text = scenario_to_toml(scenario)
    if figures is not None:
        section = {SECTION: {"naam": figures.naam, "tabel": figures.tabel}}
        text += "\n" + tomli_w.dumps(section, multiline_strings=True)
    made = text.encode("utf-8")
    if len(made) > MAX_TOML:
        reason = (
            f"met de eigen cijfers erin is het bestand groter dan {MAX_TOML // 1000} kB; "
            "stop met de eigen cijfers en stuur het bestand met cijfers apart mee."
        )
        raise InvalidScenarioError(scenario=scenario.naam, fouten=reason)
    return made


def read_scenario_file(content: bytes, name: str) -> tuple[Scenario, OwnFigures | None]:
    """Read a scenario and the own figures in the same file, if any.

    Raises
    ------
    UnreadableFileError, InvalidScenarioError, UnknownHalfjaarError
        As ``scenarios.scenario_of_fields``; also if the figures are no name and text.
    """
    fields = parsed_fields(content, name)
    section = fields.pop(SECTION, None)
    scenario = scenario_of_fields(fields, name)
    if section is None:
        return scenario, None
    known = isinstance(section, Mapping) and set(section) == {"naam", "tabel"}
    if not known or not all(isinstance(text, str) for text in section.values()):
        reason = f"{SECTION} moet een naam en een tabel bevatten, beide als tekst."
        raise InvalidScenarioError(scenario=name, fouten=reason)
    return scenario, OwnFigures(section["naam"], section["tabel"])
