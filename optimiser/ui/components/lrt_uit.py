"""The map as a file: picture or map layer, with the source and the user's own lines in it."""

from functools import partial

import streamlit as st

from optimiser.gegevens import Gegevens
from optimiser.io.grenzen import read_gemeentegrenzen
from optimiser.maps import render
from optimiser.report.kaartbestand import map_layer
from optimiser.report.kaartstof import Kaartstof, Kaartvraag
from optimiser.ui import session
from optimiser.ui.components.downloads import offer_file, offer_table
from optimiser.ui.components.lrt_beeld import values_table
from optimiser.ui.components.lrt_opmaak import Opmaak, drawing, entitled

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
GPKG = "application/geopackage+sqlite3"


def offer_map(vraag: Kaartvraag, opmaak: Opmaak, stof: Kaartstof) -> None:
    """Offer the map as a picture, as a layer and its numbers; each is made when pressed."""
    figures, name = session.gegevens(), f"kaart-{vraag.scenario.halfjaar}"
    drawn = {k: partial(_picture, stof, opmaak, figures, k) for k in _MIME}
    with st.container(horizontal=True):
        for kind, make in drawn.items():
            offer_file(
                f"{kind.upper()}", make, naam=f"{name}.{kind}", mime=_MIME[kind], key=f"lrt_{kind}"
            )
        offer_file(
            "GeoPackage",
            partial(layer, stof, opmaak, figures),
            naam=f"{name}.gpkg",
            mime=GPKG,
            key="lrt_gpkg",
        )
    told = entitled(stof, opmaak).colofon
    origin = [told.bron, told.peildatum, told.wet, f"Gegevensversie {told.dataversie}"]
    table = values_table(stof, opmaak, figures).rename(columns={"waarde": stof.meting.titel})
    offer_table(table, [*origin, told.opmerking], naam=name, key="lrt_tabel_uit")


def _picture(stof: Kaartstof, opmaak: Opmaak, figures: Gegevens, kind: str) -> bytes:
    return render(drawing(stof, opmaak, figures), kind)


def layer(stof: Kaartstof, opmaak: Opmaak, gegevens: Gegevens) -> bytes:
    """Return the map as a GeoPackage, with the user's title and source line."""
    codes = stof.meting.teller.index
    names = gegevens.figures(stof.jaar).tabel["gemeente"].reindex(codes)
    return map_layer(entitled(stof, opmaak), read_gemeentegrenzen(), names)
