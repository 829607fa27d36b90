"""Parts of a PDF that the ruilbewijs and the what-if share: page, fonts, stamp."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, SimpleDocTemplate

_MARGIN = 2 * cm
#: Width and height that the text may fill [points]; the frame keeps 6 points on each side.
CONTENT = (A4[0] - 2 * _MARGIN - 12, A4[1] - 2 * _MARGIN - 12)
_FONTS = {"Vera": "Vera.ttf", "VeraBd": "VeraBd.ttf"}


def fonts() -> None:
    """Register the fonts that come with reportlab: Helvetica has no real minus sign."""
    for name, file in _FONTS.items():
        if name not in getRegisteredFontNames():
            registerFont(TTFont(name, file))


def styles() -> dict[str, ParagraphStyle]:
    """Return the styles of text by name."""
    fonts()
    shapes: dict[str, tuple[str, float, float]] = {
        "title": ("VeraBd", 20, 30),
        "lead": ("Vera", 12, 16),
        "text": ("Vera", 10, 14),
        "small": ("Vera", 8, 11),
        "cell": ("Vera", 9, 11),
        "head": ("VeraBd", 9, 11),
        "code": ("Vera", 9, 13),
    }
    return {
        name: ParagraphStyle(name, fontName=font, fontSize=size, leading=leading)
        for name, (font, size, leading) in shapes.items()
    }


def escaped(text: str) -> str:
    """Return text that reportlab cannot read as its own markup.

    >>> escaped("A & <b>B")
    'A &amp; &lt;b&gt;B'
    """
    return escape(text)


def build_pdf(parts: Sequence[Flowable], title: str, stamp: str = "") -> bytes:
    """Return a PDF; ``stamp`` is written large across every page."""
    fonts()
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN,
        bottomMargin=_MARGIN, title=title, author="", lang="nl-NL",
    )  # fmt: skip

    def mark(canvas: Any, _document: object) -> None:  # noqa: ANN401 - reportlab has no types
        if not stamp:
            return
        canvas.saveState()
        canvas.setFont("VeraBd", 14)
        canvas.setFillColor(Color(0.7, 0, 0))
        canvas.drawCentredString(A4[0] / 2, A4[1] - 1.3 * cm, stamp)
        canvas.drawCentredString(A4[0] / 2, 1.0 * cm, stamp)
        canvas.setFillColor(Color(0.7, 0, 0, alpha=0.12))
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(50)
        canvas.setFont("VeraBd", 54)
        canvas.drawCentredString(0, 0, stamp)
        canvas.restoreState()

    document.build(list(parts), onFirstPage=mark, onLaterPages=mark)
    return out.getvalue()
