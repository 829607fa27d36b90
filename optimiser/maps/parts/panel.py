"""One map on one pair of axes: colours, borders, legend, names."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray

from optimiser.maps.classes import NO_CLASS, class_counts, class_of, format_value
from optimiser.maps.geometry import MapGeometry, View
from optimiser.maps.palettes import DOTS, class_colours, class_dots
from optimiser.maps.parts.circles import draw_circles
from optimiser.maps.parts.fitting import Lettering, Shown, fit_circles, fit_legend, set_limits
from optimiser.maps.parts.furniture import add_legend, add_scale_and_north
from optimiser.maps.parts.labels import place_labels
from optimiser.maps.style import MapOptions, MapStyle
from optimiser.maps.theme import DOTTED, LOOKS, Look


@dataclass(frozen=True)
class Panel:
    """One map of several.

    Attributes
    ----------
    titel
        Heading of this map.
    values
        Index ``gm_code``.
    style
        The same for maps that are compared.
    """

    titel: str
    values: pd.Series
    style: MapStyle


def draw_panel(
    axes: Axes,
    shown: Shown,
    geometry: MapGeometry,
    options: MapOptions,
    lettering: Lettering,
) -> tuple[str, ...]:
    """Draw one map.

    Returns
    -------
    tuple of str
        Codes of chosen gemeenten whose name found no room.
    """
    values, style, renderer = shown.numbers, shown.style, lettering.renderer
    look = LOOKS[options.theme]
    classes = class_of(values, style)
    _colour(axes, classes, geometry, style, look)
    _line(axes, geometry.coast, look.region, look.coast_width)
    for regio, width in (
        (options.subregios, look.subregion_width),
        (options.regios, look.region_width),
    ):
        if regio is not None:
            _line(axes, geometry.borders(regio), look.region, width)
    set_limits(axes, geometry.bounds, 0.0)
    if style.circles:
        draw_circles(axes, values, geometry, style)
        taken = [fit_circles(axes, shown, geometry, look, lettering)]
    elif options.one_legend:
        taken = []
    else:
        legend = add_legend(axes, style, class_counts(classes, style), look, lettering.legend)
        taken = [fit_legend(axes, legend, geometry, renderer)]
    if lettering.scale and geometry.view is View.KAART:
        extras = add_scale_and_north(axes, lettering.legend)
        taken += [text.get_window_extent(renderer) for text in extras]
    chosen = _chosen(values, options.labels)
    texts = [(_text(code, values, geometry, style, options), code) for code in chosen]
    place = {code: i for i, code in enumerate(geometry.codes)}
    shapes = [(text, geometry.shapes[place[code]]) for text, code in texts]
    omitted = place_labels(axes, shapes, taken, lettering.label, renderer)
    return tuple(chosen[number] for number in omitted)


def _colour(
    axes: Axes, classes: pd.Series, geometry: MapGeometry, style: MapStyle, look: Look
) -> None:
    """Fill every gemeente, then dot the classes below zero and hatch those without data."""
    number = classes.to_numpy()
    colours = (*class_colours(style), "#ffffff")
    axes.add_collection(
        PathCollection(
            geometry.paths,
            facecolors=[colours[n] for n in number],
            edgecolors=look.line,
            linewidths=look.line_width,
            zorder=2,
        ),
        autolim=False,
    )
    dots = np.array([*class_dots(style), ""])
    for ink in DOTS:
        _hatch(axes, geometry, dots[number] == ink, DOTTED, ink)
    _hatch(axes, geometry, number == NO_CLASS, look.no_data_hatch, look.no_data)


def _hatch(
    axes: Axes, geometry: MapGeometry, where: NDArray[np.bool_], hatch: str, colour: str
) -> None:
    chosen = [geometry.paths[i] for i in np.flatnonzero(where)]
    if chosen:
        axes.add_collection(
            PathCollection(
                chosen, facecolors="none", edgecolors=colour, linewidths=0.0, hatch=hatch, zorder=3
            ),
            autolim=False,
        )


def _line(axes: Axes, path: Path, colour: str, width: float) -> None:
    if np.size(path.vertices):
        patch = PathPatch(
            path,
            fill=False,
            edgecolor=colour,
            linewidth=width,
            joinstyle="round",
            capstyle="round",
            zorder=4,
        )
        axes.add_patch(patch)


def _chosen(values: pd.Series, labels: int | tuple[str, ...]) -> list[str]:
    if isinstance(labels, tuple):
        return [code for code in labels if code in values.index]
    largest = values.dropna().abs().sort_values(ascending=False, kind="stable")
    return [str(code) for code in largest.index[:labels]]


def _text(
    code: str, values: pd.Series, geometry: MapGeometry, style: MapStyle, options: MapOptions
) -> str:
    name = geometry.namen[geometry.codes.index(code)]
    value = values[code]
    if not options.label_values or pd.isna(value):
        return name
    return f"{name}\n{format_value(float(value), style)}"
