"""Joining a user's columns to the figures: the gemeenten must be exactly those of one indeling."""

from collections.abc import Mapping
from dataclasses import replace

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
    """Return the tables, with the columns added where the gemeenten are the same.

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
        If no table has exactly these gemeenten, or a column name is taken.
    """
    tables = [table for years in gemeenten.values() for table in years]
    if taken := sorted({c for t in tables for c in t.tabel.columns} & set(columns.columns)):
        fault = f"de kolomnamen {', '.join(taken)} zijn al in gebruik; kies een andere naam."
        raise InvalidTableError(bestand=name, aantal=len(taken), fouten=fault)
    if not any(set(t.tabel.index) == set(columns.index) for t in tables):
        newest = gemeenten[max(gemeenten)][0].tabel
        raise InvalidTableError(bestand=name, **_mismatch(newest, columns))
    return {
        year: tuple(_joined(table, columns, name) for table in years)
        for year, years in gemeenten.items()
    }


def _joined(table: GemeentenTabel, columns: pd.DataFrame, name: str) -> GemeentenTabel:
    if set(table.tabel.index) != set(columns.index):
        return table
    joined = pd.concat([table.tabel, columns.reindex(table.tabel.index)], axis="columns")
    return replace(table, tabel=joined, bron=f"{table.bron}{OWN}{name}")


def _mismatch(newest: pd.DataFrame, columns: pd.DataFrame) -> dict[str, object]:
    absent = newest.index.difference(columns.index)
    missing = [f"{code} ({newest.at[code, 'gemeente']})" for code in absent]
    unknown = list(columns.index.difference(newest.index))
    told = []
    if missing:
        told.append(f"{len(missing)} gemeenten ontbreken: {', '.join(missing[:10])}")
    if unknown:
        told.append(f"{len(unknown)} codes horen er niet bij: {', '.join(unknown[:10])}")
    faults = "; ".join(told) + " (vergeleken met de nieuwste indeling)."
    return {"aantal": len(missing) + len(unknown), "fouten": faults}
