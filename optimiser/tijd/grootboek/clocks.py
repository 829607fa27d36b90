"""Two clocks: the day a fact is about (peildatum) and the day we learned it (geboekt_op)."""

from datetime import date

import pandas as pd

from optimiser.tijd.grootboek.rows import IDENTITY


def known_on(
    rows: pd.DataFrame, bekend_op: date | None = None, peildatum: date | None = None
) -> pd.DataFrame:
    """Return per fact the version that counts.

    Parameters
    ----------
    rows
        Bookings in canonical order (``rows.combined``).
    bekend_op
        Only what we had learned by then; default everything.
    peildatum
        Only what is about days up to and including this one; default everything.

    Returns
    -------
    pandas.DataFrame
        One row per (eenheid, periode, soort, sleutel).
    """
    if bekend_op is not None:
        rows = rows[rows["geboekt_op"] <= pd.Timestamp(bekend_op)]
    if peildatum is not None:
        rows = rows[rows["peildatum"] <= pd.Timestamp(peildatum)]
    return rows[~_followed(rows)]


def _followed(rows: pd.DataFrame) -> pd.Series:
    """Tell which rows are followed by another version of the same fact."""
    same = pd.Series(data=True, index=rows.index)
    for name in IDENTITY:
        codes = rows[name] if name == "periode" else rows[name].cat.codes
        same &= codes.eq(codes.shift(-1))
    return same
