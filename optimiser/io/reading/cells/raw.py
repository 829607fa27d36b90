"""A file as it was read, before anybody knows what its cells mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell whose value is not known: an error, or a formula that was never computed."""

    why: str
    """``fout`` or ``formule``."""
    text: str = ""
    """What Excel shows, such as ``#N/A``; empty if unknown."""


Cell = str | int | float | bool | date | time | timedelta | Unreadable


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row that is not blank.

    Attributes
    ----------
    number
        As the user's program numbers it, from 1.
    cells
        An empty cell is ``""``; text is stripped.
    """

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Return a cell; beyond the end it is empty."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet, or the whole of a CSV.

    Attributes
    ----------
    name
        Empty for a CSV.
    rows
        The rows that are not blank.
    visible
        Whether a reader of the workbook sees it.
    hidden_rows, hidden_columns
        What is there but not seen: row numbers from 1, columns from 0.
    merged
        Ranges of cells shown as one: first row, first column, last row, last column, from 1 and 0.
    """

    name: str
    rows: tuple[RawRow, ...]
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RawFile:
    """What was in a file.

    Attributes
    ----------
    name
        Of the file.
    sheets
        In the order of the file.
    facts
        How it was read: ``codering``, ``scheidingsteken``, ``regeleinden`` of a CSV.
    notes
        What a reader should know of it, in Dutch.
    """

    name: str
    sheets: tuple[RawSheet, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def visible(self) -> Iterator[RawSheet]:
        """Return the sheets a reader sees."""
        return (sheet for sheet in self.sheets if sheet.visible)


def letter(column: int) -> str:
    """Return the name of a column in a spreadsheet.

    >>> letter(0), letter(25), letter(26), letter(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    text, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        text = chr(65 + digit) + text
    return text


def cell_text(cell: Cell) -> str:
    """Return a cell as a reader sees it, for messages and for text columns.

    >>> cell_text(14.0), cell_text(True), cell_text(date(2025, 1, 3)), cell_text(0.0000001)
    ('14', 'WAAR', '3-1-2025', '1e-07')
    """
    if isinstance(cell, Unreadable):
        return cell.text or "formule zonder uitkomst"
    if isinstance(cell, bool):
        return "WAAR" if cell else "ONWAAR"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    return str(cell)
