"""Cells of tables, safe to open: no text can become a formula."""

from fractions import Fraction

import pandas as pd

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def safe_text(value: str) -> str:
    """Neutralise text that a spreadsheet would read as a formula.

    >>> safe_text("=1+1"), safe_text("Bergen (NH.)"), safe_text("-3 tekst")
    ("'=1+1", 'Bergen (NH.)', "'-3 tekst")
    """
    return f"'{value}" if value.startswith(_DANGEROUS) else value


def plain(value: object, places: int = 6) -> object:
    """Return a cell as it is written: empty for unknown, a fraction as decimals, text safe."""
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, Fraction):
        return f"{float(value):.{places}f}"
    return safe_text(value) if isinstance(value, str) else value
