"""The shares of a key over the embedded years, for its stability."""

import numpy as np
import pandas as pd

from optimiser.compare.keuze import SleutelKeuze, obstacle
from optimiser.errors import OptimiserError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.memory import once
from optimiser.indicators.tijd import units, wisselingen
from optimiser.verdeelsleutels import SleutelOpties, find, shares

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
        if year >= FIRST_YEAR and obstacle(keuze, tables[0].tabel) is None:
            found = _in_year(keuze, year, total, gegevens)
            if found is not None:
                result[year] = found
    return result


def _in_year(keuze: SleutelKeuze, year: int, total: int, gegevens: Gegevens) -> pd.Series | None:
    """Shares in a year; None where the key has no answer. Floats do: a measure needs no more."""
    opties = keuze.opties.adjusted(totaal=total)
    tiers = (opties.eerst, opties.daarna) if opties.gebied else ()
    parts = [*(opties.gewichten or {}), *map(str, tiers)]
    if any(find(naam).opties for naam in parts) or not (parts or not keuze.key.opties):
        return _exact(keuze.sleutel, opties, year, gegevens)
    known = [
        part
        for naam in parts or [keuze.sleutel]
        if (part := _plain(naam, year, gegevens)) is not None
    ]
    if len(known) < max(1, len(parts)):
        return None
    if opties.gewichten:
        weights = map(float, opties.gewichten.values())
        return sum(part * weight for part, weight in zip(known, weights, strict=True)) / 100
    return _in_tiers(known[0], known[1], str(opties.gebied), gegevens) if tiers else known[0]


def _plain(naam: str, year: int, gegevens: Gegevens) -> pd.Series | None:
    """Shares of a key without options straight from its weights."""
    return once(("jaar", naam, str(year)), gegevens, lambda: _weighed(naam, year, gegevens))


def _weighed(naam: str, year: int, gegevens: Gegevens) -> pd.Series | None:
    key, figures = find(naam), gegevens.gemeenten[year][0].tabel
    visible = [c for c in (*key.columns, *key.optional) if c in figures.columns]
    weights = key.weigh(figures[visible], SleutelOpties())
    values = np.array([np.nan if pd.isna(weight) else float(weight) for weight in weights])
    if not values.sum() > 0:  # unknown somewhere, or nothing to divide by
        return None
    return pd.Series(values / values.sum(), index=figures.index)


def _in_tiers(
    outer: pd.Series, inner: pd.Series, gebied: str, gegevens: Gegevens
) -> pd.Series | None:
    """Divide the share of every region over its gemeenten; None where that cannot be done."""
    try:
        groups = gegevens.regios_of(gebied, outer.index)
    except OptimiserError:
        return None
    within = inner.groupby(groups).transform("sum")
    if groups.isna().any() or (within == 0).any():
        return None
    return outer.groupby(groups).transform("sum") * inner / within


def _exact(naam: str, opties: SleutelOpties, year: int, gegevens: Gegevens) -> pd.Series | None:
    figures = gegevens.gemeenten[year][0].tabel
    try:
        groups = gegevens.regios_of(opties.gebied, figures.index) if opties.gebied else None
        return shares(naam, figures, opties, groups).map(float).astype("float64")
    except OptimiserError:
        return None


def yearly_changes(keuze: SleutelKeuze, gegevens: Gegevens, total: int) -> dict[str, float]:
    """Return per pair of years the part of the whole that changes place under a key.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> changes = yearly_changes(SleutelKeuze("inwoners", "inwoners"), read_embedded(), 13000)
    >>> list(changes)
    ['2020-2021', '2021-2022', '2022-2023', '2023-2024', '2024-2025']
    """
    told = ("wisselingen", keuze.sleutel, keuze.opties.model_dump_json(), str(total))
    return once(told, gegevens, lambda: _changes(keuze, gegevens, total))


def _changes(keuze: SleutelKeuze, gegevens: Gegevens, total: int) -> dict[str, float]:
    found = yearly_shares(keuze, gegevens, total)
    codes = [list(column.index) for column in found.values()]
    told = ("eenheden", *map(str, found))
    lead = once(told, gegevens, lambda: units(codes, gegevens.herindelingen))
    return wisselingen(found, lead)
