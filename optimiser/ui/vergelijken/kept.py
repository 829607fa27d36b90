"""What ``session`` caches for the page that compares keys, by the same rules."""

from dataclasses import replace
from typing import Any

import pandas as pd

from optimiser.compare.keuze import SleutelKeuze
from optimiser.compare.vergelijking import Vergelijking
from optimiser.compare.vraag import Vraag
from optimiser.ui.frame.session import gegevens, kept


def comparison(vraag: Vraag) -> Vergelijking:
    """Return keys beside each other on every measure.

    Raises
    ------
    OptimiserError
        As ``vergelijk``.
    """
    from optimiser.compare.vergelijking import compare_sleutels

    figures = gegevens()
    return kept(
        "vergelijking", vraag, lambda: compare_sleutels(vraag, figures), "Sleutels vergelijken …"
    )


def kept_sweep(vraag: Vraag, trekkingen: int) -> list[Any]:
    """Return where the summary of a sweep is kept: empty until one is done."""
    return kept("onzekerheid", (vraag, trekkingen), lambda: [])


def own_figure_effects(vraag: Vraag, keuze: SleutelKeuze) -> pd.DataFrame:
    """Return what 1 % of its own figure does to every gemeente under a key, see ``manipulatie``.

    Raises
    ------
    OptimiserError
        As ``build_model``.
    """
    from optimiser.onzekerheid.aannames import Aannames
    from optimiser.onzekerheid.manipulatie import manipulatie
    from optimiser.onzekerheid.model import build_model

    alone, figures = replace(vraag, keuzes=(keuze,), tegen=keuze), gegevens()
    one_year = Aannames(jaren_terug=0, jaren_vooruit=0)
    return kept(
        "eigen_cijfer",
        alone,
        lambda: manipulatie(build_model(alone, one_year, figures), keuze.label),
    )
