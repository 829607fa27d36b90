"""From one saldo to the next as bars that hang on each other, as an SVG for screen and slide."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from optimiser.maps.charts.svg import FEWER, MORE, SAME, TEXT, letters, round_scale
from optimiser.teksten import signed, whole

_WIDE, _HIGH, _LEFT, _TOP = 760, 380, 78, 44
_FLOOR = _HIGH - 58
#: Bars between which there is room for larger letters.
_FEW = 6
#: Grey for the two standing bars.
STANDING = "#4b5a66"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes
    ----------
    label
        Below it; a line break splits it.
    amount
        Height of a standing bar, change of a hanging one [personen].
    standing
        Whether it stands on zero: a saldo.
    apart
        Drawn hatched: what nobody can explain.
    """

    label: str
    amount: int
    standing: bool = False
    apart: bool = False


def waterfall_svg(bars: Sequence[Bar], alt: str) -> str:
    """Draw a waterfall.

    Parameters
    ----------
    bars
        In order; the first and last normally standing.
    alt
        What the picture says, for who does not see it.

    Returns
    -------
    str
        An SVG of 760 by 380 pixels.
    """
    spans = _spans(bars)
    ends = [0.0, *(float(y) for span in spans for y in span)]
    low, high, step = round_scale(min(ends), max(ends))

    def y(value: float) -> float:
        return _FLOOR - (value - low) / (high - low) * (_FLOOR - _TOP)

    ticks = [low + i * step for i in range(round((high - low) / step) + 1)]
    parts = []
    for tick in ticks:
        color = "#6b7780" if tick == 0 else "#d9dfe3"
        parts.append(f'<path d="M{_LEFT} {y(tick):.1f}H{_WIDE - 10}" stroke="{color}"/>')
        place = f'x="{_LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end"'
        parts.append(f"<text {place} {TEXT}>{whole(tick)}</text>")
    width = (_WIDE - 10 - _LEFT) / len(bars)
    for i, (bar, (start, end)) in enumerate(zip(bars, spans, strict=True)):
        x = _LEFT + i * width
        parts.append(_bar(bar, x + width * 0.15, width * 0.7, y(start), y(end)))
        if i + 1 < len(bars):
            reach = x + width * 1.15
            parts.append(
                f'<path d="M{x + width * 0.85:.1f} {y(end):.1f}H{reach:.1f}" stroke="#6b7780" '
                'stroke-dasharray="3 2"/>'
            )
        parts += _label(bar.label, x + width / 2)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" '
        f'height="{_HIGH}" role="img"><title>{escape(alt)}</title>'
        f"{letters(20 if len(bars) <= _FEW else 18)}{_HATCH}"
        f'<rect width="100%" height="100%" fill="#ffffff"/>'
        f'<text x="8" y="18" {TEXT}>↑ personen</text>{"".join(parts)}</svg>'
    )


_HATCH = (
    '<defs><pattern id="apart" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f4f6"/>'
    f'<path d="M0 0V6" stroke="{SAME}" stroke-width="3"/></pattern></defs>'
)


def _spans(bars: Sequence[Bar]) -> list[tuple[int, int]]:
    """Return where each bar starts and ends.

    >>> _spans([Bar("begin", 3, True), Bar("erbij", 2), Bar("eraf", -4), Bar("eind", 1, True)])
    [(0, 3), (3, 5), (5, 1), (0, 1)]
    """
    spans, now = [], 0
    for bar in bars:
        start = 0 if bar.standing else now
        now = start + bar.amount
        spans.append((start, now))
    return spans


def _bar(bar: Bar, x: float, width: float, start: float, end: float) -> str:
    color = STANDING if bar.standing else MORE if bar.amount > 0 else FEWER
    fill = "url(#apart)" if bar.apart else color
    top, height = min(start, end), max(abs(start - end), 1.0)
    told = whole(bar.amount) if bar.standing else signed(bar.amount)
    return (
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" '
        f'stroke="{SAME if bar.apart else color}"/>'
        f'<text x="{x + width / 2:.1f}" y="{top - 5:.1f}" text-anchor="middle" {TEXT}>{told}</text>'
    )


def _label(label: str, x: float) -> list[str]:
    return [
        f'<text x="{x:.1f}" y="{_FLOOR + 20 + 23 * n}" text-anchor="middle" {TEXT}>'
        f"{escape(line)}</text>"
        for n, line in enumerate(label.split("\n"))
    ]
