"""How wide text is, and how it breaks over lines: so that nothing runs out of its frame."""

from collections.abc import Callable
from functools import cache

#: Text, font size [points] and bold to a width [inch].
Measure = Callable[[str, float, bool], float]
#: Height of a line as a multiple of the font size, on the safe side.
LINE = 1.22
POINTS = 72.0


@cache
def arial(text: str, size: float, bold: bool) -> float:
    """Measure text in Arial, of which Helvetica has the widths [inch].

    >>> round(arial("mm", 72, False), 3)
    1.666
    """
    from reportlab.pdfbase.pdfmetrics import stringWidth

    font = "Helvetica-Bold" if bold else "Helvetica"
    return float(stringWidth(text.replace("\N{MINUS SIGN}", "+"), font, size)) / POINTS


@cache
def widest(text: str, size: float, bold: bool) -> float:
    """Measure text in the widest letter a slide may be shown in where Arial is missing [inch].

    Vera, which reportlab carries, has the widths of DejaVu Sans; Liberation Sans those of Arial.

    >>> widest("Gemeente", 12, False) > arial("Gemeente", 12, False)
    True
    """
    from reportlab.pdfbase.pdfmetrics import stringWidth

    from optimiser.report.papier.pdf_parts import fonts

    fonts()
    wide = float(stringWidth(text, "VeraBd" if bold else "Vera", size)) / POINTS
    return max(wide, arial(text, size, bold))


def wrapped(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> int:
    """Count the lines a text takes in a width [inch]; a longer word takes several.

    >>> wrapped("een twee drie", 10.0, 12, arial), wrapped("", 1.0, 12, arial)
    (1, 1)
    """
    return len(broken(text, width, size, measure, bold=bold))


def broken(
    text: str, width: float, size: float, measure: Measure, *, bold: bool = False
) -> list[str]:
    """Break a text into lines that fit a width [inch]; an empty text is one empty line."""
    lines: list[str] = [""]
    for word in (
        part for whole in text.split(" ") for part in _pieces(whole, (width, size, bold), measure)
    ):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(longer, size, bold) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, frame: tuple[float, float, bool], measure: Measure) -> list[str]:
    """Cut a word that is wider than the frame."""
    width, size, bold = frame
    if measure(word, size, bold) <= width or len(word) < 2:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter, size, bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def height(lines: int, size: float) -> float:
    """Return the height of some lines [inch].

    >>> height(2, 36)
    1.22
    """
    return lines * size * LINE / POINTS


def longest_word(text: str, size: float, measure: Measure, *, bold: bool) -> float:
    """Return the width of the longest word [inch]."""
    return max((measure(word, size, bold) for word in text.split(" ")), default=0.0)
