"""Sums of gemeenten per province and over the country, beside what is booked on those themselves.

A province row is never added to its gemeenten: the sum stands beside it, with how many gemeenten
are known.
"""

from collections.abc import Mapping

import pandas as pd

from optimiser.tijd.grootboek.boeking import NEDERLAND
from optimiser.tijd.grootboek.stand import PERSONS, Stand


def sum_gemeenten(stand: Stand, provincie: Mapping[str, str]) -> pd.DataFrame:
    """Return the sums of the gemeenten of a stand, per province and over the country.

    Parameters
    ----------
    stand
        Of any half-year.
    provincie
        ``gm_code`` to the code of its province.

    Returns
    -------
    pandas.DataFrame
        Index ``PVxx`` and ``NL``: ``gemeenten`` and ``bekend`` (those with a saldo), ``volledig``
        (whether every one has a saldo that counts from a known start), and ``PERSONS`` over the
        known ones.
    """
    rows = stand.of_level("gemeente")
    rows = rows[~((rows["saldo"] == 0) & (rows["taakstelling"].isna())).fillna(value=False)]
    owner = rows.index.map(lambda code: provincie.get(code, ""))
    parts = {code: rows[owner == code] for code in sorted(set(owner) - {""})}
    parts[NEDERLAND] = rows
    found = {}
    for code, part in parts.items():
        known = part[part["saldo"].notna()]
        sums = {name: int(known[name].fillna(0).sum()) for name in PERSONS}
        complete = len(known) == len(part) and bool(known["beginstand"].all())
        counts = {"gemeenten": len(part), "bekend": len(known), "volledig": complete}
        found[code] = counts | sums
    return pd.DataFrame.from_dict(found, orient="index").rename_axis("eenheid")
