"""What ``session`` caches for the page that compares keys, by the same rules."""

from typing import Any

from optimiser.compare.vergelijking import Vergelijking, Vraag
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


def kept_sweep(vraag: Vraag, trekkingen: int) -> list[Any]:
    """Return where the summary of a sweep is kept: empty until one is done."""
    return kept("onzekerheid", (vraag, trekkingen), lambda: [])
