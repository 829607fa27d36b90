"""Persons summed per group: one distribution, or several beside each other."""

from collections.abc import Sequence

import pandas as pd

from optimiser.indicators.groepen import group_order


def per_group(persons: pd.Series, groups: pd.Series, name: str) -> pd.DataFrame:
    """Add up persons per group; gemeenten without one are kept together under an empty name.

    Parameters
    ----------
    persons
        Index ``gm_code`` [personen].
    groups
        Same index; NA where a gemeente belongs to no group.
    name
        Heading of the groups.

    Returns
    -------
    pandas.DataFrame
        Columns ``name`` and ``taakstelling``, by name; the empty one last.

    Examples
    --------
    >>> codes = ["GM0001", "GM0002", "GM0003"]
    >>> per_group(pd.Series([1, 2, 3], codes), pd.Series(["B", "A", None], codes), "regio")
      regio  taakstelling
    0     A             2
    1     B             1
    2                   3
    """
    summed = persons.groupby(groups.fillna(""), sort=True).sum()
    order = sorted(summed.index, key=lambda group: (group == "", group))
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
        Same index; NA where a gemeente belongs to no group: kept under an empty name.
    name
        Heading of the groups.

    Returns
    -------
    pandas.DataFrame
        Columns ``name``, ``gemeenten`` [aantal], ``inwonertal``, a column per label [personen].
    """
    filled = groups.fillna("")
    order = [*group_order(name, groups), *([""] if (filled == "").any() else [])]
    sums = gemeenten[["inwonertal", *labels]].groupby(filled).sum().reindex(order)
    sums.insert(0, "gemeenten", filled.value_counts().reindex(order))
    return sums.astype("int64").rename_axis(name).reset_index()
