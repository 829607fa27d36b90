"""The sheet of a gemeente or region as one A4: PDF and DOCX from the same parts."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer, Table, TableStyle

from optimiser.report.gemeente.parts import BladDeel, GemeenteBlad
from optimiser.report.papier import docx_parts, pdf_parts

#: Bold around the number in a sentence of the sheet.
_BOLD = "**"
_SIZE = 9


def to_pdf(blad: GemeenteBlad) -> bytes:
    """Return the sheet as a PDF of exactly one A4; a long one is set smaller to fit."""
    look = pdf_parts.styles()
    heading = ParagraphStyle("kop", parent=look["head"], fontSize=11, leading=14, spaceBefore=7)
    small = ParagraphStyle("regel", parent=look["cell"], fontSize=_SIZE, leading=12, spaceAfter=2)
    parts: list[Flowable] = [Paragraph(pdf_parts.escaped(blad.titel), _title(look["title"]))]
    parts += [Paragraph(_bold(line), look["lead"]) for line in blad.antwoord]
    for deel in blad.delen:
        parts.append(Paragraph(pdf_parts.escaped(deel.kop), heading))
        parts += [Paragraph(_bold(line), small) for line in deel.regels]
        if deel.tabel:
            parts.append(_grid(deel))
    parts += [Spacer(0, 8), Paragraph(pdf_parts.escaped(blad.herkomst), look["small"])]
    wide, high = pdf_parts.CONTENT
    return pdf_parts.build_pdf([KeepInFrame(wide, high, parts, mode="shrink")], blad.titel)


def to_docx(blad: GemeenteBlad) -> bytes:
    """Return the sheet as a DOCX that fits on one A4."""
    page = docx_parts.new_document(blad.titel, "")
    section, style = page.sections[0], _any(page.styles["Normal"])
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    style.font.size = Pt(_SIZE)
    style.paragraph_format.space_after = Pt(2)
    for line in blad.antwoord:
        _runs(page.add_paragraph(), line, 11)
    for deel in blad.delen:
        head = page.add_heading(deel.kop, level=2)
        head.paragraph_format.space_before = Pt(6)
        for line in deel.regels:
            _runs(page.add_paragraph(), line, _SIZE)
        if deel.tabel:
            _table(page, deel)
    _runs(page.add_paragraph(), blad.herkomst, 7)
    return docx_parts.to_bytes(page)


def _title(style: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("blad", parent=style, fontSize=15, leading=19)


def _bold(line: str) -> str:
    """Return reportlab's markup of a sentence: only our own bold, everything else escaped."""
    pieces = pdf_parts.escaped(line).split(_BOLD)
    return "".join(
        f'<font name="VeraBd">{text}</font>' if n % 2 else text for n, text in enumerate(pieces)
    )


def _grid(deel: BladDeel) -> Table:
    wide = pdf_parts.CONTENT[0]
    rest = len(deel.tabel[0]) - 1
    grid = Table([list(row) for row in deel.tabel], colWidths=[wide * 0.5, *[wide * 0.25] * rest])
    grid.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), "Vera", _SIZE),
                ("FONT", (0, 0), (-1, 0), "VeraBd", _SIZE),
                ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black),
                ("LINEBELOW", (0, 1), (-1, -1), 0.25, colors.lightgrey),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return grid


def _runs(paragraph: Any, line: str, size: int) -> None:  # noqa: ANN401 - no types
    for number, text in enumerate(line.split(_BOLD)):
        run = paragraph.add_run(text)
        run.bold, run.font.size = number % 2 == 1, Pt(size)


def _table(page: docx_parts.Page, deel: BladDeel) -> None:
    grid = page.add_table(rows=len(deel.tabel), cols=len(deel.tabel[0]), style="Table Grid")
    for n, (row, cells) in enumerate(zip(grid.rows, deel.tabel, strict=True)):
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Cm(9 if column == 0 else 4)
            paragraph = cell.paragraphs[0]
            paragraph.add_run(text).bold = n == 0
            if column:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _any(value: Any) -> Any:  # noqa: ANN401 - python-docx has no types
    return value
