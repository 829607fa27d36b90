"""What ``session`` caches for the page that makes the map and the kit, by the same rules."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from optimiser.gegevens import Gegevens
from optimiser.report.kaartstof import Kaartstof, Kaartvraag
from optimiser.ui.components.lrt_opmaak import Opmaak
from optimiser.ui.session import gegevens

if TYPE_CHECKING:
    from optimiser.report.lrt.kit import Vorm
    from optimiser.report.lrt.vraag import LrtVraag

#: Dots per inch of the preview; a download has 300.
PREVIEW = 180


@dataclass(frozen=True, slots=True)
class Plaat:
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
    figures = gegevens()
    return _content(repr(vraag), figures.version, vraag, figures)


def picture(vraag: Kaartvraag, opmaak: Opmaak, kind: str = "png", dpi: int = PREVIEW) -> Plaat:
    """Return the map as ``png``, ``svg`` or ``pdf``."""
    stof, figures = map_content(vraag), gegevens()
    return _picture((repr(vraag), repr(opmaak), kind, dpi), figures.version, stof, opmaak, figures)


def kept_kit(vraag: "LrtVraag", ending: str, vorm: "Vorm") -> list[bytes]:
    """Return where a kit is kept: empty until one is made."""
    template = sha256(vorm.sjabloon or b"").hexdigest()
    return _slot((repr(vraag), ending, vorm.formaat, template), gegevens().version)


@st.cache_resource(show_spinner="Kaart berekenen …", max_entries=60)
def _content(told: str, data_version: str, _vraag: Kaartvraag, _figures: Gegevens) -> Kaartstof:  # noqa: ARG001
    from optimiser.report.kaartstof import gather_map

    return gather_map(_vraag, _figures)


@st.cache_data(show_spinner="Kaart tekenen …", max_entries=60)
def _picture(
    told: tuple[str, str, str, int],
    data_version: str,  # noqa: ARG001
    _stof: Kaartstof,
    _opmaak: Opmaak,
    _figures: Gegevens,
) -> Plaat:
    from optimiser.maps import render
    from optimiser.ui.components.lrt_opmaak import drawing

    drawn = drawing(_stof, _opmaak, _figures)
    return Plaat(
        render(drawn, told[2], told[3]),
        drawn.alt,
        drawn.zonder_geometrie,
        drawn.zonder_waarde,
        drawn.zonder_label,
    )


@st.cache_resource(max_entries=12)
def _slot(told: tuple[str, str, str, str], data_version: str) -> list[bytes]:  # noqa: ARG001
    return []
