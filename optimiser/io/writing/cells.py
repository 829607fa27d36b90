"""Cells of tables, safe to open: no text can become a formula."""

import re
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from optimiser.teksten.clean import without_controls

_THREE = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
#: Where a cell can begin once a file is opened: at the start, and after a semicolon, a tab or a
#: line end, which split a text in an office that splits at them. Then blanks, signs without width
#: and quotes that are skipped, and the sign that makes a formula, in half or full width.
_FORMULA = re.compile(
    r"(^|[;\t\r\n])"
    r"(?=(?:[^\S\t\r\n]|[\"\u200b-\u200f\u2060\ufeff])*[=+\-@\uff1d\uff0b\uff0d\uff20])"
)


def safe_text(value: str) -> str:
    """Neutralise text that a spreadsheet would read as a formula, also after splitting at ``;``.

    Control characters go (no file of an office can hold them).

    >>> safe_text("=1+1"), safe_text("Bergen (NH.)"), safe_text("-3 tekst"), safe_text("x;=1+1")
    ("'=1+1", 'Bergen (NH.)', "'-3 tekst", "x;'=1+1")
    """
    text = _FORMULA.sub(r"\1'", without_controls(value))
    return f"'{text}" if text.startswith(("\t", "\r", "\n")) else text


def unambiguous(text: str) -> str:
    """Write a number so that its three decimals are never taken for thousands.

    >>> unambiguous("1.234"), unambiguous("0.234"), unambiguous("12.5"), unambiguous("-1.234")
    ('1.2340', '0.234', '12.5', '-1.2340')
    """
    return f"{text}0" if _THREE.fullmatch(text) else text


def plain(value: object, places: int = 6) -> object:
    """Return a cell as it is written: empty for unknown, a fraction as decimals, text safe."""
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, Fraction):
        return f"{float(value):.{places}f}"
    return safe_text(value) if isinstance(value, str) else value


def in_csv(value: object, places: int = 6) -> object:
    """Return a cell as it stands in a CSV: as ``plain``, and no number can be read two ways."""
    if isinstance(value, Decimal):
        return unambiguous(format(value, "f"))
    cell = plain(value, places)
    if isinstance(value, Fraction) or isinstance(cell, float):
        return unambiguous(str(cell))
    return cell
