"""The printed tables as bookings: every row as it stands, what does not close on its own line."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.provincies import provincie_code, provincie_namen
from optimiser.tijd.grootboek.boeking import NEDERLAND, Boeking, BoekingSoort, BoekingStatus
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.tijd.grootboek.overgang import Shares, overgangen

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens

TABEL1 = "Eindrapportage aanjager huisvesting statushouders (2021), tabel 1"
TABEL2 = "Eindrapportage aanjager huisvesting statushouders (2021), tabel 2"
#: First half-year of which the national series says more than table 1.
FROM_SERIES = Halfjaar(2021, 2)


class PrintedRow(NamedTuple):
    """One printed row [personen]; None is not printed."""

    eenheid: str
    periode: Halfjaar
    begin: int | None
    taakstelling: int
    realisatie: int | None
    eind: int | None
    peildatum: date
    bron: str
    versie: int = 1
    toelichting: str = ""


def row_bookings(row: PrintedRow) -> Iterator[Boeking]:
    """Return a printed row as bookings; what does not close is ``onverklaard``.

    A begin that differs from the end before it becomes ``aansluiting`` when the ledger is worked
    out. The day a number became known is taken to be its peildatum (aanname).
    """
    start = row.periode.eerste_dag

    def book(soort: BoekingSoort, personen: int, day: date, status: BoekingStatus) -> Boeking:
        return Boeking(
            row.eenheid, row.periode, soort, personen, day, day, status, row.versie, row.bron,
            toelichting=row.toelichting,
        )  # fmt: skip

    if row.begin is not None:
        yield book(BoekingSoort.BEGINSTAND, row.begin, start, BoekingStatus.DEFINITIEF)
    yield book(BoekingSoort.TAAKSTELLING, row.taakstelling, start, BoekingStatus.DEFINITIEF)
    if row.realisatie is None:
        return
    over = row.peildatum > row.periode.laatste_dag
    status = BoekingStatus.DEFINITIEF if over else BoekingStatus.VOORLOPIG
    yield book(BoekingSoort.REALISATIE, row.realisatie, row.peildatum, status)
    if row.begin is None or row.eind is None:
        return
    off = row.eind - (row.begin + row.taakstelling - row.realisatie)
    if off or row.versie > 1:
        yield book(BoekingSoort.ONVERKLAARD, off, row.peildatum, status)


def printed_rows(table: pd.DataFrame, bron: str, regios: pd.DataFrame) -> Iterator[PrintedRow]:
    """Return the rows of table 1 or 2; ``Totaal`` and ``Nederland`` are the country.

    Raises
    ------
    UnknownProvincieError
        If a name is no province.
    """
    codes = {
        name: NEDERLAND if name in {"Totaal", "Nederland"} else provincie_code(name, regios)
        for name in table["provincie"].unique()
    }
    for one in table.itertuples():
        yield PrintedRow(
            codes[one.provincie],
            Halfjaar.parse(one.periode),
            int(one.stand_begin),
            int(one.taakstelling),
            int(one.realisatie),
            int(one.stand_eind),
            one.peildatum_eind.date(),
            bron,
        )


def series_rows(landelijk: pd.DataFrame) -> Iterator[PrintedRow]:
    """Return the national series from ``FROM_SERIES`` on; its begin is opgave - taakstelling."""
    for name, one in landelijk.iterrows():
        periode = Halfjaar.parse(str(name))
        if periode < FROM_SERIES:
            continue
        asked, opgave, done, end = (
            _whole(one[column]) for column in ("taakstelling", "opgave", "realisatie", "stand_eind")
        )
        begin = None if opgave is None or asked is None else opgave - asked
        note = "" if pd.isna(one["opmerking"]) else str(one["opmerking"])
        yield PrintedRow(
            NEDERLAND, periode, begin, asked or 0, done, end, periode.next().eerste_dag,
            str(one["bron"]), 2, note,
        )  # fmt: skip


def replay(table: pd.DataFrame, bron: str, regios: pd.DataFrame) -> Grootboek:
    """Return the ledger of one printed table, its totals included, to hold against what it prints.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> gegevens = read_embedded()
    >>> boek = replay(gegevens.tabel2, TABEL2, gegevens.regios)
    >>> int(boek.stand(Halfjaar(2021, 1)).of_level("land")["saldo"].iloc[0])
    5586
    """
    rows = printed_rows(table, bron, regios)
    return Grootboek.of(booking for row in rows for booking in row_bookings(row))


def embedded_grootboek(gegevens: "Gegevens", shares: Shares | None = None) -> Grootboek:
    """Return the ledger of the embedded tables: the country and the provinces.

    Country: table 1 of the report up to 1 October 2021, then the national series. Provinces:
    table 2. The day a number became known is taken to be its peildatum (aanname).

    Parameters
    ----------
    gegevens
        The figures.
    shares
        Of split gemeenten, for bookings on gemeenten that are added later.
    """
    provinces = gegevens.tabel2[gegevens.tabel2["provincie"] != "Totaal"]
    rows = [
        *printed_rows(gegevens.tabel1, TABEL1, gegevens.regios),
        *printed_rows(provinces, TABEL2, gegevens.regios),
        *series_rows(gegevens.landelijk),
    ]
    book = Grootboek.of(booking for row in rows for booking in row_bookings(row))
    existing = {
        table.indeling.vanaf: list(table.tabel.index)
        for tables in gegevens.gemeenten.values()
        for table in tables
    }
    return Grootboek(
        book.rows,
        overgangen(gegevens.herindelingen, existing, shares),
        names_of(gegevens),
        (f"{TABEL1} en tabel 2; landelijke reeks; gegevens {gegevens.version}.",),
    )


def names_of(gegevens: "Gegevens") -> dict[str, str]:
    """Return the names of the country, the provinces and every gemeente, the newest name last."""
    names: dict[str, str] = {NEDERLAND: "Nederland"} | provincie_namen(gegevens.regios)
    for year in sorted(gegevens.gemeenten):
        for table in gegevens.gemeenten[year]:
            names |= dict(table.tabel["gemeente"])
    return names


def _whole(value: Any) -> int | None:  # noqa: ANN401 - a cell of a table
    return None if pd.isna(value) else int(value)
