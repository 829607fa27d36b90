"""Persons summed per group: one distribution, or several beside each other."""

from collections.abc import Sequence

import pandas as pd

from optimiser.indicators.groepen import group_order

#: Gemeenten without a group that are named in its place.
NAMED = 10


def without_group(groups: pd.Series, names: pd.Series, name: str) -> str:
    """Return what stands for the group of who has none: which gemeenten they are.

    Parameters
    ----------
    groups
        Index ``gm_code``; NA where a gemeente belongs to no group.
    names
        Same index.
    name
        Heading of the groups.

    Examples
    --------
    >>> codes = ["GM0001", "GM0002"]
    >>> without_group(pd.Series(["A", None], codes), pd.Series(["Aa", "Bee"], codes), "corop")
    'geen corop (Bee)'
    """
    alone = sorted(map(str, names[groups.isna()]))
    more = f" en nog {len(alone) - NAMED}" if len(alone) > NAMED else ""
    return f"{_none(name)}{', '.join(alone[:NAMED])}{more})"


def is_without_group(group: str, name: str) -> bool:
    """Whether a row stands for who belongs to no group.

    >>> is_without_group("geen corop (Bee)", "corop"), is_without_group("Twente", "corop")
    (True, False)
    """
    return group.startswith(_none(name))


def _none(name: str) -> str:
    return f"geen {name} ("


def per_group(
    persons: pd.Series, groups: pd.Series, name: str, names: pd.Series | None = None
) -> pd.DataFrame:
    """Add up persons per group; gemeenten without one are kept together and named.

    Parameters
    ----------
    persons
        Index ``gm_code`` [personen].
    groups
        Same index; NA where a gemeente belongs to no group.
    name
        Heading of the groups.
    names
        Same index, for who belongs to no group; needed where there are such.

    Returns
    -------
    pandas.DataFrame
        Columns ``name`` and ``taakstelling``, by name; who belongs to none last.

    Examples
    --------
    >>> codes = ["GM0001", "GM0002", "GM0003"]
    >>> regios, names = pd.Series(["B", "A", None], codes), pd.Series(["Aa", "Bee", "Cee"], codes)
    >>> per_group(pd.Series([1, 2, 3], codes), regios, "regio", names)
                  regio  taakstelling
    0                 A             2
    1                 B             1
    2  geen regio (Cee)             3
    """
    rest = without_group(groups, groups.index.to_series() if names is None else names, name)
    summed = persons.groupby(groups.fillna(rest), sort=True).sum()
    order = sorted(summed.index, key=lambda group: (group == rest, group))
    values = [int(summed[group]) for group in order]
    return pd.DataFrame({name: order, "taakstelling": values})


def per_group_all(
    gemeenten: pd.DataFrame, labels: Sequence[str], groups: pd.Series, name: str
) -> pd.DataFrame:
    """Add up inhabitants and persons of several keys per group, in reading order.

    Parameters
    ----------
    gemeenten
        ``Vergelijking.gemeenten``: ``inwonertal`` and a column per label; index ``gm_code``.
    labels
        Keys; the first is the reference.
    groups
        Same index; NA where a gemeente belongs to no group: kept together and named.
    name
        Heading of the groups.

    Returns
    -------
    pandas.DataFrame
        Columns ``name``, ``gemeenten`` [aantal], ``inwonertal``, a column per label [personen].
    """
    rest = without_group(groups, gemeenten["gemeente"], name)
    filled = groups.fillna(rest)
    order = [*group_order(name, groups), *([rest] if groups.isna().any() else [])]
    sums = gemeenten[["inwonertal", *labels]].groupby(filled).sum().reindex(order)
    sums.insert(0, "gemeenten", filled.value_counts().reindex(order))
    return sums.astype("int64").rename_axis(name).reset_index()
