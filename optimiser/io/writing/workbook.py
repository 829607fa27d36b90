"""Workbooks (XLSX): sheets with live sums and formulas, and one that says where they come from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from typing import Any

import pandas as pd

from optimiser.io.writing.cells import plain, safe_text


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


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula with the value it has now; made by the program, never from a user's text."""

    text: str
    value: int | float


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
        width = max(len(str(_value(cell))) for cell in [column, *cells[:500]])
        page.set_column(c, c, min(60, width + 2))
        page.write_string(0, c, safe_text(column), bold)
        for r, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                page.write_string(r, c, cell)
            elif isinstance(cell, Formula):
                page.write_formula(r, c, cell.text, shape, cell.value)
            else:
                page.write_number(r, c, cell, shape)
        if column in sheet.totals and last:  # a sum of no rows would refer to itself
            total = sum(_value(cell) for cell in cells if not isinstance(cell, str))
            where = xlsx_range(c, last)
            page.write_formula(last + 1, c, f"=SUM({where})", shape, total)
    if sheet.totals and last and str(sheet.table.columns[0]) not in sheet.totals:
        page.write_string(last + 1, 0, "Totaal", bold)


def _value(cell: str | int | float | Formula) -> Any:  # noqa: ANN401 - whatever the cell shows
    return cell.value if isinstance(cell, Formula) else cell


def _cell(value: object) -> str | int | float | Formula:
    if isinstance(value, Formula):
        return value
    if isinstance(value, Fraction):
        return float(value)
    text = plain(value)
    return text if isinstance(text, str | int | float) else float(str(text))


def xlsx_range(column: int, last: int) -> str:
    """Return the cells of a column below its header.

    >>> xlsx_range(6, 342)
    'G2:G343'
    """
    from xlsxwriter.utility import xl_range

    return str(xl_range(1, column, last, column))
