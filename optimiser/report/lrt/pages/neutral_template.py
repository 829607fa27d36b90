"""The neutral template: white, 16:9, Arial, a blue edge; its layouts have Dutch names."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from optimiser.report.lrt.pages.layout import Blad, Kader
from optimiser.report.lrt.pages.shapes import DUTCH, HEAD, INK
from optimiser.report.lrt.pages.template import TITLES, Sjabloon, emu, title_of
from optimiser.report.lrt.text_width import widest

WIDTH, HEIGHT = 13.333, 7.5
TITLE = Kader(0.4, 0.2, WIDTH - 0.8, 0.9)
BODY = Kader(0.4, 1.15, WIDTH - 0.8, 5.78)
FOOT = Kader(0.4, 7.02, WIDTH - 0.8, 0.35)
FIRST_TITLE = Kader(0.9, 1.5, WIDTH - 1.8, 1.7)
FIRST_TEXT = Kader(0.9, 3.4, WIDTH - 1.8, 2.6)
KEPT = {"Title Slide": "Titelblad", "Title Only": "Alleen titel"}
PROMPT = "Klik om tekst toe te voegen"

_BAR = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
    '<p:cNvPr id="99" name="Rand"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/>'
    "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)


def neutral_template() -> Sjabloon:
    """Make the neutral template."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
        else:
            layout._element.cSld.set("name", KEPT[layout.name])
    first, inside = deck.slide_layouts
    _set_theme(master)
    _place(title_of(master), TITLE)
    _place(title_of(inside), TITLE)
    _place(title_of(first), FIRST_TITLE)
    for page in (master, first, inside):
        _tidy(page)
    tree = master.shapes._spTree
    bar = _BAR.format(width=emu(0.16), height=emu(HEIGHT), colour=HEAD)
    tree.insert(2, etree.fromstring(bar))
    return Sjabloon(deck, first, inside, Blad(WIDTH, HEIGHT, TITLE, BODY, FOOT, widest))


def _tidy(page: Any) -> None:  # noqa: ANN401
    """Remove date, footer and number, which the deck writes itself; say the rest in Dutch."""
    for holder in list(page.placeholders):
        kind = holder.placeholder_format.type
        if kind.name in {"DATE", "FOOTER", "SLIDE_NUMBER"}:
            holder._element.getparent().remove(holder._element)
        elif kind not in TITLES:
            _place(holder, FIRST_TEXT if kind.name == "SUBTITLE" else BODY)
            holder.name = "Tekst"
            holder.text_frame.text = PROMPT
            _plain_text(holder)
        else:
            holder.name = "Titel"
            holder.text_frame.text = "Klik om de titel te bewerken"


def _plain_text(holder: Any) -> None:  # noqa: ANN401
    """Dark text on the left, where the layout has grey in the middle: too little contrast."""
    for level in holder._element.iter(qn("a:lvl1pPr")):
        level.set("algn", "l")
        for fill in level.iter(qn("a:solidFill")):
            for old in list(fill):
                fill.remove(old)
            etree.SubElement(fill, qn("a:srgbClr")).set("val", INK)


def _place(shape: Any, frame: Kader) -> None:  # noqa: ANN401
    shape.left, shape.top = emu(frame.left), emu(frame.top)
    shape.width, shape.height = emu(frame.width), emu(frame.height)


def _set_theme(master: Any) -> None:  # noqa: ANN401
    """Set Arial, and titles bold, blue and to the left."""
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Arial"')
    styles = master._element.find(qn("p:txStyles"))
    for language in styles.iter(qn("a:defRPr")):
        language.set("lang", DUTCH)
    level = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    run = level.find(qn("a:defRPr"))
    run.set("b", "1")
    run.set("sz", "2800")
    colour = run.find(qn("a:solidFill"))
    for old in list(colour):
        colour.remove(old)
    etree.SubElement(colour, qn("a:srgbClr")).set("val", HEAD)
