"""What was delivered beside the realisatie: ladder, verschoonbaar, coupling."""

from datetime import date

import pandas as pd

from optimiser.datapunt.rows_blob import to_frame
from optimiser.datapunt.store import Datapunt


def read_ladder(datapunt: Datapunt | None, bekend_op: date | None = None) -> pd.DataFrame | None:
    """Return per gemeente the last delivered step and mark; None where nothing was delivered.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``: ``trede``, ``sinds``, ``verschoonbaar``, ``besluit``, ``peildatum``.
    """
    rows = _settled(datapunt, "ladder", bekend_op)
    if rows is None:
        return None
    last = rows.sort_values(["gm_code", "peildatum"], kind="stable")
    return last.drop_duplicates("gm_code", keep="last").set_index("gm_code")


def read_gekoppeld(
    datapunt: Datapunt | None, periode: str, bekend_op: date | None = None
) -> pd.Series | None:
    """Return per gemeente the persons coupled in a half-year, at its last peildatum; None if none.

    Returns
    -------
    pandas.Series
        Index ``gm_code`` [personen].
    """
    rows = _settled(datapunt, "realisatie", bekend_op)
    if rows is None or "gekoppeld" not in rows:
        return None
    mine = rows[(rows["periode"] == periode) & rows["gekoppeld"].notna()]
    if mine.empty:
        return None
    last = mine.sort_values(["gm_code", "peildatum"], kind="stable")
    return last.drop_duplicates("gm_code", keep="last").set_index("gm_code")["gekoppeld"]


def _settled(datapunt: Datapunt | None, tabel: str, bekend_op: date | None) -> pd.DataFrame | None:
    if datapunt is None:
        return None
    found = datapunt.settled(tabel, bekend_op)
    if not found:
        return None
    held = datapunt.arrow([one.nummer for one in found])
    return pd.concat([to_frame(held[one.nummer]) for one in found], ignore_index=True)
