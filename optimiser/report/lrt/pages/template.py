"""Templates: a neutral one made here, or the user's own, checked before use."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml.etree import LxmlError  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError, PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu

from optimiser.io.reading.cells.xlsx_package import BROKEN_ZIP
from optimiser.report.errors import TemplateError, TemplateSizeError
from optimiser.report.lrt.pages.layout import Blad, Kader
from optimiser.report.lrt.text_width import widest

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
SMALL = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
#: 16:9 within a hundredth, and wide enough for 12-point tables [inch].
RATIO, WIDTHS = 16 / 9, (12.8, 14.6)
#: Least height between title and footer [inch].
BODY = 4.7
MOST_BYTES = 200_000_000
#: Most XML in it [bytes]: pictures may be large, what is parsed may not.
MOST_XML = 20_000_000
EMU = 914_400
#: What python-pptx and lxml raise on a damaged file, beside a damaged zip.
_BROKEN = (
    *BROKEN_ZIP,
    PackageNotFoundError,
    PythonPptxError,
    LxmlError,
    TypeError,
    AttributeError,
    ZeroDivisionError,
    AssertionError,
)


@dataclass(frozen=True)
class Sjabloon:
    """An opened template without slides.

    Attributes
    ----------
    presentatie
        Of python-pptx.
    titelblad, inhoud
        Layouts of the first page and of the others.
    blad
        Where title, body and footer go.
    """

    presentatie: Any
    titelblad: Any
    inhoud: Any
    blad: Blad


def open_template(content: bytes, naam: str) -> Sjabloon:
    """Check a template of the user's own and empty it.

    Raises
    ------
    TemplateError
        If it is no presentation, is too large, refers to files elsewhere, or has no layout with a
        title at the top.
    TemplateSizeError
        If its slides are not 16:9, or too small.
    """
    _check_zip(content, naam)
    try:
        return _opened(Presentation(BytesIO(content)), naam)
    except _BROKEN as error:
        raise TemplateError(bestand=naam, reden="dit is geen PowerPoint-presentatie") from error


def _opened(deck: Any, naam: str) -> Sjabloon:  # noqa: ANN401
    _check_size(deck, naam)
    _check_links(deck, naam)
    _remove_slides(deck)
    inside = _layout(deck, TITLES[:1]) or _layout(deck, TITLES)
    if inside is None:
        raise TemplateError(bestand=naam, reden="geen enkele indeling heeft een titel")
    return Sjabloon(deck, _layout(deck, TITLES[1:]) or inside, inside, _page(deck, inside, naam))


def _check_zip(content: bytes, naam: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            marked = sum(
                entry.file_size
                for entry in entries
                if entry.filename.lower().endswith((".xml", ".rels"))
            )
    except _BROKEN as error:
        raise TemplateError(bestand=naam, reden="dit is geen PowerPoint-presentatie") from error
    if size > MOST_BYTES or marked > MOST_XML:
        raise TemplateError(bestand=naam, reden="het is uitgepakt te groot")


def _check_size(deck: Any, naam: str) -> None:  # noqa: ANN401
    width, height = deck.slide_width / EMU, deck.slide_height / EMU
    if abs(width / height - RATIO) > 0.01 * RATIO or not WIDTHS[0] <= width <= WIDTHS[1]:
        raise TemplateSizeError(bestand=naam, breedte=width * 2.54, hoogte=height * 2.54)


def _check_links(deck: Any, naam: str) -> None:  # noqa: ANN401
    """Refuse what PowerPoint would fetch from elsewhere; a hyperlink fetches nothing by itself."""
    for master in deck.slide_masters:
        for part in (master.part, *(layout.part for layout in master.slide_layouts)):
            for link in part.rels.values():
                if link.is_external and link.reltype != RT.HYPERLINK:
                    raise TemplateError(bestand=naam, reden="het verwijst naar bestanden elders")


def _remove_slides(deck: Any) -> None:  # noqa: ANN401
    slides = deck.slides._sldIdLst
    for entry in list(slides):
        deck.part.drop_rel(entry.rId)
        slides.remove(entry)


def _layout(deck: Any, kinds: tuple[Any, ...]) -> Any | None:  # noqa: ANN401
    """Return the layout with such a title and the least else on it."""
    found = []
    for number, layout in enumerate(deck.slide_layouts):
        kind = [holder.placeholder_format.type for holder in layout.placeholders]
        if any(one in kinds for one in kind):
            rest = [one for one in kind if one not in (*TITLES, *SMALL)]
            found.append((len(rest), number, layout))
    return min(found, key=lambda one: one[:2])[2] if found else None


def title_of(layout: Any) -> Any:  # noqa: ANN401
    """Return the title placeholder of a layout."""
    return next(p for p in layout.placeholders if p.placeholder_format.type in TITLES)


def _page(deck: Any, layout: Any, naam: str) -> Blad:  # noqa: ANN401
    holder = title_of(layout)
    if None in (holder.left, holder.top, holder.width, holder.height):
        raise TemplateError(bestand=naam, reden="de titel van de indeling heeft geen plaats")
    width, tall = deck.slide_width / EMU, deck.slide_height / EMU
    title = Kader(
        *(value / EMU for value in (holder.left, holder.top, holder.width, holder.height))
    )
    top, bottom = title.top + title.height + 0.1, tall * 0.915
    if bottom - top < BODY or title.width < 0.6 * width:
        reason = "onder de titel blijft te weinig ruimte over voor een kaart en een tabel"
        raise TemplateError(bestand=naam, reden=reason)
    left = min(max(title.left, 0.3), 1.2)
    body = Kader(left, top, width - 2 * left, bottom - top)
    foot = Kader(left, tall * 0.925, width - 2 * left, tall * 0.055)
    return Blad(width, tall, title, body, foot, widest)


def emu(value: float) -> Emu:
    """Turn inches into the unit of PowerPoint."""
    return Emu(round(value * EMU))
