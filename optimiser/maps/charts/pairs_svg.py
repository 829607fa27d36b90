"""What there is beside what is needed, a pair of bars per group, as an SVG for the screen."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from optimiser.maps.charts.svg import FEWER, MORE, TEXT, letters, round_scale
from optimiser.teksten import whole

_WIDE, _HIGH, _LEFT = 760, 400, 58
_FLOOR = _HIGH - 52
#: From one line of text to the next.
_LINE = 23
#: Fill of the bar on the left, and of the parts of the one on the right, from below.
FILLS = ("#9aa5ad", FEWER, "#8fb8de", MORE)
#: The last part is hatched as well: told apart in grey too.
HATCHED = len(FILLS) - 1


class Pair(NamedTuple):
    """One group: its name over lines, what there is, and the parts of what is needed."""

    label: str
    there: int
    parts: tuple[int, int, int]


def pairs_svg(pairs: Sequence[Pair], legend: Sequence[str], alt: str) -> str:
    """Draw the pairs beside each other on one scale.

    Parameters
    ----------
    pairs
        In order.
    legend
        Names of the bar on the left and of the three parts on the right.
    alt
        What the picture says, for who does not see it.

    Returns
    -------
    str
        An SVG of 760 by 400 pixels.
    """
    names = _legend(pairs, legend)
    top = 16 + _LINE * len(names)
    most = max((max(one.there, sum(one.parts)) for one in pairs), default=0)
    _, high, step = round_scale(0.0, float(most))

    def y(value: float) -> float:
        return _FLOOR - value / high * (_FLOOR - top)

    parts = []
    for n in range(round(high / step) + 1):
        at, color = y(n * step), "#6b7780" if n == 0 else "#d9dfe3"
        parts.append(f'<path d="M{_LEFT} {at:.1f}H{_WIDE - 10}" stroke="{color}"/>')
        place = f'x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end"'
        parts.append(f"<text {place} {TEXT}>{whole(n * step)}</text>")
    width = (_WIDE - 10 - _LEFT) / max(1, len(pairs))
    for i, one in enumerate(pairs):
        x = _LEFT + width * (i + 0.05)
        bar = width * 0.44
        parts += _stack(x, bar, [(one.there, 0)], y)
        parts += _stack(
            x + bar + width * 0.02, bar, list(zip(one.parts, (1, 2, 3), strict=True)), y
        )
        parts += [
            f'<text x="{x + width * 0.43:.1f}" y="{_FLOOR + 20 + _LINE * n}" text-anchor="middle" '
            f"{TEXT}>{_roomy(line)}</text>"
            for n, line in enumerate(one.label.split("\n"))
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" '
        f'height="{_HIGH}" role="img"><title>{escape(alt)}</title>{letters(20)}{_HATCH}'
        f'<rect width="100%" height="100%" fill="#ffffff"/>'
        f"{''.join([*names, *parts])}</svg>"
    )


_HATCH = (
    '<defs><pattern id="tekort" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
    f'<path d="M0 0V6" stroke="{MORE}" stroke-width="6"/></pattern></defs>'
)


def shown(pairs: Sequence[Pair]) -> list[int]:
    """Return which fills the picture has: a part that is nowhere needs no name.

    >>> shown([Pair("1k", 3, (2, 0, 1))])
    [0, 1, 3]
    """
    return [0, *(n + 1 for n in range(3) if any(one.parts[n] for one in pairs))]


def _stack(x, width, parts, y) -> list[str]:  # type: ignore[no-untyped-def] # noqa: ANN001
    """Draw a bar of parts on each other, with its sum above it."""
    drawn, at = [], 0
    for value, fill in parts:
        if value:
            color = "url(#tekort)" if fill == HATCHED else FILLS[fill]
            edge = MORE if fill == HATCHED else "#ffffff"
            top, tall = y(at + value), max(y(at) - y(at + value), 1.0)
            drawn.append(
                f'<rect x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{tall:.1f}" '
                f'fill="{color}" stroke="{edge}"/>'
            )
        at += value
    place = f'x="{x + width / 2:.1f}" y="{y(at) - 5:.1f}" text-anchor="middle"'
    return [*drawn, f"<text {place} {TEXT}>{whole(at)}</text>"]


def _roomy(line: str) -> str:
    """Leave the unit out where there is no room: the numbers before it say enough."""
    return escape(line).replace(" pers.", '<tspan class="ruim"> pers.</tspan>')


def _legend(pairs: Sequence[Pair], names: Sequence[str]) -> list[str]:
    parts = []
    for place, fill in enumerate(shown(pairs)):
        y = 8 + _LINE * place
        color = "url(#tekort)" if fill == HATCHED else FILLS[fill]
        parts.append(
            f'<rect x="8" y="{y}" width="14" height="12" fill="{color}"/>'
            f'<text x="28" y="{y + 11}" {TEXT}>{escape(names[fill])}</text>'
        )
    return parts
