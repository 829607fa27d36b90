"""What a key may be told besides the figures."""

from typing import Annotated

from pydantic import Field

from optimiser.strict import Exact, Strict


class SleutelOpties(Strict):
    """Options of a key; each key says which it uses, an unused one is refused."""

    gewichten: dict[str, Annotated[Exact, Field(ge=0, le=100)]] | None = None
    """For ``gemengd``: key to weight [%]; together exactly 100."""
    kolom: str | None = None
    """For ``eigen``: name of the numeric column."""
    beta: Exact | None = None
    """For ``sociaaleconomisch``: weight of the SES score, per point."""
    eerst: str | None = None
    """For ``twee_traps``: key over the regions."""
    daarna: str | None = None
    """For ``twee_traps``: key inside a region."""
    gebied: str | None = None
    """For ``twee_traps``: grouping that divides first, such as ``provincie``."""
    totaal: Annotated[int, Field(gt=0, strict=True)] | None = None
    """Persons to divide [personen]; filled in by the program, for ``verrekening_opvang``."""
