"""Counts as circles: the area is the count, the legend nests at most three of them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.offsetbox import AnchoredOffsetbox, DrawingArea, HPacker, TextArea, VPacker
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text

from optimiser.maps.classes import circle_sizes, circle_values, format_value
from optimiser.maps.geometry import TILE_WIDTH, MapGeometry, View
from optimiser.maps.palettes import CIRCLE
from optimiser.maps.style import MapStyle
from optimiser.maps.theme import Look
from optimiser.teksten import load_teksten, whole

#: Radius of the largest circle as a part of the width of the country.
LARGEST = 0.045
#: The same on tiles, as a part of half a tile.
TILES = 1.6
#: Opacity: what lies below a circle stays visible.
OPACITY = 0.82
EDGE = "#ffffff"


def largest_radius(geometry: MapGeometry) -> float:
    """Return the radius of the largest circle [m]; on tiles it may reach into its neighbours."""
    if geometry.view is View.TEGEL:
        return TILES * TILE_WIDTH / 2
    west, _, east, _ = geometry.bounds
    return LARGEST * (east - west)


def draw_circles(axes: Axes, values: pd.Series, geometry: MapGeometry, style: MapStyle) -> None:
    """Draw a circle in every gemeente with a count above zero, small ones on top.

    Parameters
    ----------
    values
        In the order of the geometry; missing values have no circle.
    """
    radius = circle_sizes(values, style).to_numpy() * largest_radius(geometry)
    order = np.argsort(-radius, kind="stable")
    circles = [Circle(geometry.middles[i], radius[i]) for i in order if radius[i] > 0]
    axes.add_collection(
        PatchCollection(
            circles, facecolor=CIRCLE, edgecolor=EDGE, linewidth=0.4, alpha=OPACITY, zorder=5
        ),
        autolim=False,
    )


def circle_legend(
    axes: Axes,
    style: MapStyle,
    counts: tuple[int, int],
    look: Look,
    sizes: tuple[float, float],
) -> AnchoredOffsetbox:
    """Draw nested circles with their counts at the top left, and who has none.

    Parameters
    ----------
    counts
        Gemeenten with zero, and without a value.
    sizes
        Font size [points], and radius of the largest circle [points].
    """
    words = load_teksten()["kaart"]
    size, radius = sizes
    font = {"fontsize": size, "parse_math": False}
    zero, missing = counts
    rows: list[Artist] = []
    rows += [TextArea(text, textprops=font) for text in (style.eenheid, words["cirkel"]) if text]
    rows.append(_nested(style, size, radius))
    if zero:
        text = words["zonder_cirkel"].format(aantal=whole(zero))
        rows.append(TextArea(text, textprops=font))
    if missing:
        text = f"{style.missing or words['geen_gegevens']} ({whole(missing)})"
        rows.append(_swatch(text, size, look))
    column = VPacker(children=rows, pad=0, sep=0.35 * size, align="left")
    box = AnchoredOffsetbox(loc="upper left", child=column, frameon=False, borderpad=0.2, pad=0.1)
    box.set_zorder(6)
    axes.add_artist(box)
    return box


def _nested(style: MapStyle, size: float, radius: float) -> DrawingArea:
    """Put circles on one foot, each with a line to its count; counts never overlap."""
    values = circle_values(style)
    radii = [radius * float(np.sqrt(value / style.circles)) for value in values]
    line = 1.25 * size
    # Labels stand at the tops of the circles, pushed down where they would touch.
    tops: list[float] = []
    for each in radii:
        tops.append(min(2 * each, tops[-1] - line) if tops else 2 * each)
    lift = max(0.0, line / 2 - min(tops))
    width = 2 * radii[0] + size + 7 * size
    area = DrawingArea(width, 2 * radii[0] + lift + line / 2)
    for value, each, top in zip(values, radii, tops, strict=True):
        middle = (radii[0], lift + each)
        area.add_artist(Circle(middle, each, facecolor="none", edgecolor=CIRCLE, linewidth=0.9))
        ends = ([radii[0], 2 * radii[0] + 0.7 * size], [lift + 2 * each, lift + top])
        area.add_artist(Line2D(*ends, color="#555555", linewidth=0.5))
        label = Text(
            2 * radii[0] + size, lift + top, format_value(value, style), fontsize=size, va="center"
        )
        area.add_artist(label)
    return area


def _swatch(text: str, size: float, look: Look) -> HPacker:
    area = DrawingArea(1.6 * size, size)
    area.add_artist(
        Rectangle(
            (0, 0), 1.6 * size, size, facecolor="white", edgecolor=look.no_data, linewidth=0.4,
            hatch=look.no_data_hatch,
        )
    )  # fmt: skip
    words = TextArea(text, textprops={"fontsize": size, "parse_math": False})
    return HPacker(children=[area, words], pad=0, sep=0.5 * size, align="center")


def counts_of(values: Sequence[float]) -> tuple[int, int]:
    """Count zeros and missing values.

    >>> counts_of([0.0, 3.0, float("nan")])
    (1, 1)
    """
    numbers = np.asarray(values, dtype=float)
    return int((numbers == 0).sum()), int(np.isnan(numbers).sum())
