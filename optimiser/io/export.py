"""Tables to CSV and XLSX, safe to open: no cell of text can become a formula.

A CSV has no room for provenance, so it gets a text file beside it; a workbook gets a sheet.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path

import pandas as pd

from optimiser.errors import UnknownFileTypeError, UnwritableFileError

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Attributes
    ----------
    naam
        Sheet name, at most 31 characters.
    table
        Cells; the index is left out.
    totals
        Columns that get a live sum below them.
    formats
        Column to a number format of Excel, such as ``"#,##0"``.
    """

    naam: str
    table: pd.DataFrame
    totals: Sequence[str] = ()
    formats: Mapping[str, str] | None = None


def safe_text(value: str) -> str:
    """Neutralise text that a spreadsheet would read as a formula.

    >>> safe_text("=1+1"), safe_text("Bergen (NH.)"), safe_text("-3 tekst")
    ("'=1+1", 'Bergen (NH.)', "'-3 tekst")
    """
    return f"'{value}" if value.startswith(_DANGEROUS) else value


def _plain(value: object, places: int = 6) -> object:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, Fraction):
        return f"{float(value):.{places}f}"
    return safe_text(value) if isinstance(value, str) else value


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
    writer.writerow([_plain(str(c)) for c in table.columns])
    columns = [[_plain(v, decimals.get(str(c), 6)) for v in table[c]] for c in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def to_xlsx(sheets: Iterable[Sheet], herkomst: Sequence[str]) -> bytes:
    """Write a workbook: the sheets, and a last one that says where the numbers come from.

    Header row bold and frozen, columns wide enough, sums as live formulas.
    """
    import xlsxwriter

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for sheet in sheets:
            _write_sheet(book, sheet, bold)
        page = book.add_worksheet("Herkomst")
        page.set_column(0, 0, 120)
        for row, line in enumerate(herkomst):
            page.write_string(row, 0, safe_text(line))
    return out.getvalue()


def _write_sheet(book, sheet: Sheet, bold) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    page = book.add_worksheet(sheet.naam[:31])
    page.freeze_panes(1, 0)
    last = len(sheet.table)
    for c, column in enumerate(map(str, sheet.table.columns)):
        shape = book.add_format({"num_format": (sheet.formats or {}).get(column, "General")})
        cells = [_cell(value) for value in sheet.table.iloc[:, c]]
        width = max([len(column), *(len(str(cell)) for cell in cells[:500])])
        page.set_column(c, c, min(60, width + 2))
        page.write_string(0, c, safe_text(column), bold)
        for r, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                page.write_string(r, c, cell)
            else:
                page.write_number(r, c, cell, shape)
        if column in sheet.totals:
            total = sum(cell for cell in cells if not isinstance(cell, str))
            where = xlsx_range(c, last)
            page.write_formula(last + 1, c, f"=SUM({where})", shape, total)
    if sheet.totals and str(sheet.table.columns[0]) not in sheet.totals:
        page.write_string(last + 1, 0, "Totaal", bold)


def _cell(value: object) -> str | int | float:
    if isinstance(value, Fraction):
        return float(value)
    plain = _plain(value)
    return plain if isinstance(plain, str | int | float) else float(str(plain))


def xlsx_range(column: int, last: int) -> str:
    """Return the cells of a column below its header.

    >>> xlsx_range(6, 342)
    'G2:G343'
    """
    from xlsxwriter.utility import xl_range

    return str(xl_range(1, column, last, column))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: to a neighbour first, then renamed.

    Raises
    ------
    UnwritableFileError
        If the folder is missing or may not be written.
    """
    beside = path.with_name(f".{path.name}.deel")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise UnwritableFileError(bestand=str(path), reden=error.strerror or "onbekend") from error


def make_folder(path: Path) -> None:
    """Make a folder to write in, with those above it.

    Raises
    ------
    UnwritableFileError
        If that is not possible.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(bestand=str(path), reden=error.strerror or "onbekend") from error


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
