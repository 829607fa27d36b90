"""The handleiding on paper: one task on a page, its picture and what to do."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Image, PageBreak, Paragraph, Spacer

from optimiser.io.handleiding import Taak
from optimiser.report.papier.pdf_parts import CONTENT, build_pdf, escaped, styles
from optimiser.teksten.zinnen import sentence


def handleiding_pdf(taken: Sequence[Taak], datum: str) -> bytes:
    """Write the handleiding.

    Parameters
    ----------
    taken
        In order.
    datum
        Day the pictures were made, as the reader writes it.

    Returns
    -------
    bytes
        PDF, A4.
    """
    look, title = styles(), sentence("handleiding", "titel", {})
    parts: list[Flowable] = [
        Paragraph(escaped(title), look["title"]),
        Paragraph(escaped(sentence("handleiding", "inleiding", {"datum": datum})), look["text"]),
        Spacer(0, 12),
    ]
    for number, taak in enumerate(taken, start=1):
        if number > 1:
            parts.append(PageBreak())
        parts += _task(taak, number)
    return build_pdf(parts, title)


def _task(taak: Taak, number: int) -> list[Flowable]:
    look = styles()
    steps = [
        Paragraph(escaped(f"{n}. {step}"), look["text"])
        for n, step in enumerate(taak.stappen, start=1)
    ]
    return [
        Paragraph(escaped(f"{number}. {taak.titel}"), look["lead"]),
        Spacer(0, 8),
        *steps,
        Spacer(0, 10),
        _picture(taak),
        Paragraph(
            escaped(sentence("handleiding", "beeld", {"pagina": taak.pagina})), look["small"]
        ),
    ]


def _picture(taak: Taak) -> Flowable:
    if not taak.beeld:
        return Paragraph(escaped(sentence("handleiding", "ontbreekt", {})), styles()["small"])
    width, height = ImageReader(BytesIO(taak.beeld)).getSize()
    return Image(BytesIO(taak.beeld), CONTENT[0], CONTENT[0] * height / width)
