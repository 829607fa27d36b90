"""Quantities that change in time: each value with the day it starts, a unit and a source."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from optimiser.strict import Strict


class DatedValue(Strict):
    """A value, from when it holds, and who says so."""

    vanaf: date
    """First day on which it holds."""
    waarde: float
    """The value, in the unit of the parameter."""
    bron: str
    """Who published it, or why it is an assumption."""


class Parameter(Strict):
    """A quantity through time."""

    naam: Annotated[str, Field(pattern=r"^[a-z_0-9]+$")]
    """Name in scenarios."""
    omschrijving: str
    """What it is, for the reader."""
    eenheid: str
    """Unit."""
    status: Literal["gemeten", "vastgesteld", "aanname"]
    """Measured, laid down in a rule, or an assumption (aanname): outputs label it as such."""
    waarden: tuple[DatedValue, ...]
    """Ascending in time."""

    @model_validator(mode="after")
    def _ascending(self) -> "Parameter":
        days = [value.vanaf for value in self.waarden]
        if not days or days != sorted(set(days)):
            msg = "'waarden' must ascend by 'vanaf', without repeats"
            raise ValueError(msg)
        return self

    def on(self, day: date) -> DatedValue:
        """Return the value in force on a day.

        Raises
        ------
        LookupError
            If the parameter did not exist yet.

        >>> p = Parameter(naam="p", omschrijving="", eenheid="%", status="aanname",
        ...     waarden=[DatedValue(vanaf=date(2020, 1, 1), waarde=7, bron="rekenvoorbeeld")])
        >>> p.on(date(2025, 7, 1)).waarde
        7.0
        """
        in_force = [value for value in self.waarden if value.vanaf <= day]
        if not in_force:
            msg = f"{self.naam!r} has no value on {day}"
            raise LookupError(msg)
        return in_force[-1]
