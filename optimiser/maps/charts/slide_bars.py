"""Waterfall, places and months of work as PNG for a slide."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from optimiser.maps.charts.frontier import to_png
from optimiser.maps.charts.gantt_svg import GanttBar
from optimiser.maps.charts.pairs_svg import FILLS, HATCHED, Pair, shown
from optimiser.maps.charts.slide_lines import SIZE
from optimiser.maps.charts.svg import FEWER, MORE, SAME
from optimiser.maps.charts.waterfall_svg import STANDING, Bar
from optimiser.teksten import decimal, signed, whole

_LETTER = 13
_COLUMNS = 4


def waterfall_png(bars: Sequence[Bar]) -> bytes:
    """Draw bars that hang on each other, from one saldo to the next [personen]."""
    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.subplots()
    at = 0.0
    for n, bar in enumerate(bars):
        low, high = (0.0, bar.amount) if bar.standing else (at, at + bar.amount)
        color = (
            STANDING if bar.standing else SAME if bar.apart else MORE if bar.amount > 0 else FEWER
        )
        hatch = "//" if bar.apart else None
        axes.bar(n, high - low, bottom=low, color=color, hatch=hatch, edgecolor="white", width=0.7)
        told = whole(bar.amount) if bar.standing else signed(bar.amount)
        axes.annotate(
            told, (n, max(low, high)), (0, 4), textcoords="offset points", ha="center",
            fontsize=_LETTER,
        )  # fmt: skip
        if n + 1 < len(bars):
            axes.plot([n + 0.35, n + 0.65], [high, high], color="#6b7780", linewidth=1)
        at = high
    axes.axhline(0, color="#4b5a66", linewidth=1)
    axes.set_xticks(range(len(bars)), [bar.label for bar in bars], fontsize=_LETTER)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: whole(round(value))))
    axes.set_ylabel("personen", fontsize=_LETTER)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return to_png(figure)


def pairs_png(pairs: Sequence[Pair], legend: Sequence[str]) -> bytes:
    """Draw what there is beside what is needed, a pair of bars per group; see ``pairs_svg``."""
    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.subplots()
    for n, pair in enumerate(pairs):
        for at, parts in ((n - 0.21, ((0, pair.there),)), (n + 0.21, enumerate(pair.parts, 1))):
            floor = 0
            for fill, value in parts:
                if value:
                    axes.bar(at, value, 0.38, floor, **_looks(fill))
                floor += value
            axes.annotate(
                whole(floor), (at, floor), (0, 4), textcoords="offset points", ha="center",
                fontsize=_LETTER,
            )  # fmt: skip
    axes.set_xticks(range(len(pairs)), [pair.label for pair in pairs], fontsize=_LETTER)
    axes.tick_params(axis="y", labelsize=_LETTER - 1)
    axes.margins(y=0.08)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: whole(round(value))))
    handles = [Patch(label=legend[fill], **_looks(fill)) for fill in shown(pairs)]
    figure.legend(
        handles=handles, loc="outside upper center", ncols=2, frameon=False, fontsize=_LETTER
    )
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return to_png(figure)


def _looks(fill: int) -> dict[str, Any]:
    """Return the looks of a part: the last one is hatched, as on the screen."""
    if fill == HATCHED:
        return {"facecolor": "white", "edgecolor": FILLS[fill], "hatch": "////"}
    return {"facecolor": FILLS[fill], "edgecolor": "white"}


def gantt_png(bars: Sequence[GanttBar], perioden: Sequence[str]) -> bytes:
    """Draw when each facility is open, with its places."""
    figure = Figure(figsize=(SIZE[0], gantt_height(len(bars))), layout="constrained")
    axes = figure.subplots()
    for n, bar in enumerate(bars):
        for t, is_open in enumerate(bar.open):
            if is_open:
                axes.barh(n, 1, left=t, color=FEWER, edgecolor="white", height=0.45)
        name = f"{bar.naam} ({whole(bar.plekken)})"
        axes.annotate(name, (0, n - 0.3), fontsize=_LETTER, va="bottom")
    axes.set_yticks([])
    axes.set_ylim(len(bars) - 0.5, -0.8)
    every = max(1, (len(perioden) + 7) // 8)
    middles = [t + 0.5 for t in range(0, len(perioden), every)]
    axes.set_xticks(middles, perioden[::every], fontsize=_LETTER - 1)
    axes.set_xlim(0, len(perioden))
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    return to_png(figure)


def gantt_height(count: int) -> float:
    """Return the height of the picture of that many facilities [inch]."""
    return min(SIZE[1], 1.2 + 0.9 * count)


def months_png(series: Mapping[str, Sequence[float]], perioden: Sequence[str]) -> bytes:
    """Draw months of work per area, one small chart each, all on one scale."""
    rows = max(1, ceil(len(series) / _COLUMNS))
    figure = Figure(figsize=SIZE, layout="constrained")
    grid = figure.subplots(rows, _COLUMNS, sharex=True, sharey=True, squeeze=False)
    every = list(series.items())
    for n, axes in enumerate(grid.flat):
        if n >= len(every):
            axes.set_axis_off()
            continue
        name, values = every[n]
        colors = [MORE if value > 0 else FEWER for value in values]
        axes.bar(range(len(values)), values, color=colors, width=0.8)
        axes.axhline(0, color="#4b5a66", linewidth=0.8)
        axes.set_title(f"{name} {decimal(values[-1], 1)}", loc="left", fontsize=_LETTER - 2)
        axes.set_xticks([0, len(perioden) - 1], [perioden[0], perioden[-1]], fontsize=_LETTER - 3)
        axes.tick_params(axis="y", labelsize=_LETTER - 3)
        axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
    return to_png(figure)
