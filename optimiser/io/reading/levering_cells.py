"""A delivered file as rows of text: longer than a table of the app may be, exports of StatLine too.

Title lines above the heading and the line "Bron: CBS" below the table are left out.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from optimiser.errors import UnreadableFileError
from optimiser.io.reading.cells.csv_text import decoded, find_delimiter
from optimiser.io.reading.cells.limits import MAX_BYTES, too_large
from optimiser.io.reading.cells.raw import cell_text
from optimiser.io.reading.cells.raw_file import read_raw

#: Twenty years of monthly figures per gemeente are 82.000 rows.
MAX_ROWS = 250_000
MAX_COLUMNS = 60
_ZIP = b"PK\x03\x04"
Line = tuple[int, list[str]]


class Cells(NamedTuple):
    """A table as text.

    Attributes
    ----------
    headings
        Names of the columns, as written.
    rows
        Cells, stripped; an empty one is ``""``.
    numbers
        Row numbers in the file, from 1.
    """

    headings: list[str]
    rows: list[list[str]]
    numbers: list[int]


def levering_cells(content: bytes, name: str) -> Cells:
    r"""Read the first table of a CSV or XLSX file, or the one array of tables of a TOML file.

    Parameters
    ----------
    content, name
        The file and its name.

    Raises
    ------
    UnreadableFileError, TableTooLargeError
        If it is no table, or larger than is read.

    Examples
    --------
    >>> levering_cells(b"Regio's;Perioden\nGM0014;2026JJ00\nBron: CBS;\n", "a.csv").rows
    [['GM0014', '2026JJ00']]
    """
    if len(content) > MAX_BYTES:
        raise too_large(name, "bytes", MAX_BYTES)
    if name.lower().endswith(".toml"):
        return _toml(content, name)
    workbook = content.startswith(_ZIP) or name.lower().endswith((".xlsx", ".xls"))
    lines = list(_workbook(content, name) if workbook else _text(content, name))
    top = next((n for n, (_, row) in enumerate(lines) if sum(map(bool, row)) > 1), None)
    if top is None:
        raise UnreadableFileError(bestand=name, reden="er staat geen tabel in")
    headings = lines[top][1]
    while headings and not headings[-1]:
        headings = headings[:-1]
    if len(headings) > MAX_COLUMNS:
        raise too_large(name, "kolommen", MAX_COLUMNS)
    rows, numbers = [], []
    for number, row in lines[top + 1 :]:
        if not any(row) or _is_source(row):
            continue
        if len(row) < len(headings) or any(row[len(headings) :]):
            reason = f"rij {number} heeft een ander aantal kolommen dan de kop"
            raise UnreadableFileError(bestand=name, reden=reason)
        rows.append(row[: len(headings)])
        numbers.append(number)
    return Cells(headings, rows, numbers)


def _toml(content: bytes, name: str) -> Cells:
    """Read ``[[trede]]`` blocks as rows; the row number is that of the block."""
    try:
        found = tomllib.loads(decoded(content, name)[0])
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFileError(bestand=name, reden=str(error)) from None
    blocks = next(iter(found.values()), None)
    if len(found) != 1 or not isinstance(blocks, list) or len(blocks) > MAX_ROWS:
        raise UnreadableFileError(bestand=name, reden="er hoort één soort [[blok]] in te staan")
    if not all(isinstance(block, dict) for block in blocks):
        raise UnreadableFileError(bestand=name, reden="er hoort één soort [[blok]] in te staan")
    headings = list(dict.fromkeys(key for block in blocks for key in block))
    rows = [[str(block.get(key, "")).strip() for key in headings] for block in blocks]
    return Cells(headings, rows, list(range(1, len(rows) + 1)))


def _workbook(content: bytes, name: str) -> Iterator[Line]:
    for sheet in read_raw(content, name).visible():
        if sheet.rows:
            width = max(len(row.cells) for row in sheet.rows)
            for row in sheet.rows:
                yield row.number, [cell_text(row.cell(column)) for column in range(width)]
            return


def _text(content: bytes, name: str) -> Iterator[Line]:
    text, _ = decoded(content, name)
    reader = csv.reader(StringIO(text), delimiter=find_delimiter(text[:100_000]))
    yield from _limited(reader, name)


def _limited(reader: Iterable[list[str]], name: str) -> Iterator[Line]:
    try:
        for number, row in enumerate(reader, start=1):
            if number > MAX_ROWS:
                raise too_large(name, "rijen", MAX_ROWS)
            yield number, [cell.strip() for cell in row]
    except csv.Error as error:
        raise UnreadableFileError(bestand=name, reden=str(error)) from None


def _is_source(row: list[str]) -> bool:
    if any(row[1:]):
        return False
    return row[0].casefold().lstrip("©").strip().startswith(("bron", "cbs"))
