"""What was delivered beside the realisatie: ladder, coupling, reception, times, dwellings."""

from collections.abc import Sequence
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


def read_treden(datapunt: Datapunt | None, bekend_op: date | None = None) -> pd.DataFrame | None:
    """Return the names of steps as provinces delivered them; None if none.

    Returns
    -------
    pandas.DataFrame
        ``provincie``, ``trede``, ``omschrijving``, ``vanaf``, ``bron``; oldest first.
    """
    rows = _settled(datapunt, "laddertreden", bekend_op)
    return None if rows is None else rows.sort_values("vanaf", kind="stable")


def read_aanbod(
    datapunt: Datapunt | None, periode: str, bekend_op: date | None = None
) -> pd.DataFrame | None:
    """Return the dwellings delivered for a half-year; None if none.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``, a column per ``zekerheid`` and ``totaal`` [woningen].
    """
    rows = _settled(datapunt, "woningaanbod", bekend_op)
    if rows is None:
        return None
    # A later levering about the same gemeente and half-year takes the place of an earlier one.
    mine = rows[rows["periode"] == periode]
    newest = mine.groupby("gm_code")["levering"].transform("max")
    mine = mine[mine["levering"] == newest]
    if mine.empty:
        return None
    sure = mine.pivot_table("aantal", "gm_code", "zekerheid", aggfunc="sum", fill_value=0)
    sure = sure.astype("int64").rename_axis(columns=None)
    return sure.assign(totaal=sure.sum(axis="columns"))


def read_opvang(
    datapunt: Datapunt | None, tabel: str, bekend_op: date | None = None
) -> pd.DataFrame | None:
    """Return bezetting, normtijd or kenmerken of every delivered day; None if there is none.

    Of a day that was delivered twice the later levering counts. Sorted by ``peildatum``.
    """
    rows = _settled(datapunt, tabel, bekend_op)
    if rows is None:
        return None
    newest = rows.groupby("peildatum")["levering"].transform("max")
    return rows[rows["levering"] == newest].sort_values("peildatum", kind="stable")


def lines_of(datapunt: Datapunt | None, tabellen: Sequence[str]) -> list[str]:
    """Name the settled deliveries of these tables, as every output does."""
    if datapunt is None:
        return []
    found = [one for tabel in tabellen for one in datapunt.settled(tabel)]
    return [f"Aangeleverd: {one.tabel}, {one.line()}." for one in found]


def _settled(datapunt: Datapunt | None, tabel: str, bekend_op: date | None) -> pd.DataFrame | None:
    if datapunt is None:
        return None
    found = datapunt.settled(tabel, bekend_op)
    if not found:
        return None
    held = datapunt.arrow([one.nummer for one in found])
    parts = [to_frame(held[one.nummer]).assign(levering=one.nummer) for one in found]
    return pd.concat(parts, ignore_index=True)
