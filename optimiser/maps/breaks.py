"""Where class breaks lie: by quantiles, natural breaks, equal steps, or as the user says.

Breaks are rounded to what the legend prints, so that what one reads is what was used.
Natural breaks are those of W.D. Fisher (1958, "On grouping for maximum homogeneity", JASA 53):
the division with the smallest sum of squared distances to the mean of the class, found exactly.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from optimiser.maps.errors import MapClassesError, UnknownMapChoiceError
from optimiser.maps.style import MAX_CLASSES

Values = NDArray[np.float64]


class Method(StrEnum):
    """How to divide values into classes."""

    KWANTIELEN = "kwantielen"
    NATUURLIJK = "natuurlijk"
    GELIJK = "gelijk"


def breaks_for(
    values: pd.Series | Sequence[pd.Series],
    method: str = Method.KWANTIELEN,
    classes: int = 6,
    decimals: int = 0,
) -> tuple[float, ...]:
    """Derive breaks from the values of one map, or of all maps that will be compared.

    Parameters
    ----------
    values
        One Series or several; missing values play no part.
    method
        ``kwantielen`` (equally full classes), ``natuurlijk`` (Fisher) or ``gelijk``
        (equally wide classes, which may be empty).
    classes
        Wanted number of classes, 2 .. 11; ties and rounding may leave fewer.
    decimals
        Finest decimals of a break.

    Raises
    ------
    UnknownMapChoiceError
        If the method is none of these.
    MapClassesError
        If there are fewer than two different values, or too many classes.

    >>> breaks_for(pd.Series(range(1, 101)), "gelijk", classes=3)
    (34.0, 67.0)
    """
    if method not in tuple(Method):
        raise UnknownMapChoiceError(wat="klassenmethode", keuze=method, bekend=list(Method))
    _check_number(classes)
    known = _numbers(values)
    if len(np.unique(known)) < 2:
        raise MapClassesError(reden="er zijn minder dan twee verschillende waarden")
    match Method(method):
        case Method.KWANTIELEN:
            quantiles = np.quantile(known, np.linspace(0, 1, classes + 1)[1:-1])
            raw = np.array(_filled(sorted(set(quantiles.tolist())), known) or [_second(known)])
        case Method.GELIJK:
            raw = np.linspace(known.min(), known.max(), classes + 1)[1:-1]
        case Method.NATUURLIJK:
            raw = _natural(known, classes)
    return _readable(raw, known, decimals)


def difference_breaks(
    values: pd.Series | Sequence[pd.Series], steps: int = 3, decimals: int = 0
) -> tuple[float, ...]:
    """Derive breaks around zero: one class for no difference, ``steps`` on either side.

    Returns
    -------
    tuple of float
        Symmetric; the innermost is the smallest number that is printed as different from zero.
        Each next one halves what lies beyond the one before, as far as round numbers allow.

    Raises
    ------
    MapClassesError
        If too many steps are asked.

    >>> difference_breaks(pd.Series([-40, -3, 0, 2, 8, 19]), steps=2)
    (-8.0, -1.0, 1.0, 8.0)
    """
    _check_number(2 * steps + 1)
    size = np.abs(_numbers(values))
    inner = [10.0**-decimals]
    for _ in range(steps - 1):
        beyond = size[size > inner[-1]]
        middle = np.quantile(beyond, [0.5]) if len(beyond) else np.array([])
        tried = [float(v) for figures in (1, 2, 3) for v in _rounded(middle, figures, decimals)]
        inner += [value for value in tried if value > inner[-1]][:1]
    return (*(-value for value in reversed(inner)), *inner)


def floor_printed(value: float, decimals: int) -> float:
    """Return the largest number that can be printed and is not above a value.

    >>> floor_printed(1.9999999999999991, 1), floor_printed(0.29, 2)
    (1.9, 0.29)
    """
    printed = round(value, decimals)
    return printed if printed <= value else round(printed - 10.0**-decimals, decimals)


def _check_number(classes: int) -> None:
    if not 2 <= classes <= MAX_CLASSES:
        raise MapClassesError(reden=f"het aantal klassen is 2 tot en met {MAX_CLASSES}")


def _numbers(values: pd.Series | Sequence[pd.Series]) -> Values:
    parts = [values] if isinstance(values, pd.Series) else list(values)
    numbers = [part.astype("float64").to_numpy(dtype=float, na_value=np.nan) for part in parts]
    joined = np.concatenate(numbers) if numbers else np.array([])
    return np.asarray(joined[np.isfinite(joined)], dtype=float)


def _second(known: Values) -> float:
    """Return the smallest value but one: the break when most values are the smallest."""
    return float(known[known > known.min()].min())


def _natural(known: Values, classes: int) -> Values:
    """Return where classes start so that the values in each lie as near together as can be."""
    ordered, counts = np.unique(known, return_counts=True)
    if len(ordered) <= classes:
        return np.asarray(ordered[1:], dtype=float)
    centred = ordered - ordered.mean()
    sums = [np.append(0.0, np.cumsum(counts * centred**power)) for power in range(3)]
    # least[k, end]: the smallest sum of squares of the first ``end`` values in k classes;
    # start[k, end]: where the last of these classes then starts.
    least = np.full((classes + 1, len(ordered) + 1), np.inf)
    least[0, 0] = 0.0
    start = np.zeros(least.shape, dtype=int)
    for end in range(1, len(ordered) + 1):
        number, total, squares = (each[end] - each[:end] for each in sums)
        found = least[:-1, :end] + (squares - total**2 / number)
        least[1:, end], start[1:, end] = found.min(axis=1), found.argmin(axis=1)
    breaks, end = [], len(ordered)
    for k in range(classes, 1, -1):
        end = start[k, end]
        breaks.append(ordered[end])
    return np.array(breaks[::-1])


def _rounded(raw: Values, digits: int, decimals: int) -> list[float]:
    places = [
        decimals if value == 0 else min(decimals, digits - 1 - int(np.floor(np.log10(abs(value)))))
        for value in raw
    ]
    return [float(round(value, place)) for value, place in zip(raw.tolist(), places, strict=True)]


def _filled(breaks: list[float], known: Values) -> list[float]:
    """Leave out the breaks below which no value is left."""
    kept: list[float] = []
    for value in breaks:
        low = kept[-1] if kept else -np.inf
        if ((known >= low) & (known < value)).any() and (known >= value).any():
            kept.append(value)
    return kept


def _readable(raw: Values, known: Values, decimals: int) -> tuple[float, ...]:
    """Round to as few digits as keep the same classes filled, never finer than printed."""
    exact = sorted({float(value) for value in raw})
    wanted = len(np.unique(np.searchsorted(exact, known, side="right")))
    for digits in range(2, 10):
        rounded = sorted(set(_rounded(raw, digits, decimals)))
        filled = len(np.unique(np.searchsorted(rounded, known, side="right")))
        if len(rounded) == len(exact) and filled == wanted:
            return tuple(rounded)
    # A value that occurs divides as the break below it does, and is printed as it is.
    occurring = [float(known[known >= value].min()) for value in exact]
    below = [floor_printed(value, decimals) for value in occurring]
    above = [-floor_printed(-value, decimals) for value in occurring]
    kept: list[float] = []
    for tried in (occurring, below, above):
        kept = kept or _filled(sorted({float(round(value, decimals)) for value in tried}), known)
    if not kept:
        raise MapClassesError(reden="na afronding blijft er geen klassegrens over")
    return tuple(kept)
