"""When places are open: one bar per facility over the half-years, as SVG."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from optimiser.maps.charts.svg import FEWER, TEXT, letters
from optimiser.teksten import whole

_WIDE, _ROW, _LEFT, _RIGHT, _TOP = 640, 44, 16, 624, 28


class GanttBar(NamedTuple):
    """One facility: name, places [personen], and whether it is open in each half-year."""

    naam: str
    plekken: int
    open: Sequence[bool]


def gantt_svg(bars: Sequence[GanttBar], perioden: Sequence[str], alt: str) -> str:
    """Draw the bars below each other on one axis of half-years.

    Returns
    -------
    str
        An SVG.
    """
    tall = _TOP + _ROW * len(bars) + 12
    width = (_RIGHT - _LEFT) / max(1, len(perioden))
    parts = []
    for t, periode in enumerate(perioden):
        x = _LEFT + width * t
        parts.append(f'<path d="M{x:.1f} {_TOP - 6}V{tall}" stroke="#d9dfe3"/>')
        if t % max(1, (len(perioden) + 7) // 8) == 0:
            parts.append(f'<text x="{x + 3:.1f}" y="16" {TEXT}>{escape(periode)}</text>')
    for row, bar in enumerate(bars):
        y = _TOP + _ROW * row
        told = f"{bar.naam}: {whole(bar.plekken)}"
        parts.append(f'<text x="{_LEFT + 3}" y="{y + 14}" {TEXT}>{escape(_short(told))}</text>')
        parts += [
            f'<rect x="{_LEFT + width * t:.1f}" y="{y + 20}" width="{width:.1f}" height="14" '
            f'fill="{FEWER}"/>'
            for t, is_open in enumerate(bar.open)
            if is_open
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {tall}" width="{_WIDE}" '
        f'height="{tall}" role="img"><title>{escape(alt)}</title>{letters(18)}'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _short(text: str) -> str:
    return text if len(text) <= 64 else f"{text[:63].rstrip()}…"
