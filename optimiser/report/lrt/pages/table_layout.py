"""Widths of columns and heights of rows of a table, so that it fits its frame. In inches."""

from dataclasses import dataclass, replace

from optimiser.report.lrt.slides.slide import Tabel
from optimiser.report.lrt.text_width import Measure, height, longest_word, wrapped

#: Largest first; text in a table is never smaller than the last.
SIZES = (14.0, 13.0, 12.0)
CAPTION = 13.0
#: Free space left and right in a cell, and above and below.
SIDE, ABOVE = 0.07, 0.03
#: Most free space in a column: a number far from its name cannot be read with it.
ROOMY = 0.7
#: What a column needs beside its text.
EDGE = 2 * SIDE + 0.06


@dataclass(frozen=True, slots=True)
class GezetteTabel:
    """A table with its measures.

    Attributes
    ----------
    tabel
        The content; rows that do not fit are counted in its last row.
    size
        Font size [points].
    widths, heights
        Per column, and per row with the heading first.
    caption
        Height of the caption above it; zero without one.
    """

    tabel: Tabel
    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    caption: float


def set_table(tabel: Tabel, room: tuple[float, float], measure: Measure) -> GezetteTabel:
    """Find the largest font size at which a table fits; leave out rows, and say so, if none does.

    Parameters
    ----------
    tabel
        What to set.
    room
        Width and height [inch].
    measure
        How wide letters are.
    """
    width, tall = room
    while True:
        for size in SIZES:
            found = _set(tabel, width, size, measure)
            narrow = size > SIZES[-1] and sum(_least(tabel, size, measure)) > width
            if sum(found.heights) + found.caption <= tall and not narrow:
                return found
        if len(tabel.rijen) < 3:
            return found
        tabel = _shorter(tabel)


def _shorter(tabel: Tabel) -> Tabel:
    """Leave out one row before the last; the row that counts them says how many."""
    *rows, last = tabel.rijen
    marks = [n for n, row in enumerate(rows) if row[0].startswith("... nog ")]
    left_out = 1
    if marks:
        left_out += int(rows.pop()[0].split()[2])
        rows.pop()
    else:
        rows.pop()
        left_out += int(bool(rows) and bool(rows.pop()))
    told = f"... nog {left_out} rijen, zie het werkboek"
    rows.append((told, *("" for _ in tabel.kop[1:])))
    bold = frozenset({len(rows)}) if tabel.vet else frozenset()
    return replace(tabel, rijen=(*rows, last), vet=bold)


def _set(tabel: Tabel, width: float, size: float, measure: Measure) -> GezetteTabel:
    widths = _widths(tabel, width, size, measure)
    heights = [_row_height(tabel.kop, widths, size, measure, bold=True)]
    heights += [
        _row_height(row, widths, size, measure, bold=n in tabel.vet)
        for n, row in enumerate(tabel.rijen)
    ]
    lines = wrapped(tabel.bijschrift, width - 0.2, CAPTION, measure, bold=True)
    caption = height(lines, CAPTION) + 0.08 if tabel.bijschrift else 0.0
    return GezetteTabel(tabel, size, tuple(widths), tuple(heights), caption)


def _row_height(
    row: tuple[str, ...], widths: list[float], size: float, measure: Measure, *, bold: bool
) -> float:
    lines = max(
        wrapped(text, width - 2 * SIDE - 0.02, size, measure, bold=bold)
        for text, width in zip(row, widths, strict=True)
    )
    return height(lines, size) + 2 * ABOVE


def _texts(tabel: Tabel, column: int) -> list[tuple[str, bool]]:
    """Return the texts of a column, heading first, and whether each is bold."""
    rows = [(row[column], n in tabel.vet) for n, row in enumerate(tabel.rijen)]
    return [(tabel.kop[column], True), *rows]


def _least(tabel: Tabel, size: float, measure: Measure) -> list[float]:
    """Return the widths below which words would break."""
    return [
        max(longest_word(text, size, measure, bold=bold) for text, bold in _texts(tabel, c)) + EDGE
        for c in range(len(tabel.kop))
    ]


def _widths(tabel: Tabel, width: float, size: float, measure: Measure) -> list[float]:
    """Give each column what its text needs; where that is too much, text columns wrap."""
    least = _least(tabel, size, measure)
    wanted = [
        max(measure(text, size, bold) for text, bold in _texts(tabel, c)) + EDGE
        for c in range(len(tabel.kop))
    ]
    if sum(wanted) <= width:
        extra = min(ROOMY, (width - sum(wanted)) / len(wanted))
        return [value + extra for value in wanted]
    spare = width - sum(least)
    if spare <= 0:
        return [value * width / sum(least) for value in least]
    hunger = [w - m for w, m in zip(wanted, least, strict=True)]
    return [m + spare * h / sum(hunger) for m, h in zip(least, hunger, strict=True)]
