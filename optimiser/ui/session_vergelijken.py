"""What ``session`` caches for the page that compares keys, by the same rules."""

from typing import Any

from optimiser.compare.vergelijking import Vergelijking, Vraag
from optimiser.ui.components.vergelijken_labels import name_of
from optimiser.ui.session import gegevens, kept


def comparison(vraag: Vraag) -> Vergelijking:
    """Return keys beside each other on every measure.

    Raises
    ------
    OptimiserError
        As ``vergelijk``.
    """
    from optimiser.compare.vergelijking import vergelijk

    figures = gegevens()
    return kept("vergelijking", vraag, lambda: vergelijk(vraag, figures), "Sleutels vergelijken …")


def comparison_pictures(found: Vergelijking, label: str) -> tuple[bytes, bytes]:
    """Return scatter and histogram of a key against the reference, as PNG."""
    return kept(
        "figuren", (found.vraag, label), lambda: _pictures(found, label), "Figuren tekenen …"
    )


def _pictures(found: Vergelijking, label: str) -> tuple[bytes, bytes]:
    from optimiser.compare.uitschieters import changes
    from optimiser.maps.grens import to_png
    from optimiser.maps.vergelijk import draw_histogram, draw_scatter

    rows, footer = changes(found, label), [found.herkomst.line()]
    titels = name_of(found.keuzes[found.tegen]), name_of(found.keuzes[label])
    scatter, histogram = draw_scatter(rows, titels, footer), draw_histogram(rows, titels[1], footer)
    return to_png(scatter), to_png(histogram)


def kept_sweep(vraag: Vraag, trekkingen: int) -> list[Any]:
    """Return where the summary of a sweep is kept: empty until one is done."""
    return kept("onzekerheid", (vraag, trekkingen), lambda: [])
