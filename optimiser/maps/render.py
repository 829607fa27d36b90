"""From figure to bytes: the same figure gives the same bytes, and carries its description."""

from enum import StrEnum
from io import BytesIO

import matplotlib as mpl

from optimiser.maps.errors import UnknownMapChoiceError
from optimiser.maps.figures import Kaart

#: Fixes the names of the parts of an SVG.
HASHSALT = "taakstelling-optimiser"


class ImageFormat(StrEnum):
    """Kinds of picture."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def render(kaart: Kaart, image_format: str = ImageFormat.PNG, dpi: int = 300) -> bytes:
    """Write a map as PNG, SVG or PDF, without a date, with its alternative text inside.

    Parameters
    ----------
    kaart
        As any of the drawing functions returns it.
    image_format
        ``png``, ``svg`` or ``pdf``.
    dpi
        Dots per inch of a PNG.

    Raises
    ------
    UnknownMapChoiceError
        If the format is another one.
    """
    if image_format not in tuple(ImageFormat):
        raise UnknownMapChoiceError(
            wat="bestandsvorm", keuze=image_format, bekend=[kind.value for kind in ImageFormat]
        )
    mpl.rcParams["svg.hashsalt"] = HASHSALT
    metadata: dict[str, str | None] = {
        ImageFormat.PNG: {"Title": kaart.titel, "Description": kaart.alt, "Software": None},
        ImageFormat.SVG: {"Title": kaart.titel, "Description": kaart.alt, "Date": None},
        ImageFormat.PDF: {"Title": kaart.titel, "Subject": kaart.alt, "CreationDate": None},
    }[ImageFormat(image_format)]
    buffer = BytesIO()
    kaart.figure.savefig(buffer, format=image_format, dpi=dpi, metadata=metadata)
    return buffer.getvalue()
