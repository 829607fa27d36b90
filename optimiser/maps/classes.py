"""Classes: where their breaks lie, which class a value is in, how they read, how full they are.

The same breaks always give the same class, whatever the other values are; that is what
``BoundaryNorm(breaks, extend="both")`` does, and unlike geopandas' ``user_defined``.
"""

from itertools import pairwise
from math import floor

import numpy as np
import pandas as pd

from optimiser.maps.matching import as_floats
from optimiser.maps.style import MapStyle
from optimiser.teksten import decimal, load_teksten, signed

#: Class of a gemeente without a value.
NO_CLASS = -1


def class_of(values: pd.Series, style: MapStyle) -> pd.Series:
    """Put each value in its class.

    Returns
    -------
    pandas.Series
        The index of ``values``; 0 is the lowest class, ``NO_CLASS`` a missing value.

    >>> style = MapStyle("Verschil", (-5.0, -1.0, 1.0, 5.0), diverging=True)
    >>> class_of(pd.Series([-5, -1, 0, 1, 4, 5, None]), style).tolist()
    [0, 1, 2, 3, 3, 4, -1]
    """
    number = values.astype("float64").to_numpy(dtype=float, na_value=np.nan)
    above = np.searchsorted(style.breaks, number, side="right")
    if style.diverging:
        below = np.searchsorted(style.breaks, number, side="left")
        above = np.where(number < 0, below, above)
    return pd.Series(np.where(np.isnan(number), NO_CLASS, above), index=values.index, dtype=int)


def class_counts(classes: pd.Series, style: MapStyle) -> tuple[tuple[int, ...], int]:
    """Count the gemeenten per class, and those without a value."""
    counts = classes.value_counts()
    filled = tuple(int(counts.get(number, 0)) for number in range(style.classes))
    return filled, int(counts.get(NO_CLASS, 0))


def format_value(value: float, style: MapStyle) -> str:
    """Write a value the Dutch way, with its sign if it is a difference.

    >>> format_value(1234.5, MapStyle("Druk", (1.0,), decimals=1))
    '1.234,5'
    """
    write = signed if style.diverging else decimal
    return write(value, style.decimals)


def class_labels(style: MapStyle) -> tuple[str, ...]:
    """Describe each class in words, lowest first.

    >>> class_labels(MapStyle("Inwoners", (1000.0, 2000.0)))
    ('minder dan 1.000', '1.000 tot 2.000', '2.000 of meer')
    >>> class_labels(MapStyle("Verschil", (-5.0, -1.0, 1.0, 5.0), diverging=True))
    ('−5 of minder', '−1 tot −5', 'geen verschil', '+1 tot +5', '+5 of meer')
    """
    words = load_teksten()["kaart"]
    if not style.breaks:
        return (style.note or str(words["cirkel"]),)
    texts = [format_value(value, style) for value in style.breaks]
    first, last = words["minder_dan"].format(grens=texts[0]), texts[-1]
    if not style.diverging:
        between = [words["tot"].format(onder=a, boven=b) for a, b in pairwise(texts)]
        return (first, *between, words["of_meer"].format(grens=last))
    half = len(texts) // 2
    below = [words["tot"].format(onder=b, boven=a) for a, b in pairwise(texts[:half])]
    above = [words["tot"].format(onder=a, boven=b) for a, b in pairwise(texts[half:])]
    smallest = 10.0**-style.decimals
    middle = words["tussen"].format(onder=texts[half - 1], boven=texts[half])
    if style.breaks[half] <= smallest:
        middle = words["geen_verschil"]
    lowest = words["of_minder"].format(grens=texts[0])
    return (lowest, *below, middle, *above, words["of_meer"].format(grens=last))


def circle_values(style: MapStyle) -> tuple[float, ...]:
    """Return the counts of the nested circles in the legend, largest first; at most three.

    >>> circle_values(MapStyle("Taakstelling", (), circles=931.0))
    (900.0, 200.0, 40.0)
    >>> circle_values(MapStyle("Taakstelling", (), circles=3.0))
    (3.0, 1.0)
    """
    tried = (style.circles, style.circles / 4, style.circles / 20)
    return tuple(dict.fromkeys(_one_figure(value) for value in tried))


def circle_sizes(values: pd.Series, style: MapStyle) -> pd.Series:
    """Return the radius of each circle as a part of the largest; zero has none.

    >>> style = MapStyle("Taakstelling", (), circles=100.0)
    >>> circle_sizes(pd.Series([100, 25, 0, None]), style).tolist()
    [1.0, 0.5, 0.0, 0.0]
    """
    known = as_floats(values).fillna(0.0).clip(lower=0.0)
    return pd.Series(np.sqrt(known / style.circles), index=values.index)


def _one_figure(value: float) -> float:
    """Round down to one figure, at least one."""
    if value < 1:
        return 1.0
    unit = 10 ** floor(np.log10(value) + 1e-9)
    return float(floor(value / unit + 1e-9) * unit)
