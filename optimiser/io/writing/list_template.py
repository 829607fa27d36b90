"""A template of rows to add, each column with its choices, live sums and a sheet that explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

#: Rows that can be filled in.
ROWS = 500
_LIST, _SUMS, _EXPLAIN = "Lijst", "Controle", "Uitleg"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column to fill in.

    Attributes
    ----------
    naam
        Its header.
    choices
        What may stand in it; empty for whole numbers or text.
    whole
        Smallest and largest whole number; None for choices or text.
    width
        In characters.
    """

    naam: str
    choices: tuple[str, ...] = ()
    whole: tuple[int, int] | None = None
    width: int = 16


@dataclass(frozen=True, slots=True)
class LiveSum:
    """A sum that follows what is filled in; ``{naam}`` in the formula is the cells of a column."""

    label: str
    formula: str


def list_template(
    page: str, columns: Sequence[ListColumn], sums: Sequence[LiveSum], lines: Sequence[str]
) -> bytes:
    """Write the workbook.

    Parameters
    ----------
    page
        Name of the sheet to fill in.
    columns
        In their order. A column that is no number is text, so that Excel makes no date of
        ``2025-2`` or ``15-26``.
    sums
        On a sheet of their own: a total row below the rows would be read as one.
    lines
        What the sheet that explains says.
    """
    import xlsxwriter
    from xlsxwriter.utility import xl_col_to_name

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(page)
        sheet.freeze_panes(1, 0)
        controle, explain, lists = (book.add_worksheet(n) for n in (_SUMS, _EXPLAIN, _LIST))
        for c, column in enumerate(columns):
            sheet.write_string(0, c, column.naam, bold)
            sheet.set_column(c, c, column.width, None if column.whole else text)
            if rule := _rule(column, xl_col_to_name(c)):
                sheet.data_validation(1, c, ROWS, c, rule)
            lists.write_column(0, c, column.choices)
        lists.hide()
        cells = {
            column.naam: f"'{page}'!${xl_col_to_name(c)}$2:${xl_col_to_name(c)}${ROWS + 1}"
            for c, column in enumerate(columns)
        }
        _write_sums(controle, sums, cells, bold)
        explain.set_column(0, 0, 110)
        explain.write_column(0, 0, lines)
    return out.getvalue()


def _rule(column: ListColumn, letter: str) -> dict[str, object]:
    if column.whole is not None:
        low, high = column.whole
        told = f"Hier hoort een geheel getal van {low} tot en met {high}."
        rule = {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high}
        return rule | {"error_title": column.naam, "error_message": told}
    if not column.choices:
        return {}
    source = f"={_LIST}!${letter}$1:${letter}${len(column.choices)}"
    told = "Kies uit de lijst."
    return {"validate": "list", "source": source, "error_title": column.naam, "error_message": told}


def _write_sums(page: Any, sums: Sequence[LiveSum], cells: dict[str, str], bold: Any) -> None:  # noqa: ANN401
    page.set_column(0, 0, 46)
    page.write_row(0, 0, ["wat", "som"], bold)
    for row, one in enumerate(sums, start=1):
        page.write_string(row, 0, one.label)
        page.write_formula(row, 1, "=" + one.formula.format_map(cells), None, 0)
