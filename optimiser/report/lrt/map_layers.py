"""The numbers of the kit as map layers."""

import re

import geopandas as gpd
import pandas as pd
import shapely

from optimiser.io.gemeentegrenzen.embedded import (
    dissolve_regios,
    read_gemeentegrenzen,
    read_hoofdplaatsen,
)
from optimiser.io.writing.geopackage import RD_NEW, Laag, to_geopackage
from optimiser.report.antwoord.no_answer import marked_table
from optimiser.report.lrt.content import Stof
from optimiser.report.lrt.slides.closing_slides import source_rows


def map_layers(stof: Stof) -> bytes:
    """Return a GeoPackage.

    Returns
    -------
    bytes
        Layers ``gemeenten``, ``provincies``, ``afspraken`` (lines), ``zonder_geometrie`` (values
        that could not be drawn) and ``verantwoording``.
    """
    table = numbers(stof)
    borders = read_gemeentegrenzen()
    known = table.index.isin(borders.index)
    shapes = borders.geometry.loc[table.index[known]]
    columns = table[known].reset_index(names="gm_code")
    gemeenten = gpd.GeoDataFrame(columns, geometry=shapes.to_numpy(), crs=RD_NEW)
    sources = pd.DataFrame(source_rows(stof), columns=["onderdeel", "herkomst"])
    layers = [
        Laag("gemeenten", gemeenten),
        Laag("provincies", _provincies(table, borders)),
        Laag("afspraken", _afspraken(stof)),
        Laag("zonder_geometrie", table[~known].reset_index(names="gm_code")),
        Laag("verantwoording", sources),
    ]
    return to_geopackage(layers, stof.herkomst)


def numbers(stof: Stof) -> pd.DataFrame:
    """Return the numbers per gemeente, index ``gm_code``; column names fit any GIS."""
    rows = stof.wettelijk.gemeenten
    found = stof.vergelijking
    table = rows[["gemeente", "provincie"]].astype(str)
    table["inwoners"] = rows["inwoners"].astype("int64")
    for label in found.labels:
        table[f"personen_{_column(label)}"] = found.gemeenten[label].astype("int64")
    for label in found.labels[1:]:
        table[f"verschil_{_column(label)}"] = found.verschil(label).astype("int64")
    answer = stof.verdeling.gemeenten
    if "doel" in answer.columns:
        table["voorstel"] = answer["taakstelling"].astype("int64")
        table["verschil_uitruil"] = (answer["taakstelling"] - answer["doel"]).astype("int64")
    return marked_table(table, stof.weigering)


def _column(label: str) -> str:
    return re.sub(r"\W+", "_", label).strip("_").lower()


def _provincies(table: pd.DataFrame, borders: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    sums = table.drop(columns=["gemeente"]).groupby("provincie").sum(numeric_only=True)
    sums = marked_table(sums, table.get("status", pd.Series(dtype=object)).iloc[:1])
    shapes = dissolve_regios(borders, table["provincie"])
    both = sums.loc[sums.index.isin(shapes.index)]
    columns = both.reset_index(names="provincie")
    return gpd.GeoDataFrame(
        columns, geometry=shapes.geometry.loc[both.index].to_numpy(), crs=RD_NEW
    )


def _afspraken(stof: Stof) -> gpd.GeoDataFrame:
    place = read_hoofdplaatsen()
    rows, lines = [], []
    for one in stof.afspraken:
        deal = one.afspraak
        if deal.van not in place.index or deal.naar not in place.index:
            continue
        ends = [(place.at[code, "x"], place.at[code, "y"]) for code in (deal.van, deal.naar)]
        names = (stof.naam(deal.van), stof.naam(deal.naar))
        rows.append((deal.van, names[0], deal.naar, names[1], deal.personen, one.gebied))
        lines.append(shapely.linestrings(ends))
    columns = ["van_code", "van", "naar_code", "naar", "personen", "gebied"]
    return gpd.GeoDataFrame(pd.DataFrame(rows, columns=columns), geometry=lines, crs=RD_NEW)
