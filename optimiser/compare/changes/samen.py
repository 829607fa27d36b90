"""Gemeenten of two indelingen brought together: along mergers, never by splitting anybody."""

from collections.abc import Iterable, Mapping

import pandas as pd

from optimiser.gegevens.indeling import GemeentenTabel


def shared_areas(
    old: GemeentenTabel, new: GemeentenTabel, herindelingen: pd.DataFrame
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the smallest areas that are the same in both indelingen.

    A gemeente that was split joins all gemeenten that got a part of it: what it had cannot be
    divided over them without guessing.

    Parameters
    ----------
    old, new
        Tables of the two indelingen, in either order.
    herindelingen
        ``ingangsdatum``, ``oude_gm_code``, ``nieuwe_gm_code`` per merger.

    Returns
    -------
    tuple
        Per gm_code of either the code of its area, and per area its name: that of the gemeenten it
        holds in the newer indeling, joined by `` + ``.
    """
    first, last = sorted((old, new), key=lambda table: table.indeling.vanaf)
    years = herindelingen["ingangsdatum"].dt.year
    between = herindelingen[(years > first.indeling.vanaf) & (years <= last.indeling.vanaf)]
    pairs = zip(between["oude_gm_code"], between["nieuwe_gm_code"], strict=True)
    root = _united({*first.tabel.index, *last.tabel.index}, pairs)
    members: dict[str, list[str]] = {}
    for code in last.tabel.index:
        members.setdefault(root[code], []).append(str(code))
    area = {code: members[found][0] for code, found in root.items() if found in members}
    names = last.tabel["gemeente"]
    told = {held[0]: " + ".join(str(names[code]) for code in held) for held in members.values()}
    return area, told


def _united(codes: set[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return per code one code that stands for all it is connected to."""
    root: dict[str, str] = {}

    def find(code: str) -> str:
        while root.get(code, code) != code:
            code = root[code]
        return code

    for one, other in pairs:
        root[find(one)] = find(other)
    return {code: find(code) for code in codes | set(root)}


def added_up(persons: pd.Series, area: Mapping[str, str]) -> pd.Series:
    """Add up persons per area, ascending by code.

    Raises
    ------
    KeyError
        If a gemeente belongs to no area.

    >>> added_up(pd.Series({"GM0001": 2, "GM0002": 3}), {"GM0001": "GM0009", "GM0002": "GM0009"})
    GM0009    5
    dtype: int64
    """
    return persons.groupby(lambda code: area[code]).sum().sort_index()
