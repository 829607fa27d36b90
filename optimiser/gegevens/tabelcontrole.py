"""Where tables 1 and 2 of the report do not add up: found, told, never repaired.

In the embedded tables 43 places: 31 rows (4 and 27), 3 sums of provinces, 1 succession, 8 numbers
that differ between the tables. The rules overlap, so one misprint can show up more than once:

* the national rows of 2019-1 and 2019-2 are the same numbers in both tables (2 repeats);
* an end that is off is carried over as the next begin: between the tables to 2020-2 and 2021-1,
  in the sum of the provinces to 2021-2 (3 repeats);
* the succession of table 1 to 2021-2 is the end of 2021-1 that differs between the tables (1);
* the end of 2020-2 differs between the tables by 37 because the other three numbers of its row
  do: 22 + 25 - 10, and both rows close (1).

Without these seven there are 36, the number of an earlier count by hand; its list is not kept, so
that it was counted like this cannot be shown. Consequences could be struck further: the four
national rows of table 2 that do not close follow from their provinces and the sums. All 43 stay
listed.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

SUMMED = ("stand_begin", "taakstelling", "realisatie", "stand_eind")


class Afwijking(NamedTuple):
    """One place that does not close.

    Attributes
    ----------
    tabel
        ``"tabel 1"``, ``"tabel 2"`` or both.
    soort
        Which rule is broken, in Dutch.
    waar
        Half-year and province.
    gedrukt, berekend
        The printed number and what the rule gives [personen].
    """

    tabel: str
    soort: str
    waar: str
    gedrukt: int
    berekend: int


def find_deviations(tabel1: pd.DataFrame, tabel2: pd.DataFrame) -> list[Afwijking]:
    """Check every row, column, succession and the two tables against each other.

    Parameters
    ----------
    tabel1, tabel2
        The printed values, as ``io.tables`` reads them.

    Returns
    -------
    list of Afwijking
        Empty if everything closes.
    """
    return [
        *_rows("tabel 1", tabel1),
        *_rows("tabel 2", tabel2),
        *_columns(tabel2),
        *_succession("tabel 1", tabel1),
        *_succession("tabel 2", tabel2),
        *_between(tabel1, tabel2),
    ]


def _rows(name: str, table: pd.DataFrame) -> Iterator[Afwijking]:
    for row in table.itertuples():
        expected = row.stand_begin + row.taakstelling - row.realisatie
        if expected != row.stand_eind:
            where = f"{row.periode}, {row.provincie}"
            rule = "begin + taakstelling - realisatie = eind"
            yield Afwijking(name, rule, where, int(row.stand_eind), int(expected))


def _columns(table: pd.DataFrame) -> Iterator[Afwijking]:
    for period, rows in table.groupby("periode"):
        total = rows[rows["provincie"] == "Totaal"].iloc[0]
        for column in SUMMED:
            summed = int(rows.loc[rows["provincie"] != "Totaal", column].sum())
            if summed != total[column]:
                rule = f"som van de provincies, {column}"
                yield Afwijking("tabel 2", rule, f"{period}, Totaal", int(total[column]), summed)


def _succession(name: str, table: pd.DataFrame) -> Iterator[Afwijking]:
    for province, rows in table.groupby("provincie"):
        ordered = rows.sort_values("periode")
        ends, begins = ordered["stand_eind"].iloc[:-1], ordered["stand_begin"].iloc[1:]
        for period, end, begin in zip(ordered["periode"].iloc[1:], ends, begins, strict=True):
            if end != begin:
                rule = "begin = eind van het vorige halfjaar"
                yield Afwijking(name, rule, f"{period}, {province}", int(begin), int(end))


def _between(tabel1: pd.DataFrame, tabel2: pd.DataFrame) -> Iterator[Afwijking]:
    totals = tabel2[tabel2["provincie"] == "Totaal"].set_index("periode")
    for row in tabel1.itertuples():
        for column in SUMMED:
            other = totals.at[row.periode, column]
            if getattr(row, column) != other:
                rule = f"tabel 1 en het totaal van tabel 2 gelijk, {column}"
                where = f"{row.periode}, Nederland"
                yield Afwijking("tabel 1 en 2", rule, where, int(getattr(row, column)), int(other))
