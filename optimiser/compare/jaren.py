"""The shares of a key over the embedded years, for its stability."""

import pandas as pd

from optimiser.compare.keuze import SleutelKeuze, obstacle
from optimiser.errors import OptimiserError
from optimiser.gegevens import Gegevens
from optimiser.indicators.tijd import units, wisselingen
from optimiser.verdeelsleutels import shares

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
    opties = keuze.opties.adjusted(totaal=total)
    for year, tables in sorted(gegevens.gemeenten.items()):
        figures = tables[0].tabel
        if year < FIRST_YEAR or obstacle(keuze, figures) is not None:
            continue
        groups = None
        if opties.gebied is not None:
            groups = gegevens.regios_of(opties.gebied, figures.index)
        try:
            exact = shares(keuze.sleutel, figures, opties, groups)
        except OptimiserError:
            continue  # a year in which the key has no answer says nothing about stability
        result[year] = exact.map(float).astype("float64")
    return result


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
