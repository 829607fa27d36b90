"""Tables and geometry to figures; the only place that plots. Nothing is shown or saved here.

================== ==============================================================
``style``          ``MapStyle``, ``MapOptions``, ``Colofon``: what to draw and how
``representation`` what counts, rates and differences look like: the one rule
``breaks``         where class breaks lie
``classes``        which class a value is in, how classes read and how full they are
``palettes``       colour-blind safe colours; ``theme`` lines and hatching
``geometry``       borders and tiles, prepared once for all maps
``embedded``       those of the project itself
``matching``       values against geometry: what does not meet is reported
``older``          counts of an older indeling, added up to the map of today
``figures``        ``draw_map``, ``draw_pair``, ``draw_triptych``, ``draw_panels``
``parts``          one map and what it is put together from: circles, legend, names, small print
``alt``            alternative text from the numbers
``charts``         two keys against each other, the spread of changes, the frontier
``render``         figure to PNG, SVG or PDF bytes
================== ==============================================================
"""

from optimiser.maps.alt import alt_text
from optimiser.maps.breaks import Method, breaks_for, difference_breaks
from optimiser.maps.classes import (
    circle_sizes,
    circle_values,
    class_counts,
    class_labels,
    class_of,
    format_value,
)
from optimiser.maps.embedded import embedded_geometry
from optimiser.maps.figures import Kaart, draw_map, draw_pair, draw_panels, draw_triptych
from optimiser.maps.geometry import MapGeometry, View, map_geometry, tile_geometry
from optimiser.maps.older import counts_on_map
from optimiser.maps.palettes import class_colours, palette_names
from optimiser.maps.parts.panel import Panel
from optimiser.maps.render import ImageFormat, render
from optimiser.maps.representation import (
    count_style,
    difference_style,
    rate_style,
)
from optimiser.maps.style import Colofon, MapOptions, MapStyle, Theme

__all__ = [
    "Colofon",
    "ImageFormat",
    "Kaart",
    "MapGeometry",
    "MapOptions",
    "MapStyle",
    "Method",
    "Panel",
    "Theme",
    "View",
    "alt_text",
    "breaks_for",
    "circle_sizes",
    "circle_values",
    "class_colours",
    "class_counts",
    "class_labels",
    "class_of",
    "count_style",
    "counts_on_map",
    "difference_breaks",
    "difference_style",
    "draw_map",
    "draw_pair",
    "draw_panels",
    "draw_triptych",
    "embedded_geometry",
    "format_value",
    "map_geometry",
    "palette_names",
    "rate_style",
    "render",
    "tile_geometry",
]
