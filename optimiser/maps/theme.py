"""Lines of the two themes, and hatching of what is not known."""

from dataclasses import dataclass

from optimiser.maps.style import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of lines, their widths [points], and hatching of what is not known.

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
    """

    line: str
    line_width: float
    subregion_width: float
    region: str
    region_width: float
    coast_width: float = 0.4
    no_data: str = "#888888"
    no_data_hatch: str = "/////"


#: Of classes below zero: their colours are as dark as those above, so a grey copy needs a sign.
DOTTED = "..."
LOOKS = {
    Theme.LICHT: Look("#c4c8cc", 0.3, 0.6, "#333333", 1.1),
    Theme.DRUK: Look("#555555", 0.25, 0.7, "#000000", 1.4, 0.5, "#444444"),
}
