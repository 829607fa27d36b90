"""A scenario as command lines and as Python that give the same numbers."""

import shlex
from dataclasses import dataclass

from optimiser.scenario.scenario import Scenario
from optimiser.verdeelsleutels.opties import SleutelOpties


@dataclass(frozen=True, slots=True)
class Commands:
    """How to make an answer again outside the app.

    Attributes
    ----------
    shell
        Lines for a terminal.
    python
        A script that prints the answer.
    """

    shell: str
    python: str


def commands_for(scenario: Scenario, cijfers: str | None = None) -> Commands:
    """Return the commands that reproduce the answer to a scenario.

    Parameters
    ----------
    scenario
        The question.
    cijfers
        Name of the file with the user's columns, if any.

    Examples
    --------
    >>> print(commands_for(Scenario(halfjaar="2021-1", sleutel="huishoudens")).shell)
    taakstelling verdeel --halfjaar 2021-1 --sleutel huishoudens
    """
    shell = _optimise(scenario) if scenario.optimises else _divide(scenario)
    if cijfers is not None:
        shell += ["--cijfers", cijfers]
    return Commands(shlex.join(shell), _python(scenario, cijfers))


def toml_name(scenario: Scenario) -> str:
    """Return the file name under which a scenario is saved."""
    return f"{scenario.naam}.toml"


def _optimise(scenario: Scenario) -> list[str]:
    return ["taakstelling", "optimaliseer", toml_name(scenario)]


def _divide(scenario: Scenario) -> list[str]:
    line = ["taakstelling", "verdeel", "--halfjaar", scenario.halfjaar]
    plain = Scenario(halfjaar=scenario.halfjaar)
    for field in ("totaal", "sleutel", "afronding", "peiljaar", "indeling"):
        value = getattr(scenario, field)
        if value != getattr(plain, field):
            line += [f"--{field}", str(value)]
    for pair in _pairs(scenario.sleutel_opties):
        line += ["--optie", pair]
    return line


def _pairs(opties: SleutelOpties) -> list[str]:
    chosen = opties.model_dump(exclude_none=True, exclude={"gewichten", "totaal"})
    weights = opties.gewichten or {}
    return [f"{name}={value}" for name, value in [*weights.items(), *chosen.items()]]


def _python(scenario: Scenario, cijfers: str | None) -> str:
    question = scenario.model_dump_json(exclude_defaults=True)
    lines = ["from optimiser import Scenario, read_gegevens, solve_scenario"]
    own = "" if cijfers is None else repr(cijfers)
    lines += [
        "",
        f"gegevens = read_gegevens({own})",
        f"scenario = Scenario.model_validate_json({question!r})",
        "verdeling = solve_scenario(scenario, gegevens)",
        'print(verdeling.to_frame()[["gemeente", "taakstelling"]].to_string())',
    ]
    return "\n".join(lines)
