"""Figures: one map, two side by side, two with their difference, or many."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optimiser.maps.alt import alt_text
from optimiser.maps.geometry import MapGeometry
from optimiser.maps.matching import Matched, as_floats, match_values
from optimiser.maps.parts.colophon import colophon_text
from optimiser.maps.parts.fitting import Lettering, Shown
from optimiser.maps.parts.furniture import add_legend
from optimiser.maps.parts.layout import layout_for
from optimiser.maps.parts.panel import Panel, draw_panel
from optimiser.maps.style import MapOptions, MapStyle
from optimiser.maps.theme import LOOKS


@dataclass(frozen=True)
class Kaart:
    """A drawn figure and what the drawing told.

    Attributes
    ----------
    figure
        Not shown, not saved; ``optimiser.maps.render`` makes bytes of it.
    titel
        Its title.
    alt
        Alternative text, in Dutch.
    zonder_geometrie
        Codes with a value that could not be drawn.
    zonder_waarde
        Codes drawn as *geen gegevens* in at least one of the maps.
    zonder_label
        Chosen codes whose name found no room in at least one of the maps.
    voet
        Paragraphs of the small print: what is missing, sources, *indicatief*.
    """

    figure: Figure
    titel: str
    alt: str
    zonder_geometrie: tuple[str, ...]
    zonder_waarde: tuple[str, ...]
    zonder_label: tuple[str, ...]
    voet: tuple[str, ...] = ()


def draw_map(
    values: pd.Series, geometry: MapGeometry, style: MapStyle, options: MapOptions | None = None
) -> Kaart:
    """Colour the gemeenten by a quantity.

    Parameters
    ----------
    values
        Index ``gm_code``; unit as in the style.
    geometry
        Borders or tiles.
    style
        Title, classes, colours.
    options
        Theme, names, region borders, colophon, size.

    Raises
    ------
    MapIndelingError
        If values are of gemeenten that no longer exist.
    """
    return draw_panels([Panel("", values, style)], geometry, options, style.titel)


def draw_pair(
    panels: tuple[Panel, Panel],
    geometry: MapGeometry,
    options: MapOptions | None = None,
    titel: str = "",
) -> Kaart:
    """Draw two maps side by side."""
    return draw_panels(panels, geometry, options, titel)


def draw_triptych(
    panels: tuple[Panel, Panel],
    difference: MapStyle,
    geometry: MapGeometry,
    options: MapOptions | None = None,
    titel: str = "",
) -> Kaart:
    """Draw A, B and B minus A; no value where either lacks one.

    Parameters
    ----------
    panels
        A and B.
    difference
        Diverging style of the third map; its title is the heading of that map.
    """
    a, b = (as_floats(panel.values) for panel in panels)
    codes = sorted(set(a.index) | set(b.index))
    third = Panel(difference.titel, b.reindex(codes) - a.reindex(codes), difference)
    return draw_panels((*panels, third), geometry, options, titel)


def draw_panels(
    panels: Sequence[Panel],
    geometry: MapGeometry,
    options: MapOptions | None = None,
    titel: str = "",
    columns: int | None = None,
) -> Kaart:
    """Draw any number of maps in rows, each with its own legend and counts.

    Parameters
    ----------
    panels
        In reading order; at least one.
    columns
        Maps in a row; by default up to three.
    """
    if not panels:
        msg = "no panels to draw"
        raise ValueError(msg)
    options = options or MapOptions()
    matches = [match_values(panel.values, geometry) for panel in panels]
    columns = columns or min(len(panels), 3)
    small_print = colophon_text(matches, geometry, options)
    titles = [panel.titel for panel in panels]
    layout = layout_for(titles, titel, columns, small_print if options.voet else (), options)
    figure = layout.figure()
    renderer: RendererBase = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    omitted: set[str] = set()
    for number, (panel, matched) in enumerate(zip(panels, matches, strict=True)):
        axes = figure.add_axes(layout.rectangle(number))
        layout.write_title(figure, number)
        letter = options.letter or layout.text_size
        lettering = Lettering(letter, letter, number == 0 or len(panels) <= 3, renderer)
        shown = Shown(matched.aligned, panel.style)
        omitted |= set(draw_panel(axes, shown, geometry, options, lettering))
    if options.one_legend:
        column = figure.add_axes(layout.legend_rectangle())
        column.set_axis_off()
        add_legend(column, panels[0].style, None, LOOKS[options.theme], lettering.legend)
    return Kaart(
        figure,
        titel or panels[0].style.titel,
        _alt(panels, matches, geometry, titel),
        tuple(sorted({code for match in matches for code in match.zonder_geometrie})),
        tuple(sorted({code for match in matches for code in match.zonder_waarde})),
        tuple(sorted(omitted)),
        small_print,
    )


def _alt(
    panels: Sequence[Panel], matches: Sequence[Matched], geometry: MapGeometry, titel: str
) -> str:
    names = dict(zip(geometry.codes, geometry.namen, strict=True))
    texts = [
        " ".join(part for part in (f"{panel.titel}:" if panel.titel else "", text) if part)
        for panel, text in (
            (panel, alt_text(match.aligned, panel.style, names, geometry.view))
            for panel, match in zip(panels, matches, strict=True)
        )
    ]
    return "\n".join([titel, *texts] if len(panels) > 1 and titel else texts)
