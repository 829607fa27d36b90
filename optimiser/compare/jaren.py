"""The shares of a key over the embedded years, for its stability."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
import pandas as pd

from optimiser.compare.keuze import SleutelKeuze, obstacle
from optimiser.errors import OptimiserError
from optimiser.gegevens import Gegevens
from optimiser.indicators.tijd import units, wisselingen
from optimiser.verdeelsleutels import find, shares

#: First year with all figures per gemeente.
FIRST_YEAR = 2020


def yearly_shares(keuze: SleutelKeuze, gegevens: Gegevens, total: int) -> dict[int, pd.Series]:
    """Return the shares of a key for every embedded year in which it can be computed.

    Returns
    -------
    dict
        Peiljaar to shares as floats, index ``gm_code`` in that year's own indeling.
    """
    result: dict[int, pd.Series] = {}
    for year, tables in sorted(gegevens.gemeenten.items()):
        figures = tables[0].tabel
        if year >= FIRST_YEAR and obstacle(keuze, figures) is None:
            found = _plain(keuze, figures) if not keuze.key.opties else None
            found = _composed(keuze, gegevens, figures, total) if found is None else found
            if found is not None:
                result[year] = found
    return result


def _plain(keuze: SleutelKeuze, figures: pd.DataFrame) -> pd.Series | None:
    """Shares as floats straight from the weights: a measure needs no fractions."""
    key = keuze.key
    visible = [c for c in (*key.columns, *key.optional) if c in figures.columns]
    weights = key.weights(figures[visible], keuze.opties)
    if weights.isna().any():
        return None
    values = np.array([float(weight) for weight in weights])
    return pd.Series(values / values.sum(), index=figures.index)


def _composed(
    keuze: SleutelKeuze, gegevens: Gegevens, figures: pd.DataFrame, total: int
) -> pd.Series | None:
    """Shares of a key with options; None in a year in which it has no answer."""
    opties = keuze.opties.adjusted(totaal=total)
    if opties.gewichten and all(not find(naam).opties for naam in opties.gewichten):
        return _mixed(opties.gewichten, figures)
    try:
        groups = gegevens.regios_of(opties.gebied, figures.index) if opties.gebied else None
        return shares(keuze.sleutel, figures, opties, groups).map(float).astype("float64")
    except OptimiserError:
        return None


def _mixed(weights: Mapping[str, Decimal], figures: pd.DataFrame) -> pd.Series | None:
    """Mix plain keys as floats; None when one of them has no answer."""
    parts = [_plain(SleutelKeuze(naam, naam), figures) for naam in weights]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    mixed = sum(part * float(w) for part, w in zip(known, weights.values(), strict=True))
    return mixed / 100


def yearly_changes(keuze: SleutelKeuze, gegevens: Gegevens, total: int) -> dict[str, float]:
    """Return per pair of years the part of the whole that changes place under a key.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_gegevens
    >>> changes = yearly_changes(SleutelKeuze("inwoners", "inwoners"), read_gegevens(), 13000)
    >>> list(changes)
    ['2020-2021', '2021-2022', '2022-2023', '2023-2024', '2024-2025']
    """
    found = yearly_shares(keuze, gegevens, total)
    codes = [list(column.index) for column in found.values()]
    return wisselingen(found, units(codes, gegevens.herindelingen))
