"""Colour-blind safe palettes whose lightness also orders the classes.

Sequential ones run from light to dark only, so they survive a grey copier. Diverging ones are
light in the middle and dark at both ends: equally dark in grey, so what is below zero is dotted.
Bron: ColorBrewer (Cynthia Brewer, Pennsylvania State University), as shipped with matplotlib.
"""

import matplotlib as mpl
import numpy as np
from matplotlib.colors import to_hex, to_rgb

from optimiser.maps.errors import UnknownMapChoiceError
from optimiser.maps.style import MapStyle

#: Name to matplotlib's name and the part of it that is used.
SEQUENTIAL = {
    "blauwgroen": ("YlGnBu", 0.1, 0.96),
    "blauw": ("Blues", 0.12, 1.0),
    "oranje": ("YlOrBr", 0.1, 0.96),
    "paars": ("BuPu", 0.12, 1.0),
    "grijs": ("Greys", 0.12, 0.9),
}
DIVERGING = {
    "paars-oranje": ("PuOr_r", 0.04, 0.96),
    "blauw-rood": ("RdBu_r", 0.04, 0.96),
    "groen-bruin": ("BrBG_r", 0.04, 0.96),
}

#: Of land below circles, and of values that are all the same: no colour of any class.
NEUTRAL = "#e3e6e8"
#: Of circles: dark in grey too.
CIRCLE = "#1b5e7d"
#: Of dots: on a light class and on a dark one, that has less than this relative luminance (WCAG).
DOTS, DARK = ("#333333", "#ffffff"), 0.25


def palette_names(*, diverging: bool) -> tuple[str, ...]:
    """List the palettes for quantities or for differences.

    >>> palette_names(diverging=True)
    ('paars-oranje', 'blauw-rood', 'groen-bruin')
    """
    return tuple(DIVERGING if diverging else SEQUENTIAL)


def class_colours(style: MapStyle) -> tuple[str, ...]:
    """Return one colour per class, lowest class first.

    A diverging style whose palette is still the sequential default gets ``paars-oranje``.

    Raises
    ------
    UnknownMapChoiceError
        If the palette does not exist for this kind of style.

    >>> class_colours(MapStyle("Inwoners", (10.0,), palette="grijs"))
    ('#f1f1f1', '#1d1d1d')
    """
    known = DIVERGING if style.diverging else SEQUENTIAL
    name = style.palette
    if style.diverging and name == "blauwgroen":
        name = "paars-oranje"
    if name not in known:
        raise UnknownMapChoiceError(wat="palet", keuze=name, bekend=list(known))
    if not style.breaks:
        return (NEUTRAL,)
    source, low, high = known[name]
    steps = np.linspace(low, high, style.classes)
    return tuple(to_hex(colour) for colour in mpl.colormaps[source](steps))


def class_dots(style: MapStyle) -> tuple[str, ...]:
    """Return the colour of the dots of each class, empty for none: those below zero have them.

    >>> class_dots(MapStyle("Verschil", (-5.0, -1.0, 1.0, 5.0), diverging=True))
    ('#ffffff', '#333333', '', '', '')
    """
    below = class_colours(style)[: style.below]
    return tuple(DOTS[_luminance(colour) < DARK] for colour in below) + ("",) * (
        style.classes - style.below
    )


def _luminance(colour: str) -> float:
    parts = np.array(to_rgb(colour))
    light = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(light @ [0.2126, 0.7152, 0.0722])
