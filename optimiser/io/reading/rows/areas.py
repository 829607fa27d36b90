"""What a row is about: a gemeente, another area, a total, an explanation, or a fault."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from optimiser.gegevens.codebook import Codebook, completed_code, plain_name
from optimiser.io.reading.cells.raw import Cell, RawRow, Unreadable, cell_text
from optimiser.io.reading.rows.cell_numbers import UNKNOWN

#: First two letters of a CBS code to what it is, as told in the report.
_AREAS = {
    "NL": "Nederland",
    "LD": "landsdelen",
    "PV": "provincies",
    "CR": "COROP-gebieden",
    "CP": "COROP-gebieden",
    "CS": "COROP-gebieden",
    "VR": "veiligheidsregio's",
    "AM": "arbeidsmarktregio's",
    "AR": "arbeidsmarktregio's",
    "WK": "wijken",
    "BU": "buurten",
    "GG": "GGD-regio's",
    "JZ": "jeugdregio's",
    "RE": "RES-regio's",
    "PO": "politieregio's",
}
_CBS = re.compile(r"([A-Z]{2})[\s_-]?\d{1,10}[A-Z]?", re.ASCII | re.IGNORECASE)
_SUFFIXES = {
    "pv": "provincies",
    "cr": "COROP-gebieden",
    "ld": "landsdelen",
    "am": "arbeidsmarktregio's",
}
_PROVINCIES = (
    "drenthe",
    "flevoland",
    "friesland",
    "fryslan",
    "gelderland",
    "groningen",
    "limburg",
    "overijssel",
    "utrecht",
    "zeeland",
    "noord brabant",
    "noord holland",
    "zuid holland",
)
_LANDSDELEN = [f"{wind} nederland" for wind in ("noord", "oost", "west", "zuid")]
_TOTALS = (
    "totaal",
    "eindtotaal",
    "subtotaal",
    "som",
    "total",
    "grand total",
    "gemiddelde",
    "gemiddeld",
)
_NEDERLAND = ("nederland", "heel nederland", "nederland totaal", "landelijk", "land")

TOTALS, REMARKS = "totalen", "toelichtingen"
#: CBS lists them in every year, with a point for each figure.
VANISHED = "verdwenen gemeenten zonder cijfers"


@dataclass(frozen=True, slots=True)
class Area:
    """What the cell of a row with a code or name says.

    Attributes
    ----------
    code
        The gemeente; None if it is something else.
    skipped
        What it is instead, as told in the report; empty for a fault.
    how
        ``""`` exactly as it should be, ``"aangevuld"``, ``"naam"`` or ``"naam ongeveer"``.
    fault
        What is wrong, in Dutch.
    unknown
        A name that no gemeente has.
    """

    code: str | None = None
    skipped: str = ""
    how: str = ""
    fault: str = ""
    unknown: str = ""


def area_of(row: RawRow, column: int, book: Codebook, *, by_name: bool) -> Area:
    """Tell what a row is about.

    Parameters
    ----------
    row, column
        The row, and where its code or name stands.
    book
        The known gemeenten.
    by_name
        Whether the column holds names instead of codes.
    """
    cell = row.cell(column)
    text = cell_text(cell)
    others = [c for i, c in enumerate(row.cells) if i != column and c != ""]
    if isinstance(cell, Unreadable):
        return Area(fault=f"{text!r} is geen gemeentecode")
    if text == "":
        return _without(others)
    if (elsewhere := other_area(text)) is not None:
        return Area(skipped=elsewhere)
    found = _named(text, book) if by_name else _coded(cell, text, book)
    if found.code in book.vanished and UNKNOWN in others and not any(map(_figure, others)):
        return Area(skipped=VANISHED)
    if found.fault and not others and not _looks_like_code(text):
        return Area(skipped=REMARKS)
    return found


def _coded(cell: Cell, text: str, book: Codebook) -> Area:
    """Read a code; a name that can only be one gemeente stands for its code."""
    if isinstance(cell, bool):
        return Area(fault=f"{text!r} is geen gemeentecode zoals GM0003")
    if (code := completed_code(text)) is not None:
        return Area(code, how="" if text == code else "aangevuld")
    if book.codes_of(text):
        return _named(text, book)
    return Area(fault=f"{text[:40]!r} is geen gemeentecode zoals GM0003")


def _named(text: str, book: Codebook) -> Area:
    if (code := completed_code(text, bare=False)) is not None:
        return Area(code, how="aangevuld")
    codes = book.codes_of(text)
    if len(codes) == 1:
        exact = plain_name(book.names[codes[0]]) == plain_name(text)
        same = exact and text.casefold() == book.names[codes[0]].casefold()
        return Area(codes[0], how="naam" if same else "naam ongeveer")
    if codes:
        which = " of ".join(f"{book.names[code]} ({code})" for code in codes)
        return Area(fault=f"{text[:40]!r} kan {which} zijn; zet de code erbij")
    return Area(fault=f"{text[:40]!r} is geen bekende gemeente", unknown=text)


def _without(others: Sequence[Cell]) -> Area:
    """Judge a row without a code: a total, an explanation, or figures that belong to nobody."""
    texts = [plain_name(cell_text(c)) for c in others if isinstance(c, str)]
    if any(_total(text) for text in texts):
        return Area(skipped=TOTALS)
    if any(text in _NEDERLAND for text in texts):
        return Area(skipped="Nederland")
    if not any(_numeric(c) for c in others):
        return Area(skipped=REMARKS)
    return Area(fault="er staat geen gemeentecode, wel cijfers")


def other_area(text: str) -> str | None:
    """Return what a text is about that is no gemeente, as told in the report; None if unknown."""
    found = _CBS.fullmatch(text)
    if found and found[1].upper() in _AREAS:
        return _AREAS[found[1].upper()]
    plain = plain_name(text)
    if plain in _NEDERLAND:
        return "Nederland"
    if _total(plain):
        return TOTALS
    if (suffix := re.search(r"\((PV|CR|LD|AM)\)", text, re.IGNORECASE)) is not None:
        return _SUFFIXES[suffix[1].casefold()]
    if plain in _LANDSDELEN:
        return "landsdelen"
    both = plain in {"groningen", "utrecht"}  # gemeente and provincie; without more a gemeente
    if plain.removeprefix("provincie ") in _PROVINCIES and not both:
        return "provincies"
    return None


def _total(plain: str) -> bool:
    return plain in _TOTALS or plain.split(" ", 1)[0] in {"totaal", "eindtotaal", "subtotaal"}


def _numeric(cell: Cell) -> bool:
    if isinstance(cell, str):
        return any(c.isdigit() for c in cell) and not any(c.isalpha() for c in cell)
    return not isinstance(cell, Unreadable)


def _figure(cell: Cell) -> bool:
    """Tell whether a cell holds a figure; a year beside it is none."""
    return _numeric(cell) and not re.fullmatch(r"(?:19|20)\d\d(?:\.0)?", str(cell), re.ASCII)


def _looks_like_code(text: str) -> bool:
    return text[:2].upper() == "GM" and any(c.isdigit() for c in text)
