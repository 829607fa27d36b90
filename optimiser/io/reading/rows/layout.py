"""Where the table stands in a sheet: header row, and the column with codes or names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from optimiser.gegevens.codebook import Codebook, completed_code
from optimiser.io.reading.cells.raw import Cell, RawRow, RawSheet, cell_text
from optimiser.io.reading.rows.areas import other_area
from optimiser.io.reading.rows.headers import CODE_HEADERS, NAME_HEADERS, header_key

#: Rows in which the header is looked for.
HEADER_WITHIN = 60
#: Rows that are looked at to recognise names.
_NAMES_WITHIN = 600
_STRONG = re.compile(
    r"(?:GM[\s._-]*\d{1,4}|(?:NL|LD|PV|CR|WK|BU)\d{2,8})", re.IGNORECASE | re.ASCII
)


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table stands.

    Attributes
    ----------
    header
        Position in ``RawSheet.rows`` of the header; -1 if the first row is data already.
    first
        Position of the first row below it that may be data.
    column
        The column with codes, or with names.
    by_name
        Whether it holds names.
    rivals
        Other columns that could be the one with codes and say something else.
    """

    header: int
    first: int
    column: int
    by_name: bool = False
    rivals: tuple[int, ...] = ()


def find_layout(sheet: RawSheet, book: Codebook) -> TablePlace | None:
    """Find the table in a sheet, None if no column holds gemeenten."""
    width = max((len(row.cells) for row in sheet.rows), default=0)
    named = _named_header(sheet.rows)
    strong = [c for c in range(width) if _share(sheet.rows, c, _is_strong) >= 0.5]
    if named is not None:
        row, columns = named
        below = sheet.rows[row + 1 :]
        good = [c for c in columns if _share(below, c, _is_code) >= 0.5] or [
            c for c in strong if c not in columns
        ]
        if good:
            return _with_codes(sheet.rows, row, good)
        if not any(holds_names(below, c, book) for c in range(width)):
            return TablePlace(row, row + 1, columns[0])
    elif strong:
        first = next(i for i, r in enumerate(sheet.rows) if _is_strong(r.cell(strong[0])))
        return _with_codes(sheet.rows, _above(sheet.rows, first, strong[0]), strong)
    return _by_name(sheet.rows, width, book) or _waiting(sheet.rows)


def holds_names(rows: Sequence[RawRow], column: int, book: Codebook) -> bool:
    """Tell whether a column holds names of gemeenten: more than of other areas, and mostly."""
    filled = [row.cell(column) for row in rows[:_NAMES_WITHIN] if row.cell(column) != ""]
    names = sum(_is_name(cell, book) for cell in filled)
    other = [cell for cell in filled if isinstance(cell, str) and not _is_name(cell, book)]
    areas = sum(other_area(cell) is not None for cell in other)
    # A title, a header and a source may stand in the same column.
    around = min(len(other) - areas, 4 if names >= 3 else 1)
    left = max(len(filled) - areas - around, 1)
    return names > areas and names * 2 >= left


def _named_header(rows: Sequence[RawRow]) -> tuple[int, list[int]] | None:
    for i, row in enumerate(rows[:HEADER_WITHIN]):
        columns = [c for c, cell in enumerate(row.cells) if header_key(cell) in CODE_HEADERS]
        if columns:
            return i, columns
    return None


def _with_codes(rows: Sequence[RawRow], header: int, columns: Sequence[int]) -> TablePlace:
    column = columns[0]
    rivals = tuple(other for other in columns[1:] if _differ(rows[header + 1 :], column, other))
    return TablePlace(header, header + 1, column, rivals=rivals)


def _differ(rows: Sequence[RawRow], one: int, other: int) -> bool:
    """Tell whether two columns name different gemeenten in some row."""
    pairs = ((completed_code(_text(r, one)), completed_code(_text(r, other))) for r in rows)
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _by_name(rows: Sequence[RawRow], width: int, book: Codebook) -> TablePlace | None:
    best, most = None, 0
    for column in range(width):
        hits = sum(_is_name(row.cell(column), book) for row in rows[:_NAMES_WITHIN])
        if hits > most and holds_names(rows, column, book):
            best, most = column, hits
    if best is None:
        return None
    first = next(i for i, row in enumerate(rows) if _is_name(row.cell(best), book))
    named = [i for i, r in enumerate(rows[:first]) if header_key(r.cell(best)) in NAME_HEADERS]
    header = named[-1] if named else _above(rows, first, best)
    return TablePlace(header, header + 1, best, by_name=True)


def _waiting(rows: Sequence[RawRow]) -> TablePlace | None:
    """Return a table with a header and nothing below it: a template not yet filled in."""
    for position, row in enumerate(rows[:HEADER_WITHIN]):
        for column, cell in enumerate(row.cells):
            below = rows[position + 1 :]
            if header_key(cell) in {"gemeente", "gemeentenaam"} and not any(
                other.cell(column) != "" for other in below
            ):
                return TablePlace(position, position + 1, column, by_name=True)
    return None


def _above(rows: Sequence[RawRow], first: int, column: int) -> int:
    """Return the row above the data that names the columns: one with text over the codes."""
    for i in range(first - 1, -1, -1):
        texts = sum(isinstance(cell, str) and cell != "" for cell in rows[i].cells)
        if rows[i].cell(column) != "" and texts >= 2:
            return i
    return first - 1


def _share(rows: Sequence[RawRow], column: int, test) -> float:  # type: ignore[no-untyped-def] # noqa: ANN001
    """Return the part of the filled cells below the first that pass a test."""
    filled = [row.cell(column) for row in rows if row.cell(column) != ""]
    hits = sum(bool(test(cell)) for cell in filled)
    return hits / max(len(filled) - (1 if hits < len(filled) else 0), 1)


def _text(row: RawRow, column: int) -> str:
    return cell_text(row.cell(column))


def _is_strong(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    return _STRONG.fullmatch(cell) is not None or completed_code(cell, bare=False) is not None


def _is_code(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return False
    return _is_strong(cell) or completed_code(cell_text(cell)) is not None


def _is_name(cell: Cell, book: Codebook) -> bool:
    return isinstance(cell, str) and any(c.isalpha() for c in cell) and bool(book.codes_of(cell))
