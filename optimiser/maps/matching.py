"""Values meet geometry by code: what does not meet is reported, never dropped."""

from dataclasses import dataclass
from math import inf

import numpy as np
import pandas as pd

from optimiser.maps.errors import MapIndelingError
from optimiser.maps.geometry import MapGeometry


@dataclass(frozen=True)
class Matched:
    """The values in the order of the geometry.

    Attributes
    ----------
    aligned
        Index: the codes of the geometry; floats, NaN where there is no value.
    zonder_geometrie
        Codes with a value that the geometry does not have, ascending.
    zonder_waarde
        Codes of the geometry without a value, ascending.
    """

    aligned: pd.Series
    zonder_geometrie: tuple[str, ...]
    zonder_waarde: tuple[str, ...]


def as_floats(values: pd.Series) -> pd.Series:
    """Turn whole numbers, fractions and missing values of any kind into floats and NaN.

    Raises
    ------
    ValueError
        If a value is infinite.

    >>> as_floats(pd.Series([1, None, pd.NA], dtype="object")).tolist()
    [1.0, nan, nan]
    """
    numbers = [np.nan if pd.isna(value) else float(value) for value in values]
    if inf in numbers or -inf in numbers:
        msg = f"infinite values in {values.name!r}"
        raise ValueError(msg)
    return pd.Series(numbers, index=values.index, dtype="float64")


def match_values(values: pd.Series, geometry: MapGeometry) -> Matched:
    """Lay values and geometry next to each other.

    Parameters
    ----------
    values
        Index ``gm_code``, without repeats.

    Raises
    ------
    MapIndelingError
        If a value is of a gemeente that no longer exists: adding up must come first.
    ValueError
        If a code occurs twice, or a value is infinite.
    """
    if not values.index.is_unique:
        msg = f"codes occur twice: {sorted(set(values.index[values.index.duplicated()]))}"
        raise ValueError(msg)
    known = as_floats(values)
    known.index = known.index.astype(str)
    codes = list(geometry.codes)
    orphans = sorted(set(known.dropna().index) - set(codes))
    if old := [code for code in orphans if code in geometry.vervallen]:
        shown = ", ".join(old[:10]) + (" ..." if len(old) > 10 else "")
        raise MapIndelingError(aantal=len(old), codes=shown)
    aligned = known.reindex(codes)
    empty = tuple(str(code) for code in aligned.index[aligned.isna()])
    return Matched(aligned, tuple(orphans), empty)
