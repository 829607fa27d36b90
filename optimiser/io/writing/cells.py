"""Cells of tables, safe to open: no text can become a formula."""

import re
from decimal import Decimal
from fractions import Fraction

import pandas as pd

_THREE = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def safe_text(value: str) -> str:
    """Neutralise text that a spreadsheet would read as a formula.

    >>> safe_text("=1+1"), safe_text("Bergen (NH.)"), safe_text("-3 tekst")
    ("'=1+1", 'Bergen (NH.)', "'-3 tekst")
    """
    return f"'{value}" if value.startswith(_DANGEROUS) else value


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
