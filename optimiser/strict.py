"""The base of everything a human writes: scenarios, parameters, sources."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

#: Most digits of an exact number, and largest power of ten either way.
MAX_DIGITS, MAX_POWER = 30, 30


def _moderate(value: Decimal) -> Decimal:
    """Refuse a number that would take minutes as a fraction, such as ``1e-1000000``."""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    if len(digits) > MAX_DIGITS or not isinstance(exponent, int) or abs(exponent) > MAX_POWER:
        code = "number_extreme"
        raise PydanticCustomError(code, "too many digits or too large a power of ten")
    return value


#: An exact number that is safe to compute with.
Exact = Annotated[Decimal, AfterValidator(_moderate)]


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
