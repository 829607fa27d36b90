"""Months of work per area through half-years, one small chart each, all on one scale, as SVG."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor

from optimiser.maps.charts.svg import FEWER, MORE, TEXT, letters
from optimiser.teksten import decimal

_CELL_WIDE, _CELL_HIGH, _COLUMNS = 236, 128, 3
_LEFT, _TOP, _FLOOR = 34, 26, 100
#: With larger letters the last number stands below the name.
_LAST_LOWER = ".laatste{transform:translateY(20px)}"
_SMALL = TEXT.replace('font-size="13"', 'font-size="11"')


def months_svg(
    series: Mapping[str, Sequence[float | None]], perioden: Sequence[str], alt: str
) -> str:
    """Draw bars above (achterstand) and below (voorsprong) zero per half-year.

    Parameters
    ----------
    series
        Area to months of work per half-year; None is unknown and leaves a gap.
    perioden
        Names of the half-years, as many as each series has.
    alt
        What the picture says.

    Returns
    -------
    str
        An SVG, three charts beside each other.
    """
    known = [value for values in series.values() for value in values if value is not None]
    low = min(0, floor(min(known, default=0)))
    high = max(1, ceil(max(known, default=0)))
    rows = ceil(len(series) / _COLUMNS)
    wide, tall = _COLUMNS * _CELL_WIDE, rows * _CELL_HIGH + 8
    cells = []
    for n, (name, values) in enumerate(series.items()):
        x, y = n % _COLUMNS * _CELL_WIDE, n // _COLUMNS * _CELL_HIGH
        drawn = _cell(name, values, perioden, (low, high))
        cells.append(f'<g transform="translate({x} {y})">{drawn}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" '
        f'height="{tall}" role="img"><title>{escape(alt)}</title>'
        f"{letters(20, _LAST_LOWER)}"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(cells)}</svg>'
    )


def _cell(
    name: str,
    values: Sequence[float | None],
    perioden: Sequence[str],
    ends: tuple[int, int],
) -> str:
    low, high = ends
    right = _CELL_WIDE - 14
    width = (right - _LEFT) / max(1, len(values))

    def y(value: float) -> float:
        return _FLOOR - (value - low) / (high - low) * (_FLOOR - _TOP)

    parts = [f'<text x="{_LEFT}" y="16" {TEXT}>{escape(name)}</text>']
    for tick in sorted({low, 0, high}):
        color = "#6b7780" if tick == 0 else "#d9dfe3"
        parts.append(f'<path d="M{_LEFT} {y(tick):.1f}H{right}" stroke="{color}"/>')
        parts.append(
            f'<text x="{_LEFT - 5}" y="{y(tick) + 4:.1f}" text-anchor="end" {_SMALL}>{tick}</text>'
        )
    for i, value in enumerate(values):
        if value is None:
            continue
        top, bottom = sorted((y(value), y(0)))
        parts.append(
            f'<rect x="{_LEFT + i * width + 1:.1f}" y="{top:.1f}" width="{max(width - 2, 1):.1f}" '
            f'height="{max(bottom - top, 0.8):.1f}" fill="{MORE if value > 0 else FEWER}"/>'
        )
    parts += _last(values, right)
    for at, anchor, told in ((_LEFT, "start", perioden[:1]), (right, "end", perioden[-1:])):
        place = f'x="{at}" y="{_FLOOR + 17}" text-anchor="{anchor}"'
        parts += [f"<text {place} {_SMALL}>{periode}</text>" for periode in told]
    return "".join(parts)


def _last(values: Sequence[float | None], right: int) -> list[str]:
    """Write the last number that is known."""
    known = [value for value in values if value is not None]
    return [
        f'<text x="{right}" y="16" text-anchor="end" class="laatste" stroke="#ffffff" '
        f'stroke-width="4" paint-order="stroke" {_SMALL}>{decimal(value, 1)}</text>'
        for value in known[-1:]
    ]
