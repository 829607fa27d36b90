"""The base of everything a human writes: scenarios, parameters, sources."""

from typing import Self

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Immutable, and a misspelt field is an error."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )

    def adjusted(self, **changes: object) -> Self:
        """Return a checked copy; ``model_copy(update=)`` would not check.

        Raises
        ------
        pydantic.ValidationError
            If a change does not fit.
        """
        return self.model_validate(self.model_dump() | changes)
