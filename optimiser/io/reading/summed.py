"""Figures of an older indeling added up along the mergers: only columns the user says add up."""

from collections.abc import Collection
from decimal import Decimal

import pandas as pd

from optimiser.errors import InvalidTableError
from optimiser.gegevens.codebook import Codebook
from optimiser.gegevens.herindeling import mapping_between
from optimiser.io.reading.door import FileTable
from optimiser.io.reading.questions import faulty
from optimiser.io.reading.rows.which_indeling import belonging


def summed(
    table: FileTable,
    columns: Collection[str],
    year: int,
    book: Codebook,
    herindelingen: pd.DataFrame,
) -> pd.DataFrame:
    """Add columns up to the gemeenten of a later indeling.

    Parameters
    ----------
    table
        As it was read, without faults.
    columns
        The columns that hold counts; the others are left out, since a part does not add up.
    year
        A year; its indeling is the newest that began by then.
    book, herindelingen
        The known gemeenten and mergers.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code`` ascending; exact text, NA where a part is unknown.

    Raises
    ------
    InvalidTableError
        If a column is not there, or codes are of no indeling.
    IndelingConversionError, SplitGemeenteError
        If the mergers do not lead there without a guess.
    """
    figures = table.figures()
    if absent := sorted(set(columns) - set(figures)):
        raise _no_column(table, absent)
    fit = belonging(table.codes, book)
    where = mapping_between(list(table.codes), herindelingen, fit.year, year, {})
    targets = sorted({new for parts in where.values() for new in parts})
    result: dict[str, list[object]] = {}
    for name in columns:
        totals: dict[str, Decimal | None] = dict.fromkeys(targets, Decimal(0))
        for code, value in zip(table.codes, figures[name].numbers, strict=True):
            # Without shares a split is refused, so each gemeente goes whole to one other.
            (new,) = where[code]
            known = totals[new]
            totals[new] = None if known is None or value is None else known + value
        result[name] = [pd.NA if v is None else format(v, "f") for v in totals.values()]
    return pd.DataFrame(result, index=pd.Index(targets, name="gm_code"), dtype=object)


def _no_column(table: FileTable, absent: list[str]) -> InvalidTableError:
    known = ", ".join(table.figures()) or "geen"
    fault = f"geen kolom met getallen: {', '.join(absent)}; wel: {known}"
    return faulty(table.report.bestand, [fault])
