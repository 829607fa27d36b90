"""Tables to CSV and XLSX files, whole or not at all.

A CSV has no room for provenance, so it gets a text file beside it; a workbook gets a sheet.
"""

from collections.abc import Sequence
from pathlib import Path

from optimiser.errors import UnknownFileTypeError
from optimiser.io.writing.cells import safe_text
from optimiser.io.writing.csv_form import CsvVorm, csv_bytes, to_csv
from optimiser.io.writing.whole_file import make_folder, write_bytes
from optimiser.io.writing.workbook import Formula, Sheet, to_xlsx, xlsx_range

__all__ = [
    "CsvVorm",
    "Formula",
    "Sheet",
    "csv_bytes",
    "make_folder",
    "require_ending",
    "safe_text",
    "to_csv",
    "to_xlsx",
    "write_bytes",
    "write_table",
    "xlsx_range",
]


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


def write_table(
    path: Path, sheet: Sheet, herkomst: Sequence[str], vorm: CsvVorm = CsvVorm.NL
) -> list[Path]:
    """Write a table as ``.csv`` (with a text file of provenance beside it) or ``.xlsx``.

    Parameters
    ----------
    path, sheet, herkomst
        Where, what, and where it comes from.
    vorm
        Form of a CSV.

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
    write_bytes(path, csv_bytes(sheet.table, {"aandeel": 12}, vorm))
    write_bytes(beside, "\n".join([*herkomst, ""]).encode("utf-8"))
    return [path, beside]
