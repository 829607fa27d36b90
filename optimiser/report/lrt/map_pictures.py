"""The maps of the slides: pictures with alternative text, small print for the notes."""

from collections.abc import Sequence
from dataclasses import replace

from optimiser.maps import (
    Kaart,
    MapOptions,
    Panel,
    Theme,
    draw_panels,
    embedded_geometry,
    render,
)
from optimiser.report.kaart.measures import Meting
from optimiser.report.kaart.on_map import OpKaart
from optimiser.report.kaart.representation import style_of
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.slide import Blok, Plaat

DPI = 170
#: Of one map on a slide [inch]: at least 60 % of it.
SIZE = (10.4, 5.78)
#: Of maps beside each other.
WIDE = (12.5, 5.78)
#: Of legend and names [points], in one map and in maps beside each other.
LETTER, LETTER_BESIDE = 14.0, 11.0
#: Part of the width of a slide for the picture, and for the number beside it.
PICTURE, BESIDE = 0.86, 0.14
#: Gemeenten that get their name.
NAMED = 6
#: Maps beside each other on a slide.
ROW = 3


def single(
    stof: Stof,
    meting: Meting,
    titel: str,
    *,
    diverging: bool = False,
    named: bool = True,
    breaks: tuple[float, ...] | None = None,
) -> tuple[Blok, str]:
    """Draw one measure; return the picture and what the notes must say.

    Parameters
    ----------
    stof
        For the indeling.
    meting
        What is drawn.
    titel
        For the notes; the slide has its own.
    diverging
        Whether the values lie around zero.
    named
        Print the names of the largest.
    breaks
        Class breaks, where those of the rule do not tell the message.
    """
    found = _values(stof, meting)
    style = replace(style_of(meting, [found], verschil=diverging, klassen=breaks or 6), titel=titel)
    options = MapOptions(size=SIZE, labels=NAMED * named, letter=LETTER, theme=Theme.DRUK)
    return _picture([Panel("", found.waarden, style)], options, titel, found.meldingen)


def several(stof: Stof, panels: Sequence[tuple[str, Meting]], titel: str) -> list[tuple[Blok, str]]:
    """Draw a measure under several keys in one style, at most three maps in a picture."""
    found = [(name, _values(stof, meting)) for name, meting in panels]
    style = style_of(panels[0][1], [one for _, one in found])
    notes = tuple(dict.fromkeys(note for _, one in found for note in one.meldingen))
    shown = [Panel(name, one.waarden, style) for name, one in found]
    wide = MapOptions(size=WIDE, letter=LETTER_BESIDE, theme=Theme.DRUK, one_legend=len(shown) > 1)
    return [_picture(shown[n : n + ROW], wide, titel, notes) for n in range(0, len(shown), ROW)]


def is_constant(stof: Stof, meting: Meting) -> bool:
    """Whether rounding explains all there is to see of a measure on the map."""
    return not style_of(meting, [_values(stof, meting)]).breaks


def _values(stof: Stof, meting: Meting) -> OpKaart:
    table = stof.gegevens.figures(stof.wettelijk.herkomst.peiljaar, stof.scenario.indeling)
    return meting.on_map(embedded_geometry(), stof.gegevens, table.indeling.vanaf)


def _picture(
    panels: Sequence[Panel], options: MapOptions, titel: str, notes: Sequence[str]
) -> tuple[Blok, str]:
    chosen = replace(options, voet=False, kop=False)
    kaart: Kaart = draw_panels(panels, embedded_geometry(), chosen, titel, len(panels))
    width, height = chosen.size or SIZE
    told = " ".join([f"Kaart: {titel}.", *notes, *kaart.voet])
    return Plaat(render(kaart, "png", DPI), kaart.alt, width, height), told
