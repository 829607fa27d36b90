"""Who borders on whom: by a shared border, and by the crossings named by hand."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy import sparse
from scipy.sparse.csgraph import connected_components

COLUMNS = ["gm_code", "gemeente", "buur_gm_code", "buur_gemeente", "soort", "naam", "lengte_km"]


def shared_borders(grenzen: gpd.GeoDataFrame) -> pd.DataFrame:
    """List the pairs that share a border of some length.

    Parameters
    ----------
    grenzen
        Index ``gm_code``; a coverage in RD [m].

    Returns
    -------
    pandas.DataFrame
        ``gm_code`` < ``buur_gm_code``, ``lengte_km`` [km, simplified borders].
    """
    shapes, codes = grenzen.geometry.to_numpy(), grenzen.index.to_numpy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = codes[first] < codes[second]
    first, second = first[once], second[once]
    length = shapely.length(shapely.intersection(shapes[first], shapes[second])) / 1000
    pairs = pd.DataFrame(
        {"gm_code": codes[first], "buur_gm_code": codes[second], "lengte_km": length.round(2)}
    )
    return (
        pairs.loc[pd.Series(length > 0)]
        .sort_values(["gm_code", "buur_gm_code"])
        .reset_index(drop=True)
    )


def crossings(handwerk: dict[str, Any], gemeenten: pd.DataFrame) -> pd.DataFrame:
    """List the bridges, dams, tunnels and ferries named by hand, in the order of the codes."""
    code_of = {name: str(code) for code, name in gemeenten["gemeente"].items()}
    rows = []
    for first, second, soort, naam in handwerk["verbindingen"]["lijst"]:
        a, b = sorted([code_of[first], code_of[second]])
        rows.append((a, b, soort, naam))
    return pd.DataFrame(rows, columns=["gm_code", "buur_gm_code", "soort", "naam"])


def neighbours(
    grenzen: gpd.GeoDataFrame, gemeenten: pd.DataFrame, handwerk: dict[str, Any]
) -> pd.DataFrame:
    """Join both lists; ``soort`` is ``grens`` or the kind of crossing named by hand.

    Returns
    -------
    pandas.DataFrame
        ``COLUMNS``, one row per pair, ascending.

    Raises
    ------
    ValueError
        If a crossing named by hand repeats a border or another crossing.
    """
    borders = shared_borders(grenzen).assign(soort="grens", naam="")
    table = pd.concat([borders, crossings(handwerk, gemeenten)], ignore_index=True)
    twice = table[table.duplicated(["gm_code", "buur_gm_code"], keep=False)]
    if len(twice):
        msg = f"these pairs stand twice: {twice.to_dict('records')}"
        raise ValueError(msg)
    names = gemeenten["gemeente"]
    named = table.assign(
        gemeente=table["gm_code"].map(names), buur_gemeente=table["buur_gm_code"].map(names)
    )
    return named.sort_values(["gm_code", "buur_gm_code"]).reset_index(drop=True)[COLUMNS]


def count_parts(pairs: pd.DataFrame, codes: list[str]) -> int:
    """Count the groups of gemeenten that no neighbour connects; 1 means all are connected.

    >>> pairs = pd.DataFrame({"gm_code": ["GM0001"], "buur_gm_code": ["GM0002"]})
    >>> count_parts(pairs, ["GM0001", "GM0002", "GM0003"])
    2
    """
    place = {code: i for i, code in enumerate(codes)}
    first = pairs["gm_code"].map(place).to_numpy()
    second = pairs["buur_gm_code"].map(place).to_numpy()
    graph = sparse.coo_matrix((np.ones(len(pairs)), (first, second)), shape=(len(codes),) * 2)
    return int(connected_components(graph, directed=False)[0])
