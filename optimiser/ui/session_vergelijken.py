"""What ``session`` caches for the page that compares keys, by the same rules."""

from typing import Any

import streamlit as st

from optimiser.compare.vergelijking import Vergelijking, Vraag
from optimiser.gegevens import Gegevens
from optimiser.ui.components.vergelijken_labels import name_of
from optimiser.ui.session import gegevens


def comparison(vraag: Vraag) -> Vergelijking:
    """Return keys beside each other on every measure.

    Raises
    ------
    OptimiserError
        As ``vergelijk``.
    """
    figures = gegevens()
    return _comparison(repr(vraag), figures.version, vraag, figures)


@st.cache_resource(show_spinner="Sleutels vergelijken …", max_entries=100)
def _comparison(told: str, data_version: str, _vraag: Vraag, _figures: Gegevens) -> Vergelijking:  # noqa: ARG001
    from optimiser.compare.vergelijking import vergelijk

    return vergelijk(_vraag, _figures)


def comparison_pictures(found: Vergelijking, label: str) -> tuple[bytes, bytes]:
    """Return scatter and histogram of a key against the reference, as PNG."""
    return _two_pictures(repr(found.vraag), label, gegevens().version, found)


@st.cache_data(show_spinner="Figuren tekenen …", max_entries=50)
def _two_pictures(
    told: str,  # noqa: ARG001
    label: str,
    data_version: str,  # noqa: ARG001
    _found: Vergelijking,
) -> tuple[bytes, bytes]:
    from optimiser.compare.uitschieters import changes
    from optimiser.maps.grens import to_png
    from optimiser.maps.vergelijk import draw_histogram, draw_scatter

    rows, footer = changes(_found, label), [_found.herkomst.line()]
    titels = name_of(_found.keuzes[_found.tegen]), name_of(_found.keuzes[label])
    scatter, histogram = draw_scatter(rows, titels, footer), draw_histogram(rows, titels[1], footer)
    return to_png(scatter), to_png(histogram)


def kept_sweep(vraag: Vraag, trekkingen: int) -> list[Any]:
    """Return where the summary of a sweep is kept: empty until one is done."""
    return _slot(repr(vraag), trekkingen, gegevens().version)


@st.cache_resource(max_entries=30)
def _slot(told: str, trekkingen: int, data_version: str) -> list[Any]:  # noqa: ARG001
    return []
