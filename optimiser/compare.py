"""One distribution summed, and two held against each other."""

import pandas as pd


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
