"""Old against new number of every gemeente as a small SVG for the screen."""

from collections.abc import Callable, Iterable
from html import escape
from math import log10

import pandas as pd

from optimiser.maps.charts.svg import (
    FEWER,
    FLOOR,
    LEFT,
    MORE,
    RIGHT,
    SAME,
    TEXT,
    TOP,
    frame,
    picture,
    titles,
)
from optimiser.teksten import whole

_HALO = 'stroke="#ffffff" stroke-width="4" paint-order="stroke"'
_NAMED = 6
#: Per kind its colour, words, and its mark around a point.
_KINDS: dict[int, tuple[str, str, str]] = {
    1: (MORE, "meer personen", "m0-4.2l3.8 6.6h-7.6z"),
    -1: (FEWER, "minder personen", "m0 4.2l3.8-6.6h-7.6z"),
    0: (SAME, "evenveel", "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
}
Place = Callable[[float], float]


def scatter_svg(table: pd.DataFrame, titels: tuple[str, str]) -> str:
    """Draw every gemeente by its old and new number, both on a logarithmic scale.

    Parameters
    ----------
    table
        ``gemeente``, ``was``, ``wordt`` [personen]; as ``compare.uitschieters.changes`` returns.
    titels
        Names of the old and the new key.

    Returns
    -------
    str
        An SVG of 580 by 460 pixels. A gemeente on the line keeps its number; zero is drawn at
        the edge.

    Examples
    --------
    >>> told = pd.DataFrame({"gemeente": ["A", "B"], "was": [10, 10], "wordt": [12, 8]})
    >>> "meer personen (1)" in scatter_svg(told, ("oud", "nieuw"))
    True
    """
    pairs = list(zip(table["was"].astype(int), table["wordt"].astype(int), strict=True))
    top = log10(max(10, *(max(pair) for pair in pairs)) * 2)
    low = log10(0.5)

    def part(value: float) -> float:
        return (log10(max(value, 0.5)) - low) / (top - low)

    def across(value: float) -> float:
        return LEFT + part(value) * (RIGHT - LEFT)

    def up(value: float) -> float:
        return FLOOR - part(value) * (FLOOR - TOP)

    ticks = [10**power for power in range(int(top) + 1)]
    parts = [
        frame([(across(v), whole(v)) for v in ticks], [(up(v), whole(v)) for v in ticks]),
        titles(f"personen bij {titels[0]}", f"personen bij {titels[1]}"),
        f'<path d="M{LEFT} {FLOOR}L{RIGHT} {TOP}" stroke="#333333"/>',
        *_marks(pairs, across, up),
        *_names(zip(table["gemeente"], pairs, strict=True), across, up),
    ]
    return picture(parts)


def _marks(pairs: list[tuple[int, int]], across: Place, up: Place) -> list[str]:
    """Draw one path per kind, and the legend in the corner that stays empty."""
    parts, line = [], TOP + 12
    for side, (colour, words, mark) in _KINDS.items():
        chosen = [(a, b) for a, b in pairs if (b > a) - (b < a) == side]
        drawn = "".join(f"M{across(a):.1f} {up(b):.1f}{mark}" for a, b in chosen)
        parts.append(f'<path d="{drawn}" fill="{colour}" fill-opacity="0.85"/>')
        parts.append(f'<path d="M{LEFT + 16} {line}{mark}" fill="{colour}"/>')
        told = f"{words} ({whole(len(chosen))})"
        parts.append(f'<text x="{LEFT + 27}" y="{line + 5}" {TEXT}>{told}</text>')
        line += 20
    return parts


def _names(rows: Iterable[tuple[object, tuple[int, int]]], across: Place, up: Place) -> list[str]:
    """Name the gemeenten with the largest changes, each on its own side of the line."""
    changed = [row for row in rows if row[1][0] != row[1][1]]
    largest = sorted(changed, key=lambda row: -abs(row[1][1] - row[1][0]))[:_NAMED]
    # Away from the line one by one: above it from the bottom up, below it from the top down.
    largest.sort(key=lambda row: row[1][1] if row[1][1] > row[1][0] else -row[1][1])
    parts: list[str] = []
    taken: list[tuple[bool, float]] = []
    for name, (was, wordt) in largest:
        more = wordt > was
        y, step = (up(wordt) - 2, -14) if more else (up(wordt) + 12, 14)
        if not TOP < y < FLOOR - 4:  # at the edge of the plot: back into it
            y, step = (TOP + 12, 14) if more else (FLOOR - 8, -14)
        while any(side == more and abs(y - other) < 14 for side, other in taken):
            y += step
        taken.append((more, y))
        left = more or across(was) + 9 * len(str(name)) > RIGHT
        x, anchor = (across(was) - 8, "end") if left else (across(was) + 8, "start")
        parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {_HALO} {TEXT}>'
            f"{escape(str(name))}</text>"
        )
    return parts
