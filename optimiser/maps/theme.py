"""Lines and hatching of the two themes."""

from dataclasses import dataclass

from optimiser.maps.style import MapStyle, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of lines, their widths [points], and hatching.

    Attributes
    ----------
    line, line_width
        Between gemeenten.
    coast_width
        Around the country, in the colour of ``region``.
    subregion_width, region, region_width
        Between smaller and larger regions.
    no_data, no_data_hatch
        Of a gemeente without a value.
    negative_hatch, negative_colour
        Of classes below zero; empty for none.
    """

    line: str
    line_width: float
    subregion_width: float
    region: str
    region_width: float
    coast_width: float = 0.4
    no_data: str = "#888888"
    no_data_hatch: str = "/////"
    negative_hatch: str = ""
    negative_colour: str = "#ffffff"


LOOKS = {
    Theme.LICHT: Look("#c4c8cc", 0.3, 0.6, "#333333", 1.1),
    Theme.DRUK: Look("#555555", 0.25, 0.7, "#000000", 1.4, 0.5, "#444444", "/////", "....."),
}


def class_hatch(style: MapStyle, look: Look) -> tuple[str, ...]:
    """Return the hatching per class: in print the classes below zero are dotted.

    >>> class_hatch(MapStyle("v", (-1.0, 1.0), diverging=True), LOOKS[Theme.DRUK])
    ('.....', '', '')
    """
    below = len(style.breaks) // 2 if style.diverging else 0
    return tuple(look.negative_hatch if n < below else "" for n in range(style.classes))
