"""Numbers in a scenario: as a number, or as a text that a Dutch reader writes (``"13.000"``).

A text is read by the one reader of numbers. Pydantic itself takes ``"13.000"`` for 13.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from optimiser.errors import OptimiserError
from optimiser.strict import Exact
from optimiser.teksten.number_errors import AmbiguousNumberError
from optimiser.teksten.read_number import read_count, read_share


def as_count(value: object) -> object:
    """Return a text as a whole number; what is none stays as it is, and is refused as such."""
    if not isinstance(value, str):
        return value
    try:
        return read_count(value)
    except AmbiguousNumberError as error:
        code = "getal_dubbelzinnig"
        raise PydanticCustomError(code, "a number with two meanings") from error
    except OptimiserError:
        return value


def _part(value: object) -> object:
    """Return ``"0,12"`` or ``"12 %"`` as a part; with a point it is as the program writes it."""
    if not isinstance(value, str) or not {",", "%"} & set(value):
        return value
    try:
        return read_share(value)
    except OptimiserError:
        return value


#: A whole number, its bounds set where it is used.
Count = Annotated[int, Field(strict=True), BeforeValidator(as_count)]
#: An exact number, its bounds set where it is used.
Written = Annotated[Exact, BeforeValidator(_part)]
Persons = Annotated[Count, Field(ge=0, le=1_000_000)]
Part = Annotated[Written, Field(ge=0, le=1)]
