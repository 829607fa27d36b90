"""The period a taakstelling is for: half a calendar year, written ``2021-1``."""

import re
from dataclasses import dataclass

from optimiser.errors import UnknownHalfjaarError

_PATTERN = re.compile(r"(\d{4})-([12])")


@dataclass(frozen=True, slots=True, order=True)
class Halfjaar:
    """A half-year; orders in time.

    Attributes
    ----------
    jaar
        Calendar year.
    helft
        1 (January-June) or 2 (July-December).

    >>> halfjaar = Halfjaar.parse("2021-1")
    >>> str(halfjaar), halfjaar.peiljaar, str(halfjaar.next())
    ('2021-1', 2020, '2021-2')
    """

    jaar: int
    helft: int

    @classmethod
    def parse(cls, text: str) -> "Halfjaar":
        """Read ``2021-1``.

        Raises
        ------
        UnknownHalfjaarError
            If the text is anything else.
        """
        found = _PATTERN.fullmatch(text.strip())
        if found is None:
            raise UnknownHalfjaarError(halfjaar=text)
        return cls(int(found[1]), int(found[2]))

    @property
    def peiljaar(self) -> int:
        """Year whose 1 January counts the inhabitants (Huisvestingswet 2014, art. 29 lid 1)."""
        return self.jaar - 1

    def next(self) -> "Halfjaar":
        """Return the half-year that follows."""
        return Halfjaar(self.jaar, 2) if self.helft == 1 else Halfjaar(self.jaar + 1, 1)

    def __str__(self) -> str:
        return f"{self.jaar}-{self.helft}"
