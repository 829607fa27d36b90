"""One map as a picture or as a map layer."""

from dataclasses import dataclass, field, replace

import geopandas as gpd
import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.writing.geopackage import RD_NEW, Laag, to_geopackage
from optimiser.maps import (
    Kaart,
    MapGeometry,
    MapOptions,
    draw_map,
)
from optimiser.report.antwoord.no_answer import marked_table
from optimiser.report.kaart.content import Kaartstof
from optimiser.report.kaart.on_map import OpKaart
from optimiser.report.kaart.representation import style_of


@dataclass(frozen=True)
class Kaartvorm:
    """How it is drawn.

    Attributes
    ----------
    klassen
        Number of classes, or their breaks; of a difference those above zero are enough.
    methode
        ``kwantielen``, ``natuurlijk`` or ``gelijk``.
    opties
        Theme, names, borders; source and versions are added.
    """

    klassen: int | tuple[float, ...] = 6
    methode: str = "kwantielen"
    opties: MapOptions = field(default_factory=MapOptions)


def draw(stof: Kaartstof, vorm: Kaartvorm, geometry: MapGeometry, gegevens: Gegevens) -> Kaart:
    """Draw a map.

    Raises
    ------
    MapClassesError, UnknownMapChoiceError
        If the classes or the method cannot be used.
    """
    found = _values(stof, geometry, gegevens)
    note = " ".join([stof.colofon.opmerking, *found.meldingen])
    options = replace(vorm.opties, colofon=replace(stof.colofon, opmerking=note))
    style = style_of(
        stof.meting, [found], verschil=stof.verschil, klassen=vorm.klassen, methode=vorm.methode
    )
    return draw_map(found.waarden, geometry, replace(style, titel=stof.titel), options)


def _values(stof: Kaartstof, geometry: MapGeometry, gegevens: Gegevens) -> OpKaart:
    return stof.meting.on_map(geometry, gegevens, stof.jaar)


def map_layer(stof: Kaartstof, grenzen: gpd.GeoDataFrame, namen: pd.Series) -> bytes:
    """Return the values with their borders as a GeoPackage.

    Parameters
    ----------
    stof
        What was computed.
    grenzen
        Index ``gm_code``, EPSG:28992.
    namen
        Names, index ``gm_code``.

    Returns
    -------
    bytes
        Layer ``kaart``; ``zonder_geometrie`` with the values that have no border, borders without
        a value stay in ``kaart`` with an empty one; ``verantwoording``.
    """
    values = stof.meting.waarden.map(lambda v: None if pd.isna(v) else float(v)).astype("float64")
    table = pd.DataFrame({"gemeente": namen, "waarde": values, "eenheid": stof.meting.eenheid})
    on_border = marked_table(table.reindex(grenzen.index), stof.weigering)
    columns = on_border.reset_index(names="gm_code")
    layer = gpd.GeoDataFrame(columns, geometry=grenzen.geometry.to_numpy(), crs=RD_NEW)
    rest = marked_table(table[~table.index.isin(grenzen.index)], stof.weigering)
    left = rest.reset_index(names="gm_code")
    colofon = stof.colofon
    told = pd.DataFrame(
        [
            ("titel", stof.titel),
            ("bron", colofon.bron),
            ("peildatum", colofon.peildatum),
            ("wet", colofon.wet),
            ("gegevensversie", colofon.dataversie),
            ("opmerking", colofon.opmerking),
        ],
        columns=["onderdeel", "herkomst"],
    )
    layers = [Laag("kaart", layer), Laag("zonder_geometrie", left), Laag("verantwoording", told)]
    return to_geopackage(layers, stof.titel)
