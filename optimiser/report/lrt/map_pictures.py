"""The maps of the slides: pictures with alternative text, small print for the notes."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from optimiser.maps import (
    Kaart,
    MapOptions,
    MapStyle,
    Panel,
    breaks_for,
    difference_breaks,
    draw_panels,
    embedded_geometry,
    render,
)
from optimiser.maps.errors import MapClassesError
from optimiser.report.kaart.measures import Meting
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.slide import Blok, Plaat, Punten
from optimiser.report.lrt.words import zin

DPI = 170
#: Of one map on a slide [inch].
SIZE = (5.9, 5.2)
#: Of maps beside each other.
WIDE = (12.1, 5.3)
LETTER = 9.5
KLASSEN = 6
#: Maps beside each other on a slide.
ROW = 3


def single(stof: Stof, meting: Meting, titel: str, *, diverging: bool = False) -> tuple[Blok, str]:
    """Draw one measure; return the picture, or why there is none, and what the notes must say."""
    values, notes = _values(stof, meting)
    style = _style([values], meting, diverging=diverging)
    if style is None:
        return Punten("", (zin("kaart_ontbreekt", reden="alle waarden zijn gelijk"),)), titel
    options = MapOptions(size=SIZE, labels=6 if not diverging else 8)
    return _picture([Panel("", values, replace(style, titel=titel))], options, titel, notes)


def several(stof: Stof, panels: Sequence[tuple[str, Meting]], titel: str) -> list[tuple[Blok, str]]:
    """Draw a measure under several keys in one style, at most three maps in a picture."""
    found = [(name, *_values(stof, meting)) for name, meting in panels]
    style = _style([values for _, values, _ in found], panels[0][1], diverging=False)
    if style is None:
        reason = zin("kaart_ontbreekt", reden="alle waarden zijn gelijk")
        return [(Punten("", (reason,)), titel)]
    notes = tuple(dict.fromkeys(note for _, _, told in found for note in told))
    shown = [Panel(name, values, style) for name, values, _ in found]
    return [
        _picture(shown[n : n + ROW], MapOptions(size=WIDE), titel, notes)
        for n in range(0, len(shown), ROW)
    ]


def _values(stof: Stof, meting: Meting) -> tuple[pd.Series, tuple[str, ...]]:
    table = stof.gegevens.figures(stof.wettelijk.herkomst.peiljaar, stof.scenario.indeling)
    found = meting.on_map(embedded_geometry(), stof.gegevens, table.indeling.vanaf)
    return found.waarden, found.meldingen


def _style(values: Sequence[pd.Series], meting: Meting, *, diverging: bool) -> MapStyle | None:
    known = [column.map(lambda v: None if pd.isna(v) else float(v)) for column in values]
    try:
        if diverging:
            breaks = difference_breaks(known, decimals=meting.decimals)
        else:
            breaks = breaks_for(known, classes=KLASSEN, decimals=meting.decimals)
    except MapClassesError:
        return None
    palette = "paars-oranje" if diverging else "blauwgroen"
    return MapStyle(
        meting.titel, breaks, palette, meting.eenheid, meting.decimals, diverging=diverging
    )


def _picture(
    panels: Sequence[Panel], options: MapOptions, titel: str, notes: Sequence[str]
) -> tuple[Blok, str]:
    chosen = replace(options, voet=False, letter=LETTER)
    kaart: Kaart = draw_panels(
        panels, embedded_geometry(), chosen, titel, ROW if len(panels) > 1 else 1
    )
    width, height = chosen.size or SIZE
    told = " ".join([f"Kaart: {titel}.", *notes, *kaart.voet])
    return Plaat(render(kaart, "png", DPI), kaart.alt, width, height), told
