"""What the small charts for the screen share: frame, numbers, titles, colours."""

from html import escape

#: Brown and blue that differ in lightness too: safe for the colour-blind and in grey.
MORE, FEWER, SAME = "#8c4a00", "#2b6cb0", "#6b7280"
_WIDE, _HIGH = 580, 460
#: Edges of the plot within the picture [pixels].
LEFT, TOP = 58, 34
RIGHT, FLOOR = _WIDE - 16, _HIGH - 56
TEXT = 'font-family="sans-serif" font-size="13" fill="#1a2328"'
_LONGEST = 84


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
