"""Groups of gemeenten to sum over: size class, stedelijkheid; regions come from the figures."""

from bisect import bisect_right

import pandas as pd

#: Lower bounds of the size classes [inwoners]; CBS publishes finer ones, taken together here.
SIZE_BOUNDS = (20_000, 50_000, 100_000, 250_000)
SIZE_LABELS = (
    "minder dan 20.000 inwoners",
    "20.000 tot 50.000",
    "50.000 tot 100.000",
    "100.000 tot 250.000",
    "250.000 inwoners of meer",
)
#: CBS, stedelijkheid van een gemeente: addresses in a circle of 1 km around an address, average.
URBAN_LABELS = {
    1: "1 zeer sterk stedelijk (2.500 adressen per km² of meer)",
    2: "2 sterk stedelijk (1.500 tot 2.500)",
    3: "3 matig stedelijk (1.000 tot 1.500)",
    4: "4 weinig stedelijk (500 tot 1.000)",
    5: "5 niet stedelijk (minder dan 500)",
}
#: Groupings of this module, beside the regions of the figures.
CLASSES = ("grootteklasse", "stedelijkheid")


def size_class(inwoners: pd.Series) -> pd.Series:
    """Return the size class of each gemeente.

    >>> size_class(pd.Series({"GM0001": 20_000, "GM0002": 19_999})).tolist()
    ['20.000 tot 50.000', 'minder dan 20.000 inwoners']
    """
    labels = [SIZE_LABELS[bisect_right(SIZE_BOUNDS, int(n))] for n in inwoners]
    return pd.Series(labels, index=inwoners.index, dtype=object)


def urban_class(stedelijkheid: pd.Series) -> pd.Series:
    """Return the class of stedelijkheid of each gemeente, NA where CBS gives none.

    >>> urban_class(pd.Series({"GM0001": 5})).tolist()
    ['5 niet stedelijk (minder dan 500)']
    """
    labels = [pd.NA if pd.isna(v) else URBAN_LABELS[int(v)] for v in stedelijkheid]
    return pd.Series(labels, index=stedelijkheid.index, dtype=object)


def group_order(name: str, groups: pd.Series) -> list[str]:
    """Return the groups that occur, in reading order: classes by size, regions by name."""
    found = set(groups.dropna())
    fixed = {"grootteklasse": SIZE_LABELS, "stedelijkheid": tuple(URBAN_LABELS.values())}
    return [g for g in fixed.get(name, tuple(sorted(found))) if g in found]
