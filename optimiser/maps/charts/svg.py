"""What the small charts for the screen share: frame, numbers, titles, colours."""

from html import escape
from math import ceil, floor, log10

#: Brown and blue that differ in lightness too: safe for the colour-blind and in grey.
MORE, FEWER, SAME = "#8c4a00", "#2b6cb0", "#6b7280"
_WIDE, _HIGH = 580, 460
#: Edges of the plot within the picture [pixels].
LEFT, TOP = 58, 34
RIGHT, FLOOR = _WIDE - 16, _HIGH - 56
TEXT = 'font-family="sans-serif" font-size="13" fill="#1a2328"'
_LONGEST = 84
#: Up to where a picture is shown narrow, as on a telephone [pixels on the screen].
NARROW = 520


def letters(narrow: int, more: str = "") -> str:
    """Return the style of a picture whose letters are larger where it is shown narrow.

    A browser asks it of the picture as it is shown, not of the page: that page has 390 pixels.

    Parameters
    ----------
    narrow
        Size of the letters [pixels of the picture].
    more
        Other rules for there; what is of class ``ruim`` is left out.
    """
    rules = f"text{{font-size:{narrow}px}}.ruim{{display:none}}{more}"
    return f"<style>@media (max-width:{NARROW}px){{{rules}}}</style>"


def picture(parts: list[str]) -> str:
    """Put the parts together: an SVG of 580 by 460 pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" '
        f'width="{_WIDE}" height="{_HIGH}"><rect width="100%" height="100%" fill="#ffffff"/>'
        f"{''.join(parts)}</svg>"
    )


def frame(across: list[tuple[float, str]], up: list[tuple[float, str]]) -> str:
    """Draw the axes with their grid: places [pixels] and what stands there."""
    grid = "".join(f"M{x:.1f} {TOP}V{FLOOR}" for x, _ in across)
    grid += "".join(f"M{LEFT} {y:.1f}H{RIGHT}" for y, _ in up)
    parts = [
        f'<path d="{grid}" stroke="#d9dfe3" fill="none"/>',
        f'<path d="M{LEFT} {TOP}V{FLOOR}H{RIGHT}" fill="none" stroke="#6b7780"/>',
    ]
    for x, told in across:
        anchor = "end" if x > RIGHT - 10 else "middle"
        parts.append(
            f'<text x="{x:.1f}" y="{FLOOR + 18}" text-anchor="{anchor}" {TEXT}>{told}</text>'
        )
    for y, told in up:
        parts.append(f'<text x="{LEFT - 7}" y="{y + 4:.1f}" text-anchor="end" {TEXT}>{told}</text>')
    return "".join(parts)


def titles(below: str, above: str) -> str:
    """Write what the axes count; a name that is too long is cut, the words below have it whole."""
    x, y = (escape(_short(text)) for text in (below, above))
    return (
        f'<text x="{RIGHT}" y="{_HIGH - 12}" text-anchor="end" {TEXT}>{x} →</text>'
        f'<text x="8" y="18" {TEXT}>↑ {y}</text>'
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def round_scale(low: float, high: float) -> tuple[float, float, float]:
    """Return round ends and a round step of an axis with about five steps.

    >>> round_scale(0.0, 16586.0), round_scale(-1793.0, 15333.0)
    ((0.0, 20000.0, 5000.0), (-5000.0, 20000.0, 5000.0))
    """
    reach = max(high - low, 1.0)
    size = 10.0 ** floor(log10(reach / 4))
    step = next(size * k for k in (1, 2, 5, 10) if reach / (size * k) <= 5)
    step = max(step, 1.0)
    return floor(low / step) * step, ceil(high / step) * step or step, step
