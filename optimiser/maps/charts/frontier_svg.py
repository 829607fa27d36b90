"""The frontier as a small SVG for the screen: drawn again at every step of a slider."""

from collections.abc import Callable, Sequence

from optimiser.teksten import decimal, whole

_WIDE, _HIGH = 720, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 20, 26, 48
_TEXT = 'font-family="sans-serif" font-size="13" fill="#1a2328"'


def frontier_svg(points: Sequence[tuple[int, float]], chosen: int) -> str:
    """Draw how fair the distribution is for every number of persons moved.

    Parameters
    ----------
    points
        Persons moved, ascending, and unfairness (lower is fairer); at least one.
    chosen
        Persons moved at the point that is marked.

    Returns
    -------
    str
        An SVG of 720 by 250 pixels.

    Examples
    --------
    >>> drawn = frontier_svg([(0, 4.0), (1, 3.0), (2, 2.5)], 1)
    >>> drawn.count("<circle"), "1 personen: 3,00" in drawn
    (1, True)
    """
    low, high = points[0][0], points[-1][0]
    worst = max(value for _, value in points)
    best = min(value for _, value in points)

    def place(moved: int, value: float) -> tuple[float, float]:
        across = (moved - low) / (high - low) if high > low else 0.5
        up = (value - best) / (worst - best) if worst > best else 0.5
        x = _LEFT + across * (_WIDE - _LEFT - _RIGHT)
        return x, _TOP + (1 - up) * (_HIGH - _TOP - _BOTTOM)

    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in points))
    here = min(points, key=lambda point: abs(point[0] - chosen))
    return "".join([_opening(), _axes((low, high), (best, worst)), _line(line), _dot(here, place)])


def _opening() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" '
        f'width="{_WIDE}" height="{_HIGH}"><rect width="100%" height="100%" fill="#ffffff"/>'
    )


def _axes(moved: tuple[int, int], values: tuple[float, float]) -> str:
    floor, right = _HIGH - _BOTTOM, _WIDE - _RIGHT
    both = moved[1] > moved[0]
    parts = [
        f'<path d="M{_LEFT} {_TOP}V{floor}H{right}" fill="none" stroke="#6b7780"/>',
        f'<text x="{_LEFT}" y="{floor + 18}" {_TEXT}>{whole(moved[0])}</text>' if both else "",
        f'<text x="{right}" y="{floor + 18}" text-anchor="end" {_TEXT}>{whole(moved[1])}</text>',
        f'<text x="{(_LEFT + right) // 2}" y="{floor + 38}" text-anchor="middle" {_TEXT}>'
        "verplaatste personen (hooguit)</text>",
        f'<text x="{_LEFT - 8}" y="14" {_TEXT}>afwijking (lager is eerlijker)</text>',
    ]
    ends = [(values[1], _TOP + 10)] + ([(values[0], floor)] if values[1] > values[0] else [])
    parts += [
        f'<text x="{_LEFT - 8}" y="{y}" text-anchor="end" {_TEXT}>{decimal(value, 2)}</text>'
        for value, y in ends
    ]
    return "".join(parts)


def _line(points: str) -> str:
    return f'<polyline points="{points}" fill="none" stroke="#1b5e7d" stroke-width="2.5"/>'


def _dot(here: tuple[int, float], place: Callable[[int, float], tuple[float, float]]) -> str:
    x, y = place(*here)
    anchor, shift = ("end", -10) if x > _WIDE / 2 else ("start", 10)
    told = f"{whole(here[0])} personen: {decimal(here[1], 2)}"
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#b5460f" stroke="#ffffff"/>'
        f'<text x="{x + shift:.1f}" y="{max(y - 10, 26):.1f}" text-anchor="{anchor}" '
        f'font-weight="bold" stroke="#ffffff" stroke-width="5" paint-order="stroke" {_TEXT}>'
        f"{told}</text></svg>"
    )
