"""Which indeling the gemeenten of a file belong to, and what is wrong with those outside it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from optimiser.gegevens.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Belonging:
    """How a set of codes lies in the indelingen.

    Attributes
    ----------
    year
        First year of the indeling that fits best, the newest of several.
    missing
        Its gemeenten that the file does not have, by name.
    foreign
        Codes outside it, and why in Dutch.
    """

    year: int
    size: int
    missing: tuple[str, ...]
    foreign: Mapping[str, str]

    def words(self) -> str:
        """Return the indeling as told in the report."""
        if not self.missing:
            return f"de indeling van {self.year} ({self.size} gemeenten)"
        return f"een deel van de indeling van {self.year} ({self.size} gemeenten)"


def belonging(codes: Collection[str], book: Codebook) -> Belonging:
    """Find the indeling that holds most of the codes; of equals the one with fewest missing.

    >>> from optimiser.io.reading.book import read_codebook
    >>> belonging({"GM0003", "GM0014"}, read_codebook()).year
    2019
    """
    wanted = set(codes)

    def fit(year: int) -> tuple[int, int]:
        return len(wanted & book.indelingen[year]), year

    year = max(book.indelingen, key=fit)
    exact = [y for y, known in book.indelingen.items() if known == wanted]
    year = exact[-1] if exact else year
    known = book.indelingen[year]
    missing = sorted(book.names[code] for code in known - wanted)
    foreign = {code: _why(code, year, book) for code in sorted(wanted - known)}
    return Belonging(year, len(known), tuple(missing), foreign)


def _why(code: str, year: int, book: Codebook) -> str:
    years = [y for y, known in book.indelingen.items() if code in known]
    if years and min(years) > year:
        others = f"de andere codes horen bij de indeling van {year}"
        return f"{code} {book.names[code]} bestaat pas sinds {min(years)}; {others}"
    return book.explain(code)
