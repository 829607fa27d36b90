"""The largest gains and losses, absolute and per 1.000 inhabitants."""

from fractions import Fraction

import pandas as pd

from optimiser.compare.vergelijking import Vergelijking


def find_uitschieters(gevonden: Vergelijking, label: str, aantal: int = 10) -> pd.DataFrame:
    """List the largest gains and losses under a key.

    Parameters
    ----------
    gevonden
        The comparison.
    label
        One of its keys.
    aantal
        Rows per list.

    Returns
    -------
    pandas.DataFrame
        ``lijst`` (stijging, daling, stijging per 1.000, daling per 1.000), ``gm_code``,
        ``gemeente``, ``provincie``, ``inwonertal``, ``was``, ``wordt``, ``verschil`` [personen],
        ``verschil_per_1000`` (``Fraction``). Ties by ``gm_code``.
    """
    table = changes(gevonden, label)
    lists = []
    for naam, column in (("", "verschil"), (" per 1.000 inwoners", "verschil_per_1000")):
        rising = table[table["verschil"] > 0].sort_values(
            [column, "gm_code"], ascending=[False, True]
        )
        falling = table[table["verschil"] < 0].sort_values([column, "gm_code"])
        lists.append(rising.head(aantal).assign(lijst=f"stijging{naam}"))
        lists.append(falling.head(aantal).assign(lijst=f"daling{naam}"))
    joined = pd.concat(lists, ignore_index=True)
    return joined[["lijst", *table.columns]]


def changes(gevonden: Vergelijking, label: str) -> pd.DataFrame:
    """Return the change of every gemeente under a key, in the columns of ``find_uitschieters``."""
    rows = gevonden.gemeenten
    verschil = gevonden.verschil(label)
    per_1000 = [
        Fraction(1000 * int(d), int(n)) for d, n in zip(verschil, rows["inwonertal"], strict=True)
    ]
    return pd.DataFrame(
        {
            "gm_code": rows.index,
            "gemeente": rows["gemeente"],
            "provincie": rows["provincie"],
            "inwonertal": rows["inwonertal"],
            "was": rows[gevonden.tegen],
            "wordt": rows[label],
            "verschil": verschil,
            "verschil_per_1000": pd.Series(per_1000, index=rows.index, dtype=object),
        }
    ).reset_index(drop=True)
