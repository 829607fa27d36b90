"""Shapes on a slide: real text and tables, pictures with alternative text, in Dutch."""

from io import BytesIO
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from optimiser.report.lrt.pages.layout import (
    AFTER,
    GezetGetal,
    GezettePlaat,
    GezetteTekst,
    Kader,
    TabelInKader,
)
from optimiser.report.lrt.pages.table_layout import ABOVE, CAPTION, SIDE
from optimiser.report.lrt.slides.slide import Tabel

DUTCH = "nl-NL"
#: Dark blue, near black, white and a light stripe: at least 4,5:1 on each other.
HEAD, INK, PAPER, STRIPE = "1F3864", "1A1A1A", "FFFFFF", "EEF2F7"


def add_text(slide: Any, text: GezetteTekst, naam: str) -> None:  # noqa: ANN401 - python-pptx
    """Add paragraphs, the first bold if there is a heading."""
    box = _box(slide, text.kader, naam)
    lines = ([(text.kop, True)] if text.kop else []) + [(line, False) for line in text.regels]
    for number, (line, bold) in enumerate(lines):
        paragraph = box.paragraphs[0] if number == 0 else box.add_paragraph()
        paragraph.space_after = Pt(AFTER * text.size * 0.9)
        write(paragraph, line, text.size, bold=bold)


def add_number(slide: Any, number: GezetGetal) -> None:  # noqa: ANN401
    """Add a large number with its explanation below."""
    box = _box(slide, number.kader, f"Getal {number.waarde}")
    write(box.paragraphs[0], number.waarde, number.size, bold=True)
    write(box.add_paragraph(), number.uitleg, number.uitleg_size)


def add_picture(slide: Any, placed: GezettePlaat) -> None:  # noqa: ANN401
    """Add a picture with its alternative text."""
    frame = placed.kader
    picture = slide.shapes.add_picture(BytesIO(placed.plaat.png), *inches(frame))
    describe(picture, "Kaart", placed.plaat.alt)


def add_table(slide: Any, placed: TabelInKader) -> None:  # noqa: ANN401
    """Add a caption and a real table."""
    frame, table = placed.kader, placed.gezet
    if table.caption:
        caption = Kader(frame.left, frame.top, frame.width, table.caption)
        write(
            _box(slide, caption, "Bijschrift").paragraphs[0],
            table.tabel.bijschrift,
            CAPTION,
            bold=True,
        )
    below = Kader(frame.left, frame.top + table.caption, frame.width, sum(table.heights))
    shape = slide.shapes.add_table(len(table.heights), len(table.widths), *inches(below))
    describe(shape, "Tabel", f"Tabel: {table.tabel.bijschrift}.")
    grid = shape.table
    grid.first_row, grid.horz_banding = True, False
    for column, width in zip(grid.columns, table.widths, strict=True):
        column.width = Inches(width)
    for row, tall in zip(grid.rows, table.heights, strict=True):
        row.height = Inches(tall)
    _fill(grid, table.tabel, table.size)


def _fill(grid: Any, tabel: Tabel, size: float) -> None:  # noqa: ANN401
    for r, row in enumerate((tabel.kop, *tabel.rijen)):
        for c, text in enumerate(row):
            cell = grid.cell(r, c)
            cell.margin_left = cell.margin_right = Inches(SIDE)
            cell.margin_top = cell.margin_bottom = Inches(ABOVE)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.solid()
            head = r == 0
            cell.fill.fore_color.rgb = _rgb(HEAD if head else STRIPE if r % 2 == 0 else PAPER)
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if c in tabel.rechts else PP_ALIGN.LEFT
            bold = head or r - 1 in tabel.vet
            # Without any letter a cell is as high as its end mark, which is 18 points.
            run = write(paragraph, text or "\N{NO-BREAK SPACE}", size, bold=bold)
            run.font.color.rgb = _rgb(PAPER if head else INK)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _box(slide: Any, frame: Kader, naam: str) -> Any:  # noqa: ANN401
    shape = slide.shapes.add_textbox(*inches(frame))
    shape.name = naam
    box = shape.text_frame
    box.word_wrap = True
    box.margin_left = box.margin_right = Inches(0.05)
    box.margin_top = box.margin_bottom = Inches(0.02)
    return box


def write(paragraph: Any, text: str, size: float | None, *, bold: bool = False) -> Any:  # noqa: ANN401
    """Write one run in Dutch; the text is data, never markup."""
    run = paragraph.add_run()
    run.text = text
    if size is not None:
        run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    run._r.get_or_add_rPr().set("lang", DUTCH)
    return run


def describe(shape: Any, naam: str, alt: str) -> None:  # noqa: ANN401
    """Set name and alternative text of a shape."""
    known = shape._element.find(f".//{qn('p:cNvPr')}")
    known.set("name", naam)
    known.set("descr", alt)


def inches(frame: Kader) -> tuple[Any, Any, Any, Any]:
    """Return left, top, width and height in the unit of PowerPoint."""
    return Inches(frame.left), Inches(frame.top), Inches(frame.width), Inches(frame.height)
