"""Tables as CSV: as a Dutch Excel opens it, or plain for programs.

=========  =========  =======  ============  ========================
form       separator  decimal  byte order    for
=========  =========  =======  ============  ========================
``nl``     semicolon  comma    UTF-8, BOM    files that people open
``en``     comma      point    UTF-8         programs, and every pipe
=========  =========  =======  ============  ========================
"""

import csv
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from io import StringIO

import pandas as pd

from optimiser.io.writing.cells import in_csv, plain


class CsvVorm(StrEnum):
    """How a CSV is written."""

    NL = "nl"
    EN = "en"


def to_csv(
    table: pd.DataFrame, places: Mapping[str, int] | None = None, vorm: CsvVorm = CsvVorm.EN
) -> str:
    r"""Write a table as CSV text, by default the plain form; empty for unknown.

    Parameters
    ----------
    table
        The index is left out; fractions become decimals.
    places
        Decimals per column of fractions, 6 by default.
    vorm
        Separator and decimal sign.

    Examples
    --------
    >>> to_csv(pd.DataFrame({"gm_code": ["GM0014"], "deel": [0.5]}), vorm=CsvVorm.NL)
    'gm_code;deel\nGM0014;0,5\n'
    """
    decimals = places or {}
    dutch = vorm is CsvVorm.NL
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n", delimiter=";" if dutch else ",")
    writer.writerow([plain(str(c)) for c in table.columns])
    columns = []
    for c in table.columns:
        cells = [(value, in_csv(value, decimals.get(str(c), 6))) for value in table[c]]
        columns.append([_comma(value, cell) if dutch else cell for value, cell in cells])
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def csv_bytes(
    table: pd.DataFrame, places: Mapping[str, int] | None = None, vorm: CsvVorm = CsvVorm.NL
) -> bytes:
    r"""Write a table as the bytes of a CSV file, by default as a Dutch Excel opens it.

    >>> csv_bytes(pd.DataFrame({"deel": [1.234]}))
    b'\xef\xbb\xbfdeel\n1,2340\n'
    """
    return to_csv(table, places, vorm).encode("utf-8-sig" if vorm is CsvVorm.NL else "utf-8")


def _comma(value: object, cell: object) -> object:
    """Write a number with a decimal comma; a text is left alone."""
    return str(cell).replace(".", ",") if isinstance(value, float | Fraction | Decimal) else cell
