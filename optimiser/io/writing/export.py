"""Tables to CSV and XLSX files, whole or not at all.

A CSV has no room for provenance, so it gets a text file beside it; a workbook gets a sheet.
"""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

import pandas as pd

from optimiser.errors import UnknownFileTypeError
from optimiser.io.writing.cells import in_csv, plain, safe_text
from optimiser.io.writing.whole_file import make_folder, write_bytes
from optimiser.io.writing.workbook import Formula, Sheet, to_xlsx, xlsx_range

__all__ = [
    "Formula",
    "Sheet",
    "make_folder",
    "require_ending",
    "safe_text",
    "to_csv",
    "to_xlsx",
    "write_bytes",
    "write_table",
    "xlsx_range",
]


def to_csv(table: pd.DataFrame, places: Mapping[str, int] | None = None) -> str:
    """Write a table as CSV text: comma, point as decimal sign, empty for unknown.

    Parameters
    ----------
    table
        The index is left out; fractions become decimals.
    places
        Decimals per column of fractions, 6 by default.
    """
    decimals = places or {}
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([plain(str(c)) for c in table.columns])
    columns = [[in_csv(v, decimals.get(str(c), 6)) for v in table[c]] for c in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def require_ending(path: Path, endings: Sequence[str]) -> str:
    """Return the ending of a file to write, in lower case.

    Raises
    ------
    UnknownFileTypeError
        If it is none of those supported.
    """
    ending = path.suffix.lower()
    if ending not in endings:
        raise UnknownFileTypeError(bestand=path.name, bekend=list(endings))
    return ending


def write_table(path: Path, sheet: Sheet, herkomst: Sequence[str]) -> list[Path]:
    """Write a table as ``.csv`` (with a text file of provenance beside it) or ``.xlsx``.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    UnknownFileTypeError, UnwritableFileError
        If the ending or the place is wrong.
    """
    if require_ending(path, (".csv", ".xlsx")) == ".xlsx":
        write_bytes(path, to_xlsx([sheet], herkomst))
        return [path]
    beside = path.with_suffix(".herkomst.txt")
    write_bytes(path, to_csv(sheet.table, {"aandeel": 12}).encode("utf-8"))
    write_bytes(beside, "\n".join([*herkomst, ""]).encode("utf-8"))
    return [path, beside]
