"""Counts of an older indeling on the map of today: added up along the mergers, never split."""

from fractions import Fraction

import pandas as pd

from optimiser.gegevens.herindeling import Shares, mapping_between


def counts_on_map(
    values: pd.Series,
    herindelingen: pd.DataFrame,
    van: int,
    naar: int,
    shares: Shares | None = None,
) -> pd.Series:
    """Add counts up to the gemeenten of a later indeling.

    Only for counts (personen, woningen): percentages and averages do not add up.

    Parameters
    ----------
    values
        Index ``gm_code`` in the indeling of ``van``; whole numbers, NA where unknown.
    herindelingen
        One row per vanished gemeente and successor.
    van, naar
        First years of both indelingen.
    shares
        For a split gemeente, ``(old code, new code)`` to its share.

    Returns
    -------
    pandas.Series
        Index ``gm_code`` of the later indeling, ascending; NA where a part is unknown.

    Raises
    ------
    IndelingConversionError
        If ``naar`` lies before ``van``.
    SplitGemeenteError
        If a gemeente was split and no shares are given.
    """
    codes = [str(code) for code in values.index]
    where = mapping_between(codes, herindelingen, van, naar, shares or {})
    sums: dict[str, Fraction | None] = {}
    for code, value in zip(codes, values, strict=True):
        for new, share in where[code].items():
            before = sums.get(new, Fraction(0))
            unknown = before is None or pd.isna(value)
            sums[new] = None if unknown else before + share * Fraction(value)  # type: ignore[operator]
    whole = {new: _plain(total) for new, total in sorted(sums.items())}
    return pd.Series(whole, dtype="object", name=values.name).rename_axis("gm_code")


def _plain(total: Fraction | None) -> object:
    if total is None:
        return pd.NA
    return int(total) if total.denominator == 1 else total
