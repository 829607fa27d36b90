"""Where everything goes on a page: the same for slides and for paper. All in inches."""

from collections.abc import Callable
from dataclasses import dataclass

from optimiser.report.lrt.pages.table_layout import GezetteTabel, set_table
from optimiser.report.lrt.slides.slide import Blok, Dia, Getallen, Plaat, Punten, Tabel
from optimiser.report.lrt.text_width import Measure, height, longest_word, wrapped

GAP = 0.3
TITLE_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0)
TEXT_SIZES = (20.0, 18.0, 16.0, 14.0, 13.0, 12.0)
NUMBER_SIZES = (60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
POINT_SIZES = (14.0, 13.0, 12.0)
#: Space between paragraphs as a part of the font size.
AFTER = 0.45


@dataclass(frozen=True, slots=True)
class Kader:
    """A frame on the page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Blad:
    """A page: its size, its three frames, and how wide letters are."""

    width: float
    height: float
    titel: Kader
    body: Kader
    voet: Kader
    measure: Measure


@dataclass(frozen=True, slots=True)
class GezetteTekst:
    """Paragraphs in a frame."""

    kader: Kader
    kop: str
    regels: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class GezettePlaat:
    """A picture in the frame it fills."""

    kader: Kader
    plaat: Plaat


@dataclass(frozen=True, slots=True)
class GezetGetal:
    """A large number and its explanation."""

    kader: Kader
    waarde: str
    uitleg: str
    size: float
    uitleg_size: float


@dataclass(frozen=True, slots=True)
class TabelInKader:
    """A table with the frame it stands in."""

    kader: Kader
    gezet: GezetteTabel


Gezet = GezetteTekst | GezettePlaat | GezetGetal | TabelInKader


def title_size(dia: Dia, blad: Blad) -> float:
    """Return the largest size at which the title takes at most two lines."""
    frame = blad.titel
    for size in TITLE_SIZES:
        lines = wrapped(dia.titel, frame.width - 0.25, size, blad.measure, bold=True)
        if lines <= 2 and height(lines, size) <= frame.height:
            return size
    return TITLE_SIZES[-1]


def set_page(dia: Dia, blad: Blad) -> list[Gezet]:
    """Place everything below the title, in reading order."""
    body = blad.body
    below = _below(dia, blad)
    room = body.height - (below.kader.height + 0.1 if below else 0.0)
    gaps = GAP * (len(dia.kolommen) - 1)
    placed: list[Gezet] = []
    left = body.left
    for block, part in dia.kolommen:
        width = (body.width - gaps) * part / sum(share for _, share in dia.kolommen)
        placed += _set(block, Kader(left, body.top, width, room), blad)
        left += width + GAP
    return [*placed, below] if below else placed


def _below(dia: Dia, blad: Blad) -> GezetteTekst | None:
    """Put the lines below at the bottom of the body, at most a quarter of it."""
    if not dia.punten:
        return None
    body = blad.body
    for size in POINT_SIZES:
        needed = text_height("", dia.punten, body.width, size, blad.measure)
        if needed <= body.height / 4:
            break
    frame = Kader(body.left, body.top + body.height - needed, body.width, needed)
    return GezetteTekst(frame, "", dia.punten, size)


def text_height(
    kop: str, lines: tuple[str, ...], width: float, size: float, measure: Measure
) -> float:
    """Return the height of paragraphs [inch]."""
    count = sum(wrapped(line, width - 0.2, size, measure) for line in lines)
    head = height(wrapped(kop, width - 0.2, size, measure, bold=True), size) if kop else 0.0
    return head + height(count, size) + len(lines) * AFTER * size / 72


def _set(block: Blok, frame: Kader, blad: Blad) -> list[Gezet]:
    match block:
        case Plaat():
            return [GezettePlaat(_fitted(block, frame), block)]
        case Tabel():
            table = set_table(block, (frame.width, frame.height), blad.measure)
            return [TabelInKader(frame, table)]
        case Punten():
            return [_set_text(block, frame, blad)]
        case Getallen():
            return _set_numbers(block, frame, blad)


def _fitted(plaat: Plaat, frame: Kader) -> Kader:
    scale = min(frame.width / plaat.breedte, frame.height / plaat.hoogte)
    width, tall = plaat.breedte * scale, plaat.hoogte * scale
    return Kader(frame.left + (frame.width - width) / 2, frame.top, width, tall)


def _set_text(block: Punten, frame: Kader, blad: Blad) -> GezetteTekst:
    lines = block.regels
    for size in TEXT_SIZES:
        if text_height(block.kop, lines, frame.width, size, blad.measure) <= frame.height:
            return GezetteTekst(frame, block.kop, lines, size)
    kept = list(lines)
    more = "... de rest staat in de notities en in het werkboek."
    while len(kept) > 1:
        kept.pop()
        shown = (*kept, more)
        if text_height(block.kop, shown, frame.width, size, blad.measure) <= frame.height:
            break
    return GezetteTekst(frame, block.kop, (*kept, more), size)


def _set_numbers(block: Getallen, frame: Kader, blad: Blad) -> list[Gezet]:
    """Put numbers beside each other, as large as fits; every explanation has the same size."""
    count = len(block.getallen)
    width = (frame.width - GAP * (count - 1)) / count
    tall = min(frame.height, 3.6) if count > 1 else frame.height
    top = frame.top + (frame.height - tall) / 3
    size = _largest(
        NUMBER_SIZES,
        lambda size: all(
            blad.measure(one.waarde, size, True) <= width - 0.15 for one in block.getallen
        ),
    )
    left = tall - height(1, size) - 0.2
    small = _largest(
        TEXT_SIZES,
        lambda size: all(
            text_height("", (one.uitleg,), width, size, blad.measure) <= left
            and longest_word(one.uitleg, size, blad.measure, bold=False) <= width - 0.2
            for one in block.getallen
        ),
    )
    frames = [Kader(frame.left + n * (width + GAP), top, width, tall) for n in range(count)]
    return [
        GezetGetal(at, one.waarde, one.uitleg, size, small)
        for at, one in zip(frames, block.getallen, strict=True)
    ]


def _largest(sizes: tuple[float, ...], fits: Callable[[float], bool]) -> float:
    return next((size for size in sizes if fits(size)), sizes[-1])
