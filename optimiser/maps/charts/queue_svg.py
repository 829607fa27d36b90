"""National numbers above, the queue they leave below, one line per way of announcing, as SVG."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from optimiser.maps.charts.svg import FEWER, MORE, SAME, TEXT, letters
from optimiser.teksten import whole

_WIDE, _PANEL, _GAP = 640, 190, 54
_LEFT, _RIGHT, _LINE = 66, 624, 22
#: Colour and dashes, so that lines differ in grey as well.
_STYLES = (
    (SAME, "2 3"),
    (FEWER, "none"),
    ("#0f766e", "8 3"),
    (MORE, "10 3 2 3"),
)


class QueueLine(NamedTuple):
    """One way of announcing: its name, numbers and queue per half-year [personen]."""

    naam: str
    getallen: Sequence[int]
    rij: Sequence[int]


def queue_svg(
    lines: Sequence[QueueLine], norm: Sequence[int], perioden: Sequence[str], alt: str
) -> str:
    """Draw two panels on one axis of time.

    Parameters
    ----------
    lines
        At most four ways of announcing.
    norm
        Longest queue per half-year in which nobody need wait longer than the norm [personen].
    perioden
        Names of the half-years.
    alt
        What the picture says.

    Returns
    -------
    str
        An SVG.
    """
    top, bottom = 30, 30 + _PANEL + _GAP
    legend = bottom + _PANEL + 44
    tall = legend + _LINE * (len(lines) + 1)
    numbers = [line.getallen for line in lines]
    queues = [line.rij for line in lines]
    parts = [
        _panel("Landelijke taakstelling (personen)", top, numbers, perioden),
        _panel("Nog niet gevraagd: rij (personen)", bottom, [*queues, norm], perioden, len(lines)),
        _legend([line.naam for line in lines], legend),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {tall}" width="{_WIDE}" '
        f'height="{tall}" role="img"><title>{escape(alt)}</title>{letters(18)}'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _panel(
    title: str,
    top: int,
    series: Sequence[Sequence[int]],
    perioden: Sequence[str],
    norm_at: int | None = None,
) -> str:
    high = _ceiling(max(max(values) for values in series))
    count = max(1, len(perioden) - 1)

    def place(t: int, value: float) -> str:
        x = _LEFT + (_RIGHT - _LEFT) * t / count
        return f"{x:.1f} {top + _PANEL * (1 - value / high):.1f}"

    parts = [f'<text x="{_LEFT}" y="{top - 10}" {TEXT}>{title}</text>']
    for share in (0.0, 0.5, 1.0):
        y = top + _PANEL * (1 - share)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_RIGHT}" stroke="#d9dfe3"/>')
        told = whole(round(high * share))
        parts.append(
            f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" {TEXT}>{told}</text>'
        )
    for i, values in enumerate(series):
        line = "L".join(place(t, value) for t, value in enumerate(values))
        color, dashes = ("#b91c1c", "1 4") if i == norm_at else _STYLES[i % len(_STYLES)]
        parts.append(
            f'<path d="M{line}" fill="none" stroke="{color}" stroke-width="2.4" '
            f'stroke-dasharray="{dashes}"/>'
        )
    every = max(1, (len(perioden) + 7) // 8)
    for t in range(0, len(perioden), every):
        x = _LEFT + (_RIGHT - _LEFT) * t / count
        anchor = "end" if t == len(perioden) - 1 else "middle"
        parts.append(
            f'<text x="{x:.1f}" y="{top + _PANEL + 21}" text-anchor="{anchor}" {TEXT}>'
            f"{escape(perioden[t])}</text>"
        )
    return "".join(parts)


def _legend(names: Sequence[str], top: int) -> str:
    told = [(name, *_STYLES[i % len(_STYLES)]) for i, name in enumerate(names)]
    told.append(("norm: zoveel kwamen er binnen de norm", "#b91c1c", "1 4"))
    parts = []
    for i, (name, color, dashes) in enumerate(told):
        x, y = _LEFT, top + i * _LINE
        parts.append(
            f'<path d="M{x} {y}h30" stroke="{color}" stroke-width="2.4" '
            f'stroke-dasharray="{dashes}"/><text x="{x + 38}" y="{y + 4}" {TEXT}>'
            f"{escape(name)}</text>"
        )
    return "".join(parts)


def _ceiling(value: int) -> int:
    """Return a round number at or above a value.

    >>> _ceiling(13094), _ceiling(0)
    (14000, 1)
    """
    if value <= 0:
        return 1
    step = 10 ** max(0, len(str(value)) - 2)
    return int(-(-value // step) * step)
