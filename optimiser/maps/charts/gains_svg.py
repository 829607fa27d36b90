"""Who gets too few and who too many: bars to the left and right of zero, as SVG."""

from collections.abc import Sequence
from html import escape

from optimiser.maps.charts.svg import FEWER, MORE, TEXT, letters
from optimiser.teksten import signed

_WIDE, _ROW, _TOP, _MIDDLE, _REACH = 640, 22, 56, 320, 150


def gains_svg(bars: Sequence[tuple[str, float]], title: str, alt: str) -> str:
    """Draw one bar per name, blue below zero and brown above.

    Parameters
    ----------
    bars
        Name and value, in the order in which they are drawn.
    title
        What the bars count; a line break splits it.
    alt
        What the picture says.

    Returns
    -------
    str
        An SVG; the value stands beside each bar.
    """
    most = max((abs(value) for _, value in bars), default=0.0) or 1.0
    tall = _TOP + _ROW * len(bars) + 10
    parts = [
        *(
            f'<text x="8" y="{18 + _ROW * n}" {TEXT}>{escape(line)}</text>'
            for n, line in enumerate(title.split("\n"))
        ),
        f'<path d="M{_MIDDLE} {_TOP - 6}V{tall - 6}" stroke="#6b7780"/>',
    ]
    for row, (name, value) in enumerate(bars):
        y, width = _TOP + _ROW * row, abs(value) / most * _REACH
        left, color = (_MIDDLE - width, FEWER) if value < 0 else (_MIDDLE, MORE)
        here, there = (_MIDDLE + 8, "start") if value < 0 else (_MIDDLE - 8, "end")
        end = _MIDDLE - width - 6 if value < 0 else _MIDDLE + width + 6
        anchor = "end" if value < 0 else "start"
        parts.append(
            f'<rect x="{left:.1f}" y="{y}" width="{width:.1f}" height="15" fill="{color}"/>'
            f'<text x="{here}" y="{y + 12}" text-anchor="{there}" {TEXT}>{escape(name)}</text>'
            f'<text x="{end:.1f}" y="{y + 12}" text-anchor="{anchor}" {TEXT}>'
            f"{signed(value, 1)}</text>"
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {tall}" width="{_WIDE}" '
        f'height="{tall}" role="img"><title>{escape(alt)}</title>{letters(18)}'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )
