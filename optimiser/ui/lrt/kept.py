"""What ``session`` caches for the page that makes the map and the kit, by the same rules."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from optimiser.gegevens.gegevens import Gegevens
from optimiser.report.kaart.content import Kaartstof, Kaartvraag
from optimiser.report.kaart.makeup import Opmaak
from optimiser.ui.frame.session import gegevens, kept

if TYPE_CHECKING:
    from optimiser.report.lrt.kit import PaperForm
    from optimiser.report.lrt.question import LrtVraag

#: Dots per inch of the preview; a download has 300.
PREVIEW = 180


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture and what the drawing told.

    Attributes
    ----------
    inhoud
        The file.
    alt
        Alternative text from the numbers.
    zonder_geometrie, zonder_waarde, zonder_label
        Codes that could not be drawn, have no value, or found no room for their name.
    """

    inhoud: bytes
    alt: str
    zonder_geometrie: tuple[str, ...]
    zonder_waarde: tuple[str, ...]
    zonder_label: tuple[str, ...]


def map_content(vraag: Kaartvraag) -> Kaartstof:
    """Return what a map shows.

    Raises
    ------
    OptimiserError
        As ``gather_map``.
    """
    from optimiser.report.kaart.content import gather_map

    figures = gegevens()
    return kept("kaartstof", vraag, lambda: gather_map(vraag, figures), "Kaart berekenen …")


def picture(
    vraag: Kaartvraag, opmaak: Opmaak, kind: str = "png", dpi: int = PREVIEW
) -> KeptPicture:
    """Return the map as ``png``, ``svg`` or ``pdf``."""
    told = (vraag, opmaak, kind, dpi)
    stof, figures = map_content(vraag), gegevens()
    return kept(
        "kaartplaat", told, lambda: _drawn(stof, opmaak, kind, dpi, figures), "Kaart tekenen …"
    )


def kept_kit(vraag: "LrtVraag", ending: str, vorm: "PaperForm") -> list[bytes]:
    """Return where a kit is kept: empty until one is made."""
    template = sha256(vorm.sjabloon or b"").hexdigest()
    return kept("kit", (vraag, ending, vorm.formaat, template), lambda: [])


def _drawn(stof: Kaartstof, opmaak: Opmaak, kind: str, dpi: int, figures: Gegevens) -> KeptPicture:
    from optimiser.maps import render
    from optimiser.report.kaart.makeup import drawing

    drawn = drawing(stof, opmaak, figures)
    return KeptPicture(
        render(drawn, kind, dpi),
        drawn.alt,
        drawn.zonder_geometrie,
        drawn.zonder_waarde,
        drawn.zonder_label,
    )
