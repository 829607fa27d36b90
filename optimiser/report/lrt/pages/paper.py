"""The slides on paper: A4 or A3 landscape, with title, language, outline and descriptions.

The library writes no tagged PDF, so a picture cannot carry its alternative text; the descriptions
of all maps therefore stand on the last pages.
"""

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from optimiser.report.lrt.pages.layout import (
    AFTER,
    Blad,
    Gezet,
    GezetGetal,
    GezettePlaat,
    GezetteTekst,
    Kader,
    TabelInKader,
    set_page,
    title_size,
)
from optimiser.report.lrt.pages.shapes import DUTCH, HEAD, INK, STRIPE
from optimiser.report.lrt.pages.table_layout import ABOVE, CAPTION, SIDE
from optimiser.report.lrt.slides.slide import Dia, Punten
from optimiser.report.lrt.text_width import LINE, POINTS, broken, height
from optimiser.report.lrt.words import zin
from optimiser.report.papier.pdf_parts import fonts

SIZES = {"A4": landscape(A4), "A3": landscape(A3)}
PLAIN, BOLD = "Vera", "VeraBd"
#: The page as the slides know it [inch]; scaled to the paper.
WIDTH = 13.333
FOOTER = 11.0
#: Whether bold, and which colour.
Look = tuple[bool, str]
#: Descriptions on a page.
PER_PAGE = 3


def write_paper(slides: Sequence[Dia], formaat: str, voet: str) -> bytes:
    """Write slides as a PDF.

    Parameters
    ----------
    slides
        In order.
    formaat
        ``A4`` or ``A3``.
    voet
        Footer of every page.
    """
    fonts()
    size = SIZES[formaat]
    blad = _page(size)
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, lang=DUTCH)
    canvas.setTitle(slides[0].titel)
    canvas.setSubject(voet)
    canvas.setAuthor("taakstelling-optimiser")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, dia in enumerate([*slides, *_descriptions(slides)], start=1):
        foot = f"{zin('bijlage')} · {voet}" if dia.bijlage else voet
        _draw_page(canvas, dia, blad, f"{foot} · {zin('pagina')} {number}")
    canvas.save()
    return out.getvalue()


def _page(size: tuple[float, float]) -> Blad:
    tall = WIDTH * size[1] / size[0]
    inner = WIDTH - 1.2
    title, body = Kader(0.6, 0.4, inner, 1.05), Kader(0.6, 1.6, inner, tall - 2.4)
    foot = Kader(0.6, tall - 0.55, inner, 0.3)
    return Blad(WIDTH, tall, title, body, foot, _measure)


def _measure(text: str, size: float, bold: bool) -> float:
    return float(stringWidth(text, BOLD if bold else PLAIN, size)) / POINTS


def _descriptions(slides: Sequence[Dia]) -> list[Dia]:
    told = [" ".join(picture.alt.split("\n")) for dia in slides for picture in dia.platen]
    return [
        Dia(
            zin("beschrijvingen" if start == 0 else "beschrijvingen_vervolg"),
            ((Punten("", tuple(told[start : start + PER_PAGE])), 1.0),),
        )
        for start in range(0, len(told), PER_PAGE)
    ]


def _draw_page(canvas: Canvas, dia: Dia, blad: Blad, voet: str) -> None:
    canvas.saveState()
    scale = float(canvas._pagesize[0]) / (WIDTH * POINTS)
    canvas.scale(scale, scale)
    pen = partial(_write, canvas, blad)
    mark = f"p{canvas.getPageNumber()}"
    canvas.bookmarkPage(mark)
    canvas.addOutlineEntry(dia.titel, mark)
    canvas.setFillColor(HexColor(f"#{HEAD}"))
    canvas.rect(0, 0, 0.16 * POINTS, blad.height * POINTS, stroke=0, fill=1)
    size = title_size(dia, blad)
    frame = blad.titel
    top = frame.top
    for line in broken(dia.titel, frame.width - 0.25, size, _measure, bold=True):
        pen((frame.left, top), line, size, (True, HEAD))
        top += height(1, size)
    for placed in set_page(dia, blad):
        _draw(canvas, blad, placed)
    pen((blad.voet.left, blad.voet.top), voet, FOOTER, (False, INK))
    canvas.restoreState()
    canvas.showPage()


