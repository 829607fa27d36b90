"""One rule for what a map may show, used by app, ``taakstelling kaart`` and kit alike.

* Counts are circles: coloured areas of counts are a map of where many people live.
* Rates are coloured; where all values lie within what rounding explains, they are one neutral
  colour and one sentence, and no class break lies between values that only rounding tells apart.
* Differences are coloured around zero.
"""

from collections.abc import Sequence
from math import floor
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from optimiser.maps.breaks import Method, breaks_for, difference_breaks, floor_printed
from optimiser.maps.errors import MapClassesError
from optimiser.maps.matching import as_floats
from optimiser.maps.style import MapStyle
from optimiser.teksten import decimal, load_teksten

Columns: TypeAlias = pd.Series | Sequence[pd.Series]
Numbers = NDArray[np.float64]


def count_style(titel: str, values: Columns, eenheid: str = "personen") -> MapStyle:
    """Return how counts are drawn: circles whose area is the count.

    Parameters
    ----------
    titel
        Of the map.
    values
        Whole numbers, of one map or of all maps that are compared: they share one scale.
    eenheid
        As printed above the legend.

    Raises
    ------
    MapClassesError
        If there is no value, or one below zero: that is a difference.

    >>> count_style("Taakstelling", pd.Series([3, 12, None])).circles
    12.0
    """
    known = np.concatenate(_known(values))
    if not len(known) or known.min() < 0:
        raise MapClassesError(reden="een kaart met cirkels vraagt aantallen van nul of meer")
    if not known.max():
        return _constant(titel, 0.0, eenheid, 0)
    return MapStyle(titel, (), eenheid=eenheid, circles=float(known.max()))


def rate_style(
    titel: str,
    values: Columns,
    eenheid: str = "",
    decimals: int = 0,
    classes: int = 6,
    methode: str = Method.KWANTIELEN,
    grain: Columns | None = None,
) -> MapStyle:
    """Return how rates are drawn: coloured by class, or as constant.

    Parameters
    ----------
    titel, eenheid, decimals
        As printed.
    values
        Of one map or of all maps that are compared.
    classes, methode
        As ``breaks_for`` has them.
    grain
        Per value what one person more or less changes [unit of the values], where the values are
        of whole persons: rounding explains less than that, on either side.

    Raises
    ------
    MapClassesError, UnknownMapChoiceError
        If there is no value, or number or method of the classes cannot be used.

    >>> values = pd.Series([0.69, 0.75])
    >>> style = rate_style("Per 1.000", values, decimals=2, grain=pd.Series([0.1, 0.1]))
    >>> style.breaks, style.note
    ((), 'overal 0,72; de verschillen zijn afronding')
    """
    columns, known = _columns(values), np.concatenate(_known(values))
    if not len(known):
        raise MapClassesError(reden="er zijn geen waarden")
    steps: list[pd.Series] = _columns(grain) if grain is not None else []
    middle = _middle(columns, steps, decimals)
    if middle is not None:
        return _constant(titel, middle, eenheid, decimals, rounded=bool(np.ptp(known) > 0))
    floats = [as_floats(one) for one in columns]
    breaks = () if _as_one(known, decimals) else breaks_for(floats, methode, classes, decimals)
    kept = _honest(breaks, columns, steps, decimals)
    if not kept:
        return _constant(titel, float(np.median(known)), eenheid, decimals, rounded=True)
    return MapStyle(titel, kept, eenheid=eenheid, decimals=decimals)


def difference_style(
    titel: str, values: Columns, eenheid: str = "", decimals: int = 0, steps: int = 3
) -> MapStyle:
    """Return how differences are drawn: two hues around zero.

    Raises
    ------
    MapClassesError
        If too many steps are asked.

    >>> difference_style("Verschil", pd.Series([-40, 0, 8]), "personen").breaks[2:4]
    (-1.0, 1.0)
    """
    breaks = difference_breaks([as_floats(one) for one in _columns(values)], steps, decimals)
    return MapStyle(titel, breaks, "paars-oranje", eenheid, decimals, diverging=True)


def _columns(values: Columns) -> list[pd.Series]:
    return [values] if isinstance(values, pd.Series) else list(values)


def _known(values: Columns) -> list[Numbers]:
    columns = [as_floats(one).dropna().to_numpy(dtype=float) for one in _columns(values)]
    return columns or [np.array([])]


def _constant(
    titel: str, value: float, eenheid: str, decimals: int, *, rounded: bool = False
) -> MapStyle:
    words = load_teksten()["kaart"]
    text = words["vrijwel_gelijk" if rounded else "overal"]
    note = text.format(waarde=decimal(value, decimals))
    return MapStyle(titel, (), eenheid=eenheid, decimals=decimals, note=note)


def _middle(columns: list[pd.Series], steps: list[pd.Series], decimals: int) -> float | None:
    """Return the value that all are, but for rounding; None if there is none.

    Values of whole persons are each less than one person from their exact share. If all could come
    from one rate, that rate lies above every value less a person and below every value plus one.
    """
    known = np.concatenate(_known(columns))
    if round(float(known.min()), decimals) == round(float(known.max()), decimals):
        return float(np.median(known))
    if not steps:
        return None
    one = np.concatenate(
        [as_floats(s).reindex(c.index) for s, c in zip(steps, columns, strict=True)]
    )
    every = np.concatenate([as_floats(column).to_numpy(dtype=float) for column in columns])
    both = np.isfinite(one) & np.isfinite(every)
    if not both.any():
        return None
    low, high = (every - one)[both].max(), (every + one)[both].min()
    if low >= high:
        return None
    return float(min(max(np.average(every[both], weights=1 / one[both]), low), high))


def _as_one(known: Numbers, decimals: int) -> bool:
    """Return whether no number that can be printed lies between the values."""
    return floor_printed(float(known.max()), decimals) <= float(known.min())


def _honest(
    breaks: tuple[float, ...], columns: list[pd.Series], steps: list[pd.Series], decimals: int
) -> tuple[float, ...]:
    """Leave out or move breaks that would show rounding, or a class narrower than it prints."""
    unit = 10.0**-decimals
    least = max([unit, *(float(np.nanmedian(as_floats(step))) for step in steps)])
    kept: list[float] = []
    bands = _bands(columns, steps, decimals)
    for value in breaks:
        moved = value
        for low, high in bands:
            if low < moved <= high:
                moved = round((floor(high / unit + 1e-9) + 1) * unit, decimals)
        if not kept or moved - kept[-1] >= least - unit / 2:
            kept.append(moved)
    return tuple(kept)


def _bands(
    columns: list[pd.Series], steps: list[pd.Series], decimals: int
) -> list[tuple[float, float]]:
    """Return least and most of each map whose values only differ by rounding."""
    pairs = zip(columns, steps, strict=True) if steps else []
    flat = [column for column, step in pairs if _middle([column], [step], decimals) is not None]
    return [(float(one.min()), float(one.max())) for one in map(as_floats, flat)]
