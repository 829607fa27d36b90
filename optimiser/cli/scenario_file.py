"""The scenario a command is asked about: a file, a ready one, with own figures or without."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.io.scenario_file import OwnFigures
    from optimiser.scenario.scenario import Scenario

ScenarioFile = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO", help="Scenariobestand (.toml) of de naam van een meegeleverd scenario."
    ),
]


def find_question(naam: str, cijfers: Path | None) -> "tuple[Scenario, Gegevens]":
    """Return a scenario and its figures; a file saved by the app may carry own figures itself.

    Raises
    ------
    WrongUsageError
        If both the scenario and the command line bring figures: which ones count is not guessed.
    """
    (question,), figures = find_questions((naam,), cijfers)
    return question, figures


def find_questions(
    names: tuple[str, ...], cijfers: Path | None
) -> "tuple[tuple[Scenario, ...], Gegevens]":
    """Return scenarios and the one set of figures that all of them are computed with.

    Raises
    ------
    WrongUsageError
        If more than one set of own figures is brought: which one counts is not guessed.
    """
    found = [read_question(naam) for naam in names]
    brought = {own: naam for naam, (_, own) in zip(names, found, strict=True) if own is not None}
    if cijfers is not None and brought:
        bearer = Path(next(iter(brought.values()))).name
        reason = f"{bearer} bevat zelf eigen cijfers: laat --cijfers weg."
        raise WrongUsageError(reden=reason, opdracht="taakstelling")
    if len(brought) > 1:
        told = " en ".join(Path(naam).name for naam in brought.values())
        reason = f"{told} bevatten verschillende eigen cijfers: die zijn niet samen te gebruiken."
        raise WrongUsageError(reden=reason, opdracht="taakstelling")
    questions = tuple(question for question, _ in found)
    figures = options.read_figures(cijfers)
    for own, naam in brought.items():
        printing.remark(f"Eigen cijfers uit {Path(naam).name}: {own.naam}.")
        figures = _with(figures, own)
    return questions, figures


def find_scenario(naam: str) -> "Scenario":
    """Return a scenario for a command in which figures per gemeente play no part."""
    question, own = read_question(naam)
    if own is not None:
        printing.remark(f"De eigen cijfers in {Path(naam).name} doen in deze opdracht niet mee.")
    return question


def _with(figures: "Gegevens", own: "OwnFigures") -> "Gegevens":
    from optimiser.io.reading.eigen_cijfers import read_columns

    return figures.with_columns(read_columns(own.tabel.encode("utf-8"), own.naam), own.naam)


def read_question(naam: str) -> "tuple[Scenario, OwnFigures | None]":
    """Read a scenario and the own figures in its file, or an embedded scenario by name."""
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.scenario_file import SECTION, read_scenario_file
    from optimiser.io.scenarios import embedded_scenarios, read_scenario

    path = Path(naam)
    if path.suffix.lower() != ".toml":
        known = embedded_scenarios()
        if naam not in known:
            reason = f"'{naam}' is geen .toml-bestand en geen meegeleverd scenario"
            reason = f"{reason} ({', '.join(known)})."
            raise WrongUsageError(reden=reason, opdracht="taakstelling")
        return read_scenario(known[naam]), None
    content = read_file(path)
    if f"[{SECTION}]".encode() not in content:
        return read_scenario(path), None
    return read_scenario_file(content, path.name)
