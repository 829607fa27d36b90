"""A table of a decision: wide names, narrow numbers, no word broken, never split over pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Page
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

#: Size of the letters [points].
SIZE = 10


@dataclass(frozen=True, slots=True)
class TableForm:
    """Form of a table.

    Attributes
    ----------
    widths
        Of the columns [cm].
    names
        Columns of names at the left; numbers in the others stand at the right.
    total
        Whether the last row is a sum.
    """

    widths: tuple[float, ...]
    names: int = 1
    total: bool = True


def whole_table(
    page: Page, heading: Sequence[str], rows: Sequence[Sequence[str]], form: TableForm
) -> None:
    """Add a table that stays on one page."""
    grid = page.add_table(rows=1, cols=len(heading), style="Table Grid")
    grid.autofit = False
    for column, width in zip(grid.columns, form.widths, strict=True):
        column.width = Cm(width)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)
    for number, cells in enumerate([heading, *rows]):
        row = grid.rows[0] if number == 0 else grid.add_row()
        bold = number == 0 or (form.total and number == len(rows))
        _fill(row, cells, form, bold=bold, together=number < len(rows))
    page.add_paragraph()


def _fill(
    row: Any,  # noqa: ANN401 - python-docx has no types
    cells: Sequence[str],
    form: TableForm,
    *,
    bold: bool,
    together: bool,
) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for number, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
        cell.width = Cm(form.widths[number])
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(SIZE)
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.keep_with_next = together
        if number >= form.names:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
