"""The embedded figures: whose, of when, under which terms, and the file itself."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.gegevens.tabelcontrole import find_deviations
from optimiser.io.bronnen import checked_bytes, read_bronnen
from optimiser.io.tables import read_csv
from optimiser.report.kaart.measures import column_words
from optimiser.teksten import decimal, whole
from optimiser.ui.widgets.downloads import offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Most rows of a file that are shown; the download has all.
SHOWN = 400
_OVERVIEW = (
    Column("titel", "Wat"),
    Column("eigenaar", "Van wie"),
    Column("peildatum", "Peildatum"),
    Column("indeling", "Gemeenten van"),
    Column("licentie", "Licentie"),
)
_DEVIATIONS = (
    Column("waar", "Waar"),
    Column("tabel", "Tabel"),
    Column("soort", "Wat niet sluit"),
    Column("gedrukt", "Gedrukt", whole, "In personen, zoals het in het rapport staat"),
    Column("berekend", "Berekend", whole, "In personen, volgens de regel"),
)
_PARAMETERS = (
    Column("omschrijving", "Wat"),
    Column("status", "Status"),
    Column("vanaf", "Vanaf"),
    Column("waarde", "Waarde", lambda v: decimal(v, 2)),
    Column("eenheid", "Eenheid"),
    Column("bron", "Bron"),
)


def show_overview() -> None:
    """Show all embedded files in one table."""
    rows = [bron.model_dump() for bron in read_bronnen().values()]
    table = pd.DataFrame(rows, index=list(read_bronnen()))
    show_table(table, _OVERVIEW, key="bronnen", titel="Meegeleverde gegevens")


def show_file() -> None:
    """Let the user pick one file, read it and download it."""
    bronnen = read_bronnen()
    picked = st.selectbox(
        "Bekijk een bestand",
        list(bronnen),
        format_func=lambda naam: bronnen[naam].titel,
        key="bekijk_bestand",
    )
    bron = bronnen[picked]
    st.markdown(f"**Bron:** {bron.bron}  \n**Licentie:** {bron.licentie}")
    if bron.opmerking:
        st.markdown(f"**Let op:** {bron.opmerking}")
    offer_file(
        "Download dit bestand",
        lambda: checked_bytes(picked),
        naam=picked.rsplit("/", 1)[-1],
        mime="application/octet-stream",
        key="download_bestand",
    )
    if picked.endswith(".csv"):
        _preview(picked, bron.titel)


def show_parameters() -> None:
    """Show every quantity with its status: measured, or an assumption."""
    rows = [
        {
            "omschrijving": parameter.omschrijving,
            "status": parameter.status,
            "vanaf": f"{value.vanaf:%d/%m/%Y}".replace("/", "\N{NON-BREAKING HYPHEN}"),
            "waarde": value.waarde,
            "eenheid": parameter.eenheid,
            "bron": value.bron,
        }
        for parameter in read_gegevens().parameters.values()
        for value in parameter.waarden
    ]
    titel = "Grootheden en aannamen"
    show_table(pd.DataFrame(rows), _PARAMETERS, key="parameters", titel=titel)


def show_deviations() -> None:
    """Show where the printed tables of the report do not add up."""
    figures = read_gegevens()
    found = find_deviations(figures.tabel1, figures.tabel2)
    titel = f"{len(found)} plaatsen waar de gedrukte tabellen niet sluiten"
    show_table(pd.DataFrame(found), _DEVIATIONS, key="afwijkingen", titel=titel)


def _preview(name: str, titel: str) -> None:
    table = _newest(read_csv(name))
    columns = [_column(c, table[c]) for c in map(str, table.columns)]
    part = table.head(SHOWN)
    numbers = {c.naam: pd.to_numeric(part[c.naam]) for c in columns if c.form is not None}
    told = f"{titel}: cijfers van {part['jaar'].iloc[0]}" if "jaar" in part else titel
    if len(table) > SHOWN:
        told = f"{titel}: de eerste {SHOWN} van {whole(len(table))} rijen"
    options = TableOptions(search=True)
    show_table(part.assign(**numbers), columns, key="voorbeeld", titel=told, options=options)


def _column(name: str, cells: pd.Series) -> Column:
    """Return a column under its Dutch title, with its unit and its name in the file on hover."""
    titel, unit = column_words(name)
    told = f"{unit}; kolom {name}" if unit else f"kolom {name}"
    return Column(name, titel if unit else name.replace("_", " ").capitalize(), _shape(cells), told)


def _newest(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the last year of a file that has several; the download has all."""
    if "jaar" not in table.columns:
        return table
    return table[table["jaar"] == table["jaar"].max()].dropna(axis="columns", how="all")


def _shape(cells: pd.Series) -> Callable[[Any], str] | None:
    known = cells.dropna()
    if known.empty or not known.str.fullmatch(r"-?\d{1,12}(\.\d+)?").all():
        return None
    if known.str.fullmatch(r"(19|20)\d\d").all():
        return str
    return decimal if known.str.contains(".", regex=False).any() else whole
