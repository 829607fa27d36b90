"""Queue and fan as PNG for a slide: lines that differ in dashes as well as in colour."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from optimiser.maps.charts.frontier import to_png
from optimiser.maps.charts.queue_svg import QueueLine
from optimiser.maps.charts.svg import FEWER, MORE, SAME
from optimiser.teksten import whole

#: Of a picture that fills a slide [inch].
SIZE = (10.4, 5.78)
#: Of one on the screen: smaller, so that its letters are larger in it [inch].
SCREEN = (6.2, 4.2)
_LETTER = 13
_STYLES = (
    (SAME, ":"),
    (FEWER, "-"),
    ("#0f766e", "--"),
    (MORE, "-."),
)
_NORM = "#b91c1c"


class FanLine(NamedTuple):
    """The saldo over all paths per half-year [personen]."""

    laagste: Sequence[float]
    tien: Sequence[float]
    midden: Sequence[float]
    negentig: Sequence[float]
    hoogste: Sequence[float]


def queue_png(lines: Sequence[QueueLine], norm: Sequence[int], perioden: Sequence[str]) -> bytes:
    """Draw national numbers and the queue they leave beside each other, with the norm.

    Parameters
    ----------
    lines
        Ways of announcing, at most four.
    norm
        Longest queue per half-year in which nobody need wait longer than the norm [personen].
    perioden
        Names of the half-years.
    """
    figure, (left, right) = _panels(2)
    for (color, dashes), line in zip(_STYLES, lines, strict=False):
        for axes, values in ((left, line.getallen), (right, line.rij)):
            axes.plot(perioden, values, color=color, linestyle=dashes, linewidth=2.6)
    right.plot(perioden, norm, color=_NORM, linewidth=1.6, marker="_", markersize=14, label="norm")
    _finish(left, "Landelijke taakstelling (personen)", perioden)
    _finish(right, "Nog niet gevraagd: rij (personen)", perioden)
    handles = [*left.get_lines(), right.get_lines()[-1]]
    names = [*(line.naam for line in lines), "rij die binnen de norm past"]
    figure.legend(
        handles, names, loc="outside lower center", ncols=2, frameon=False, fontsize=_LETTER
    )
    return to_png(figure)


def fan_png(
    fan: FanLine,
    begin: float,
    happened: Sequence[float],
    perioden: Sequence[str],
    size: tuple[float, float] = SIZE,
) -> bytes:
    """Draw where the saldo goes if half-years go as those before, and what happened.

    Parameters
    ----------
    fan
        Per half-year.
    begin
        Saldo before the first [personen].
    happened
        Saldo that is known by now, NaN where not [personen].
    perioden
        Names of the half-years, the one of ``begin`` first.
    size
        Width and height [inch].
    """
    figure, (axes,) = _panels(1, size)
    every = [[begin, *values] for values in fan]
    axes.fill_between(perioden, every[0], every[4], color="#dbe4ee", label="laagste tot hoogste")
    axes.fill_between(perioden, every[1], every[3], color="#a9c0dc", label="10 % tot 90 %")
    axes.plot(perioden, every[2], color=FEWER, linewidth=2.6, label="midden")
    axes.plot(
        perioden, [begin, *happened], color=MORE, linewidth=2.4, linestyle="--", marker="o",
        label="gebeurd",
    )  # fmt: skip
    axes.axhline(0, color="#4b5a66", linewidth=1)
    _finish(axes, "Landelijk saldo (personen; boven 0 is achterstand)", perioden, from_zero=False)
    figure.legend(
        loc="outside lower center", ncols=4 if size == SIZE else 2, frameon=False, fontsize=_LETTER
    )
    return to_png(figure)


def _panels(count: int, size: tuple[float, float] = SIZE) -> tuple[Figure, Sequence[Axes]]:
    figure = Figure(figsize=size, layout="constrained")
    return figure, figure.subplots(1, count, squeeze=False)[0]


def _finish(axes: Axes, title: str, perioden: Sequence[str], *, from_zero: bool = True) -> None:
    axes.set_title(title, loc="left", fontsize=_LETTER)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: whole(round(value))))
    axes.tick_params(labelsize=_LETTER - 2)
    every = max(1, (len(perioden) + 7) // 8)
    axes.set_xticks(range(0, len(perioden), every), perioden[::every])
    axes.grid(axis="y", color="#d9dfe3", linewidth=0.8)
    axes.set_axisbelow(True)
    if from_zero:
        axes.set_ylim(bottom=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
