"""The map as a file: picture or map layer, with the source and the user's own lines in it."""

from functools import partial

import streamlit as st

from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen
from optimiser.maps import render
from optimiser.report.kaart.content import Kaartstof, Kaartvraag
from optimiser.report.kaart.makeup import Opmaak, drawing, entitled, entitled_layer
from optimiser.report.kaart.values import values_table
from optimiser.ui.frame import session
from optimiser.ui.widgets.downloads import offer_file, offer_table

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
GPKG = "application/geopackage+sqlite3"


def offer_map(vraag: Kaartvraag, opmaak: Opmaak, stof: Kaartstof, drawn: bool) -> None:
    """Offer the map as a picture, as a layer and its numbers; each is made when pressed.

    Parameters
    ----------
    vraag, opmaak, stof
        The map.
    drawn
        Whether it could be drawn; if not, only layer and numbers are offered.
    """
    figures, name = session.gegevens(), f"kaart-{vraag.scenario.halfjaar}"
    pictures = {k: partial(_picture, stof, opmaak, figures, k) for k in _MIME if drawn}
    with st.container(horizontal=True):
        for kind, make in pictures.items():
            offer_file(
                f"{kind.upper()}", make, naam=f"{name}.{kind}", mime=_MIME[kind], key=f"lrt_{kind}"
            )
        if drawn:
            offer_file(
                "PowerPoint (één dia)",
                partial(_slide, stof, opmaak, figures),
                naam=f"{name}.pptx",
                mime=PPTX,
                key="lrt_pptx_kaart",
            )
        offer_file(
            "GeoPackage",
            lambda: entitled_layer(stof, opmaak, read_gemeentegrenzen(), figures),
            naam=f"{name}.gpkg",
            mime=GPKG,
            key="lrt_gpkg",
        )
    told = entitled(stof, opmaak).colofon
    origin = [told.bron, told.peildatum, told.wet, f"Gegevensversie {told.dataversie}"]
    table = values_table(stof, opmaak, figures).rename(columns={"waarde": stof.meting.titel})
    offer_table(table, [*origin, told.opmerking], naam=name, key="lrt_tabel_uit")


def _slide(stof: Kaartstof, opmaak: Opmaak, figures: Gegevens) -> bytes:
    from optimiser.report.lrt.slides.map_slide import map_slide

    return map_slide(stof, opmaak, figures)


def _picture(stof: Kaartstof, opmaak: Opmaak, figures: Gegevens, kind: str) -> bytes:
    return render(drawing(stof, opmaak, figures), kind)
