"""Joining a user's columns to the figures: to every table that has all their gemeenten."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pandas as pd

from optimiser.errors import InvalidTableError
from optimiser.gegevens.indeling import GemeentenTabel

Tables = Mapping[int, tuple[GemeentenTabel, ...]]
#: Between the source of the embedded figures and the name of the user's file.
OWN = "; eigen bestand "


def file_of(bron: str) -> str:
    """Return the name of the user's file in the source of a table; empty without one.

    >>> file_of("CBS; eigen bestand cijfers.csv"), file_of("CBS")
    ('cijfers.csv', '')
    """
    return bron.rpartition(OWN)[2] if OWN in bron else ""


def joined(
    gemeenten: Tables, columns: pd.DataFrame, name: str
) -> dict[int, tuple[GemeentenTabel, ...]]:
    """Return the tables, with the columns added where all the gemeenten are known.

    A gemeente that the file does not have gets an empty cell, as if it stood there empty. A column
    of the figures themselves that comes back unchanged is left alone.

    Parameters
    ----------
    gemeenten
        Per peiljaar its tables.
    columns
        Index ``gm_code``; cells are exact text or NA.
    name
        Where they come from, for messages and as added source.

    Raises
    ------
    InvalidTableError
        If no table has all these gemeenten, or a column name is taken by other figures.
    """
    tables = [table for years in gemeenten.values() for table in years]
    fitting = [table for table in tables if _fits(table, columns)]
    if not fitting:
        newest = gemeenten[max(gemeenten)][0].tabel
        raise InvalidTableError(bestand=name, **_mismatch(newest, columns))
    known = {c for t in tables for c in t.tabel.columns} & set(columns.columns)
    same = {c for c in known if any(_same(t.tabel, columns[c]) for t in fitting)}
    if taken := sorted(known - same):
        fault = f"de kolomnamen {', '.join(taken)} zijn al in gebruik; kies een andere naam."
        raise InvalidTableError(bestand=name, aantal=len(taken), fouten=fault)
    added = columns.drop(columns=sorted(same))
    return {
        year: tuple(_joined(table, added, name) for table in years)
        for year, years in gemeenten.items()
    }


def own_indeling(gemeenten: Tables) -> tuple[str, GemeentenTabel] | None:
    """Return the user's file and the newest table it was joined to; None without a file."""
    tables = [table for year in sorted(gemeenten) for table in gemeenten[year]]
    own = [(file_of(table.bron), table) for table in tables if file_of(table.bron)]
    return own[-1] if own else None


def _fits(table: GemeentenTabel, columns: pd.DataFrame) -> bool:
    return bool(columns.index.isin(table.tabel.index).all())


def _same(tabel: pd.DataFrame, column: pd.Series) -> bool:
    """Tell whether a column holds the very figures of a table."""
    if column.name not in tabel.columns:
        return False
    pairs = zip(tabel[column.name].reindex(column.index), column, strict=True)
    return all(
        (pd.isna(a) and pd.isna(b))
        or (not (pd.isna(a) or pd.isna(b)) and Fraction(str(a)) == Fraction(str(b)))
        for a, b in pairs
    )


def _joined(table: GemeentenTabel, columns: pd.DataFrame, name: str) -> GemeentenTabel:
    if not _fits(table, columns):
        return table
    joined = pd.concat([table.tabel, columns.reindex(table.tabel.index)], axis="columns")
    return replace(table, tabel=joined, bron=f"{table.bron}{OWN}{name}")


def _mismatch(newest: pd.DataFrame, columns: pd.DataFrame) -> dict[str, object]:
    unknown = list(columns.index.difference(newest.index))
    told = f"{len(unknown)} codes horen er niet bij: {', '.join(unknown[:10])}"
    faults = f"{told} (vergeleken met de nieuwste indeling; geen enkele indeling heeft ze alle)."
    return {"aantal": len(unknown), "fouten": faults}
