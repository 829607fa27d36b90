"""The distributions of a sweep from a TOML file, read strictly."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from optimiser.errors import InvalidScenarioError
from optimiser.io.scenarios import read_fields
from optimiser.scenario.faults import faults
from optimiser.strict import Strict

Model = TypeVar("Model", bound=Strict)


def read_strict(model: type[Model], path: Path | None, given: Mapping[str, object]) -> Model:
    """Return a strict model from a TOML file and options that go before it.

    Parameters
    ----------
    model
        What the file must be.
    path
        The file; None takes the defaults.
    given
        Fields that replace those of the file.

    Raises
    ------
    UnreadableFileError, InvalidScenarioError
        What is wrong, where, and what to do.
    """
    fields = {} if path is None else read_fields(path)
    try:
        return model.model_validate({**fields, **given})
    except ValidationError as error:
        name = "de opdrachtregel" if path is None else path.name
        raise InvalidScenarioError(scenario=name, fouten=faults(error)) from error
