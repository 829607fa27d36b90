"""The slides as PowerPoint: real titles, text and tables that can be edited, notes, in Dutch."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from optimiser.report.lrt.pages.layout import (
    Gezet,
    GezetGetal,
    GezettePlaat,
    GezetteTekst,
    TabelInKader,
    set_page,
    title_size,
)
from optimiser.report.lrt.pages.neutral_template import neutral_template
from optimiser.report.lrt.pages.shapes import (
    DUTCH,
    add_number,
    add_picture,
    add_table,
    add_text,
    inches,
    write,
)
from optimiser.report.lrt.pages.template import TITLES, Sjabloon
from optimiser.report.lrt.slides.slide import Dia, Punten
from optimiser.report.lrt.words import zin

FOOTER = 10.0
#: Most letters in a property of the file.
PROPERTY = 255
#: Sizes on the first page.
FIRST, FIRST_TEXT = 36.0, 18.0


def small_deck(slides: Sequence[Dia], voet: str) -> bytes:
    """Write a few slides in the neutral template, for who needs no kit; see ``write_deck``."""
    return write_deck(slides, neutral_template(), voet)


def write_deck(slides: Sequence[Dia], template: Sjabloon, voet: str) -> bytes:
    """Write slides in a template.

    Parameters
    ----------
    slides
        In order.
    template
        Neutral or the user's own; it is filled, so use it once.
    voet
        Footer of every slide.

    Returns
    -------
    bytes
        A .pptx.
    """
    deck = template.presentatie
    for dia in slides:
        add = _add_first if dia.titelblad else _add
        slide = add(deck, template, dia)
        _footer(slide, template, f"{zin('bijlage')} · {voet}" if dia.bijlage else voet)
        _notes(slide, dia.notitie)
    properties = deck.core_properties
    properties.title = slides[0].titel[:PROPERTY]
    properties.language = DUTCH
    properties.subject, properties.author = voet[:PROPERTY], "taakstelling-optimiser"
    properties.last_modified_by, properties.keywords = "", ""
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _add_first(deck: Any, template: Sjabloon, dia: Dia) -> Any:  # noqa: ANN401
    slide = deck.slides.add_slide(template.titelblad)
    _title(slide, dia.titel, FIRST)
    lines = [
        line for block, _ in dia.kolommen if isinstance(block, Punten) for line in block.regels
    ]
    holders = [p for p in slide.placeholders if p.placeholder_format.type not in TITLES]
    main = [p for p in holders if p.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE]
    if main:
        frame = main[0].text_frame
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            write(paragraph, line, FIRST_TEXT)
    else:
        text = GezetteTekst(template.blad.body, "", tuple(lines), FIRST_TEXT)
        add_text(slide, text, "Toelichting")
    _remove_empty(slide, main)
    return slide


def _add(deck: Any, template: Sjabloon, dia: Dia) -> Any:  # noqa: ANN401
    slide = deck.slides.add_slide(template.inhoud)
    _title(slide, dia.titel, title_size(dia, template.blad))
    _remove_empty(slide, [])
    for placed in set_page(dia, template.blad):
        _draw(slide, placed)
    return slide


def _draw(slide: Any, placed: Gezet) -> None:  # noqa: ANN401
    match placed:
        case GezettePlaat():
            add_picture(slide, placed)
        case TabelInKader():
            add_table(slide, placed)
        case GezetGetal():
            add_number(slide, placed)
        case GezetteTekst():
            add_text(slide, placed, "Toelichting")


def _title(slide: Any, text: str, size: float) -> None:  # noqa: ANN401
    holder = slide.shapes.title
    frame = holder.text_frame
    frame.word_wrap = True
    write(frame.paragraphs[0], text, size)


def _remove_empty(slide: Any, kept: Sequence[Any]) -> None:  # noqa: ANN401
    """Remove placeholders that would ask to be filled."""
    keep = {id(holder._element) for holder in kept}
    for holder in list(slide.placeholders):
        if holder.placeholder_format.type not in TITLES and id(holder._element) not in keep:
            holder._element.getparent().remove(holder._element)


def _footer(slide: Any, template: Sjabloon, voet: str) -> None:  # noqa: ANN401
    shape = slide.shapes.add_textbox(*inches(template.blad.voet))
    shape.name = "Voettekst"
    frame = shape.text_frame
    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    last = write(paragraph, f"{voet} · {zin('dia')} ", FOOTER)
    field = etree.SubElement(paragraph._p, qn("a:fld"))
    field.set("id", "{5B2C6C0A-7A5B-4A3E-9C36-1D0C6D3B9A11}")
    field.set("type", "slidenum")
    shape_of_run = etree.SubElement(field, qn("a:rPr"))
    shape_of_run.set("lang", DUTCH)
    shape_of_run.set("sz", str(int(FOOTER * 100)))
    etree.SubElement(field, qn("a:t")).text = "1"
    last._r.addnext(field)


def _notes(slide: Any, text: str) -> None:  # noqa: ANN401
    frame = slide.notes_slide.notes_text_frame
    write(frame.paragraphs[0], text, None)
