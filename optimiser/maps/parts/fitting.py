"""Room for the legend: the west side of a map moves out until it covers no gemeente."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.legend import Legend
from matplotlib.transforms import Bbox

from optimiser.maps.geometry import MapGeometry
from optimiser.maps.parts.circles import circle_legend, counts_of, largest_radius
from optimiser.maps.style import MapStyle
from optimiser.maps.theme import Look

#: Free space around the country, as a part of its width.
MARGIN = 0.015
#: How far the west side moves out for a wide legend, each time, as a part of the width.
STEP = 0.05


@dataclass(frozen=True)
class Lettering:
    """How large the texts on one map are, and what measures them.

    Attributes
    ----------
    legend, label
        Font sizes of the legend and of names [points].
    scale
        Whether to draw scale and north.
    renderer
        Gives the box of a text [pixels].
    """

    legend: float
    label: float
    scale: bool
    renderer: RendererBase


@dataclass(frozen=True)
class Shown:
    """What one map shows: values in the order of its geometry, and how they look."""

    numbers: pd.Series
    style: MapStyle


def set_limits(axes: Axes, bounds: tuple[float, float, float, float], extra: float) -> None:
    """Show the whole country, with extra room in the west as a part of its width."""
    west, south, east, north = bounds
    margin = MARGIN * (east - west)
    axes.set_xlim(west - margin - extra * (east - west), east + margin)
    axes.set_ylim(south - margin, north + margin)
    axes.set_aspect("equal", anchor="N")
    axes.apply_aspect()
    axes.set_axis_off()


def fit_legend(axes: Axes, legend: Legend, geometry: MapGeometry, renderer: RendererBase) -> Bbox:
    """Make room in the west until the legend covers no gemeente; return its box [pixels]."""
    tree = shapely.STRtree(geometry.shapes)
    for extra in np.arange(0.0, 0.65, STEP):
        set_limits(axes, geometry.bounds, float(extra))
        box = legend.get_window_extent(renderer)
        (x0, y0), (x1, y1) = axes.transData.inverted().transform([box.min, box.max])
        if not len(tree.query(shapely.box(x0, y0, x1, y1), predicate="intersects")):
            break
    return box


def fit_circles(
    axes: Axes, shown: Shown, geometry: MapGeometry, look: Look, lettering: Lettering
) -> Bbox:
    """Do the same for nested circles, which grow and shrink with the map."""
    tree = shapely.STRtree(geometry.shapes)
    radius, counts = largest_radius(geometry), counts_of(shown.numbers.to_numpy())
    for extra in np.arange(0.0, 0.65, STEP):
        set_limits(axes, geometry.bounds, float(extra))
        (x0, _), (x1, _) = axes.transData.transform([(0, 0), (radius, 0)])
        points = float(x1 - x0) * 72 / float(axes.figure.dpi)
        legend = circle_legend(axes, shown.style, counts, look, (lettering.legend, points))
        box = legend.get_window_extent(lettering.renderer)
        (x0, y0), (x1, y1) = axes.transData.inverted().transform([box.min, box.max])
        if not len(tree.query(shapely.box(x0, y0, x1, y1), predicate="intersects")):
            return box
        legend.remove()
    axes.add_artist(legend)
    return box
