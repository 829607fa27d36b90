"""What of a delivery is seen: own gemeenten row by row, those of others as totals."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pandas as pd
import pyarrow as pa

from optimiser.datapunt.levering import Levering
from optimiser.datapunt.reading.tabellen import TABELLEN
from optimiser.datapunt.rows_blob import GM
from optimiser.io.reading.typed.tabel import KolomSoort
from optimiser.zicht.errors import OutsideZichtError
from optimiser.zicht.zicht import Zicht

#: Tables about some gemeenten only, which a workspace delivers for itself. All others are about
#: the whole country, so that everybody computes with the same figures.
LOCAL = frozenset({"ladder", "laddertreden", "woningaanbod"})


def require_deliverable(zicht: Zicht, tabel: str, rijen: pd.DataFrame) -> None:
    """Refuse a delivery that is not this workspace's to make.

    Raises
    ------
    OutsideZichtError
        If the table is about the whole country, or a row about a gemeente of others.
    """
    if zicht.alles:
        return
    wat = f"Een levering van {tabel}"
    if tabel not in LOCAL:
        zicht.require_all(wat)
    codes = set(rijen[GM]) if GM in rijen else set()
    if others := sorted(code for code in codes if not zicht.sees(code)):
        raise OutsideZichtError(wat=wat, werkruimte=zicht.werkruimte, gemeenten=others[:10])


def in_view(
    zicht: Zicht,
    found: Iterable[tuple[str, Levering]],
    rows_of: Callable[[int], pa.Table],
) -> list[Levering]:
    """Return the deliveries that are seen.

    Everything by who sees everything; one's own; and what others settled, if it is about the whole
    country or about a gemeente in view. What others remarked with it is not shown.

    Parameters
    ----------
    zicht
        Whose eyes.
    found
        Workspace and delivery.
    rows_of
        Returns the rows in view of a delivery by number.
    """
    if zicht.alles:
        return [one for _, one in found]
    seen = []
    for werkruimte, one in found:
        if werkruimte == zicht.eigenaar:
            seen.append(one)
        elif one.vastgesteld_op is not None and (not werkruimte or _touches(rows_of(one.nummer))):
            seen.append(replace(one, opmerking="", afwijkingen=()))
    return seen


def totals_of_others(zicht: Zicht, tabel: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the sums over gemeenten that are not in view, so that own rows and these close.

    Parameters
    ----------
    zicht
        Whose eyes.
    tabel
        Of which table the rows are.
    rows
        All of them.

    Returns
    -------
    pandas.DataFrame
        Per half-year, day or year: ``gemeenten`` and the sum of every count [as delivered];
        unknown where one of them is. Empty where nothing is hidden, and for a table of
        ``LOCAL``: nobody published those sums, and that of one gemeente would be its own row.
    """
    kind = TABELLEN[tabel]
    if GM not in rows or zicht.alles or tabel in LOCAL:
        return rows.iloc[:0]
    hidden = rows[~rows[GM].map(zicht.sees).astype(bool)]
    summed = [
        one.naam
        for one in kind.kolommen
        if one.soort in {KolomSoort.AANTAL, KolomSoort.SALDO} and one.naam in rows
    ]
    by = [name for name in kind.reikwijdte if name != GM]
    groups = hidden.groupby(by, sort=True)
    totals = groups[summed].agg(lambda column: column.sum(skipna=False))
    return totals.assign(gemeenten=groups[GM].nunique()).reset_index()


def _touches(rows: pa.Table) -> bool:
    return GM not in rows.column_names or rows.num_rows > 0
