"""Columns a user brings, per gemeente: CSV or XLSX, every fault told, nothing guessed."""

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

import pandas as pd

from optimiser.errors import InvalidTableError, UnreadableFileError
from optimiser.gegevens.codes import is_gm_code
from optimiser.io.writing.export import require_ending

#: Largest file that is read [bytes], and most rows and columns.
MAX_BYTES = 10_000_000
MAX_UNPACKED = 100_000_000
MAX_ROWS, MAX_COLUMNS = 20_000, 200
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_AMBIGUOUS = re.compile(r"[+-]?\d{1,3}([.,]\d{3})+")


def read_file(path: Path) -> bytes:
    """Read a user's file, up to ``MAX_BYTES``.

    Raises
    ------
    UnreadableFileError
        If it does not exist, may not be read or is too large.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise UnreadableFileError(bestand=str(path), reden=error.strerror or "onbekend") from error
    if size > MAX_BYTES:
        reason = f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB"
        raise UnreadableFileError(bestand=str(path), reden=reason)
    return content


def text_table(content: bytes, name: str) -> pd.DataFrame:
    """Read CSV (comma, semicolon or tab) or XLSX as text cells; an empty cell is NA.

    Raises
    ------
    UnknownFileTypeError, UnreadableFileError
        If the ending is unknown, or the content is not what the ending says.
    """
    ending = require_ending(Path(name), (".csv", ".xlsx"))
    table = _from_xlsx(content, name) if ending == ".xlsx" else _from_csv(content, name)
    table.columns = pd.Index([str(column).strip() for column in table.columns])
    if len(table) > MAX_ROWS or len(table.columns) > MAX_COLUMNS:
        reason = f"meer dan {MAX_ROWS} rijen of {MAX_COLUMNS} kolommen"
        raise UnreadableFileError(bestand=name, reden=reason)
    if twice := sorted(table.columns[table.columns.duplicated()]):
        raise InvalidTableError(bestand=name, aantal=len(twice), fouten=f"dubbele kolom {twice}")
    return table.apply(lambda cells: cells.str.strip()).replace("", pd.NA)


def _from_csv(content: bytes, name: str) -> pd.DataFrame:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        reason = "de tekens zijn geen UTF-8; sla het op als 'CSV UTF-8'"
        raise UnreadableFileError(bestand=name, reden=reason) from None
    header = text.split("\n", 1)[0]
    separator = max(";\t,", key=header.count)
    rows = [row for row in csv.reader(StringIO(text), delimiter=separator) if any(row)]
    if not rows:
        raise UnreadableFileError(bestand=name, reden="het bestand is leeg")
    if uneven := [i for i, row in enumerate(rows, start=1) if len(row) != len(rows[0])]:
        reason = f"rij {uneven[0]} heeft een ander aantal kolommen dan de kop"
        raise UnreadableFileError(bestand=name, reden=reason)
    return pd.DataFrame(rows[1:], columns=rows[0], dtype="str")


def _from_xlsx(content: bytes, name: str) -> pd.DataFrame:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    broken = (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, OSError, EOFError)
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                raise UnreadableFileError(bestand=name, reden="het bestand is uitgepakt te groot")
        page = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        rows = [list(row) for row in page.iter_rows(values_only=True, max_row=MAX_ROWS + 2)]
    except broken as error:
        reason = "het is geen leesbaar Excel-bestand"
        raise UnreadableFileError(bestand=name, reden=reason) from error
    rows = [row for row in rows if any(cell is not None for cell in row)]
    if not rows:
        raise UnreadableFileError(bestand=name, reden="het eerste werkblad is leeg")
    cells = [[_cell_text(cell) for cell in row] for row in rows]
    return pd.DataFrame(cells[1:], columns=cells[0], dtype="str")


def _cell_text(cell: object) -> str:
    """Return a cell as text; a number in Excel is never ambiguous, so ``1.234`` gets a zero."""
    text = "" if cell is None else str(cell)
    return f"{text}0" if isinstance(cell, float) and _AMBIGUOUS.fullmatch(text) else text


def to_number(text: str) -> str | None:
    """Return a number with a decimal point, or None if it is not one without doubt.

    ``1.234`` may be a thousand or a little over one; it is refused rather than guessed.

    >>> to_number("12,5"), to_number("1234"), to_number("1.234"), to_number("twaalf")
    ('12.5', '1234', None, None)
    """
    if not _NUMBER.fullmatch(text) or _AMBIGUOUS.fullmatch(text):
        return None
    return text.replace(",", ".").lstrip("+")


def read_columns(content: bytes, name: str) -> pd.DataFrame:
    """Read numeric columns per gemeente.

    Parameters
    ----------
    content, name
        The file and its name: column ``gm_code`` and at least one more; ``gemeente`` is ignored.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code`` ascending; cells are numbers as exact text with a decimal point, or NA.

    Raises
    ------
    InvalidTableError
        With every wrong cell by row and column.
    """
    table = text_table(content, name)
    columns = [c for c in table.columns if c not in {"gm_code", "gemeente"}]
    if "gm_code" not in table.columns or not columns:
        fault = "verwacht worden een kolom gm_code en ten minste één kolom met getallen"
        raise InvalidTableError(bestand=name, aantal=1, fouten=fault + ".")
    faults = [
        f"rij {row + 2}, kolom gm_code: {code!r} is geen gemeentecode zoals GM0003"
        for row, code in enumerate(table["gm_code"])
        if not is_gm_code(code)
    ]
    repeated = table["gm_code"].duplicated() & table["gm_code"].notna()
    faults += [
        f"rij {row + 2}, kolom gm_code: {table['gm_code'].iloc[row]} komt dubbel voor"
        for row in range(len(table))
        if repeated.iloc[row]
    ]
    numbers = {}
    for column in columns:
        numbers[column] = [pd.NA if pd.isna(v) else to_number(v) for v in table[column]]
        faults += [
            f"rij {row + 2}, kolom {column}: {table[column].iloc[row]!r} is geen eenduidig getal "
            "(schrijf 1234,5 zonder punten)"
            for row, value in enumerate(numbers[column])
            if value is None
        ]
    if faults:
        shown = "; ".join(faults[:20]) + ("; ..." if len(faults) > 20 else "") + "."
        raise InvalidTableError(bestand=name, aantal=len(faults), fouten=shown, lijst=tuple(faults))
    index = pd.Index(table["gm_code"], name="gm_code")
    return pd.DataFrame(numbers, index=index, dtype=object).sort_index()