def _write(
    canvas: Canvas, blad: Blad, at: tuple[float, float], text: str, size: float, look: Look
) -> None:
    """Write one line; ``at`` is left and top [inch], ``look`` whether bold and which colour."""
    bold, colour = look
    canvas.setFont(BOLD if bold else PLAIN, size)
    canvas.setFillColor(HexColor(f"#{colour}"))
    base = (blad.height - at[1]) * POINTS - size * (LINE + 1) / 2 + size * 0.12
    canvas.drawString(at[0] * POINTS, base, text)


def _draw(canvas: Canvas, blad: Blad, placed: Gezet) -> None:
    match placed:
        case GezettePlaat(kader=frame, plaat=picture):
            below = (blad.height - frame.top - frame.height) * POINTS
            box = (frame.width * POINTS, frame.height * POINTS)
            canvas.drawImage(ImageReader(BytesIO(picture.png)), frame.left * POINTS, below, *box)
        case TabelInKader():
            _draw_table(canvas, blad, placed)
        case GezetteTekst():
            head = [(placed.kop, True)] if placed.kop else []
            lines = [*head, *((line, False) for line in placed.regels)]
            _draw_lines(canvas, blad, placed.kader, lines, placed.size)
        case GezetGetal():
            frame = placed.kader
            _draw_lines(canvas, blad, frame, [(placed.waarde, True)], placed.size * 0.8)
            lower = Kader(frame.left, frame.top + 1.2, frame.width, frame.height - 1.2)
            _draw_lines(canvas, blad, lower, [(placed.uitleg, False)], placed.uitleg_size)


def _draw_lines(
    canvas: Canvas, blad: Blad, frame: Kader, lines: Sequence[tuple[str, bool]], size: float
) -> None:
    top = frame.top
    for text, bold in lines:
        for line in broken(text, frame.width - 0.2, size, _measure, bold=bold):
            _write(canvas, blad, (frame.left, top), line, size, (bold, INK))
            top += height(1, size)
        top += AFTER * size / POINTS


def _draw_table(canvas: Canvas, blad: Blad, placed: TabelInKader) -> None:
    frame, table = placed.kader, placed.gezet
    if table.caption:
        caption = [(table.tabel.bijschrift, True)]
        _draw_lines(canvas, blad, frame, caption, CAPTION)
    top = frame.top + table.caption
    for r, (row, tall) in enumerate(
        zip((table.tabel.kop, *table.tabel.rijen), table.heights, strict=True)
    ):
        fill = HEAD if r == 0 else STRIPE if r % 2 == 0 else "FFFFFF"
        canvas.setFillColor(HexColor(f"#{fill}"))
        below = (blad.height - top - tall) * POINTS
        box = (sum(table.widths) * POINTS, tall * POINTS)
        canvas.rect(frame.left * POINTS, below, *box, stroke=0, fill=1)
        look = (r == 0 or r - 1 in table.tabel.vet, "FFFFFF" if r == 0 else INK)
        left = frame.left
        for c, (text, width) in enumerate(zip(row, table.widths, strict=True)):
            inner = width - 2 * SIDE
            lines = broken(text, inner - 0.02, table.size, _measure, bold=look[0])
            for n, line in enumerate(lines):
                shift = (
                    inner - _measure(line, table.size, look[0]) if c in table.tabel.rechts else 0
                )
                at = (left + SIDE + shift, top + ABOVE + n * height(1, table.size))
                _write(canvas, blad, at, line, table.size, look)
            left += width
        top += tall
