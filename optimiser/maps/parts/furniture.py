"""What makes a picture a map: legend, north, scale, title, colophon."""

import textwrap
from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.patches import Patch
from matplotlib.text import Text

from optimiser.maps.classes import class_labels
from optimiser.maps.palettes import class_colours, class_dots
from optimiser.maps.style import MapStyle
from optimiser.maps.theme import DOTTED, Look
from optimiser.teksten import load_teksten, whole

#: Mean width of a letter of DejaVu Sans as a part of its size, on the safe side.
LETTER = 0.56
LINE = 1.25
#: Length of the scale bar [m].
SCALE_BAR = 50_000.0


#: Most letters in a line of the heading of a legend.
HEADING_LETTERS = 28
#: Looks of every legend.
LEGEND: dict[str, Any] = {
    "loc": "upper left",
    "bbox_to_anchor": (0.0, 1.0),
    "frameon": False,
    "borderaxespad": 0.2,
    "borderpad": 0.1,
    "handlelength": 1.6,
    "handleheight": 1.05,
    "labelspacing": 0.28,
    "alignment": "left",
}


def _handles(style: MapStyle, look: Look, *, missing: bool) -> list[Patch]:
    handles = [
        Patch(
            facecolor=colour,
            edgecolor=ink or look.region,
            linewidth=0.0 if ink else 0.3,
            hatch=DOTTED if ink else "",
        )
        for colour, ink in zip(class_colours(style), class_dots(style), strict=True)
    ]
    if missing:
        colour, hatch = look.no_data, look.no_data_hatch
        handles.append(Patch(facecolor="white", edgecolor=colour, linewidth=0.4, hatch=hatch))
    return handles


def add_legend(
    axes: Axes, style: MapStyle, counts: tuple[Sequence[int], int] | None, look: Look, size: float
) -> Legend:
    """Draw the classes, with the number of gemeenten in each if given, top left of the axes."""
    filled, missing = ((), 0) if counts is None else counts
    words = load_teksten()["kaart"]
    texts, numbers = list(class_labels(style)), list(filled)
    if missing:
        texts.append(style.missing or words["geen_gegevens"])
        numbers.append(missing)
    labels, told = texts, ""
    if counts is not None:
        labels = [f"{text} ({whole(count)})" for text, count in zip(texts, numbers, strict=True)]
        told = words["aantal_gemeenten"]
    unit = "\n".join(textwrap.wrap(style.eenheid, HEADING_LETTERS))
    heading = "\n".join(part for part in (unit, told) if part)
    handles = _handles(style, look, missing=missing > 0)
    legend: Legend = axes.legend(
        handles, labels, title=heading, fontsize=size, title_fontsize=size, **LEGEND
    )
    for text in (*legend.get_texts(), legend.get_title()):
        text.set_parse_math(False)
    return legend


def add_scale_and_north(axes: Axes, size: float) -> list[Text]:
    """Draw a bar of 50 km and an arrow to the north, bottom left."""
    west, east = axes.get_xlim()
    south, north = axes.get_ylim()
    x, y = west + 0.07 * (east - west), south + 0.03 * (north - south)
    tick = 0.006 * (north - south)
    axes.plot(
        [x, x, x + SCALE_BAR, x + SCALE_BAR],
        [y + tick, y, y, y + tick],
        color="#222222",
        linewidth=1.0,
        solid_joinstyle="miter",
        zorder=5,
    )
    bar = axes.text(
        x + SCALE_BAR / 2, y + tick, "50 km", ha="center", va="bottom", fontsize=size, zorder=5
    )
    arrow = axes.annotate(
        load_teksten()["kaart"]["noord"],
        xy=(west + 0.03 * (east - west), y + 0.055 * (north - south)),
        xytext=(west + 0.03 * (east - west), y),
        ha="center",
        va="center",
        fontsize=size,
        zorder=5,
        arrowprops={"arrowstyle": "-|>", "color": "#222222", "linewidth": 1.0},
    )
    return [bar, arrow]


def wrap(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines that fit a width [inch] at a font size [points]."""
    return textwrap.wrap(text, max(20, int(width * 72 / (LETTER * size))))


def height_of(lines: int, size: float) -> float:
    """Return the height of some lines of text [inch]."""
    return lines * size * LINE / 72


def add_heading(figure: Figure, lines: Sequence[str], size: float, top: float) -> None:
    """Write the title at the top left; ``top`` is the distance from the upper edge [inch]."""
    width, height = figure.get_size_inches()
    figure.text(
        0.15 / width,
        1 - top / height,
        "\n".join(lines),
        fontsize=size,
        fontweight="bold",
        va="top",
        ha="left",
        linespacing=LINE,
        parse_math=False,
    )


def add_colophon(figure: Figure, lines: Sequence[str], size: float) -> None:
    """Write the colophon at the bottom left."""
    width, height = figure.get_size_inches()
    figure.text(
        0.15 / width,
        0.08 / height,
        "\n".join(lines),
        fontsize=size,
        color="#333333",
        va="bottom",
        ha="left",
        linespacing=LINE,
        parse_math=False,
    )
