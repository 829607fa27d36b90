"""Parts of a DOCX that decisions and letters share: page, table, box, language."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Page
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

__all__ = ["Page", "boxed", "bullet", "new_document", "styled", "table", "to_bytes"]
#: Columns from which numbers stand at the right.
FIRST_NUMBER = 3


def new_document(title: str, header: str) -> Page:
    """Return an empty Dutch A4 document with a title, and a header on every page."""
    page = Document()
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].text = header
    style: Any = page.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)
    _widen_numbers(page)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    style.element.get_or_add_rPr().append(language)
    page.core_properties.title = title
    page.core_properties.language = "nl-NL"
    page.core_properties.author = ""
    page.core_properties.comments = ""
    page.core_properties.created = page.core_properties.modified = datetime.now(UTC)
    page.add_heading(title, level=1)
    return page


def _widen_numbers(page: Page) -> None:
    """Make room for numbers of two digits before the items of a list."""
    for level in page.part.numbering_part.element.iter(qn("w:lvl")):
        style = level.find(qn("w:pStyle"))
        if style is None or style.get(qn("w:val")) != "ListNumber":
            continue
        for tab in level.iter(qn("w:tab")):
            tab.set(qn("w:pos"), "567")
        for indent in level.iter(qn("w:ind")):
            indent.set(qn("w:left"), "567")
            indent.set(qn("w:hanging"), "567")


def boxed(page: Page, text: str) -> None:
    """Add a paragraph in a frame."""
    paragraph = page.add_paragraph(text)
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "666666")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def bullet(page: Page, text: str) -> None:
    """Add an item of a list."""
    styled(page, text, "List Bullet")


def styled(page: Page, text: str, style: str) -> None:
    """Add a paragraph of a style.

    By its id: python-docx goes through all styles for the default at every paragraph otherwise.
    """
    page.add_paragraph(text)._p.style = page.styles[style].style_id


def table(
    page: Page,
    heading: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    total: bool = True,
    size: int = 11,
) -> None:
    """Add a table; its heading repeats on every page, its last row is a sum unless told.

    ``size`` is that of the letters [points].
    """
    grid = page.add_table(rows=1, cols=len(heading), style="Table Grid")
    _fill(grid.rows[0], heading, bold=True, size=size)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)
    for number, cells in enumerate(rows, start=1):
        _fill(grid.add_row(), cells, bold=total and number == len(rows), size=size)
    page.add_paragraph()


def _fill(row: Any, cells: Sequence[str], *, bold: bool, size: int) -> None:  # noqa: ANN401 - no types
    for number, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.bold = bold
        run.font.size = Pt(size)
        if number >= FIRST_NUMBER:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def to_bytes(page: Page) -> bytes:
    """Return the document as a file."""
    out = BytesIO()
    page.save(out)
    return out.getvalue()
