"""Rebuild ``data/geo/``: ``python -m optimiser.bouw.grenzen [folder]``.

Without a folder the files of the project are replaced. Takes about a minute and 3 GB.
"""

import logging
import sys
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from optimiser.bouw import bronnen, buren, checks, etiketten, plaatsen, raster, uitvoer, vlakken
from optimiser.bouw.ligging import FloatArray, IntArray, Ligging, fit_ligging
from optimiser.io.paths import data_dir

log = logging.getLogger(__name__)


def gather_places(
    gemeenten: pd.DataFrame, handwerk: dict[str, Any]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the places with their gemeente, and the anchors for gemeenten without."""
    populated = bronnen.read_populated_places()
    located = plaatsen.locate(
        bronnen.read_places_with_gemeente(), gemeenten, bronnen.read_herindelingen(), handwerk
    )
    anchors = pd.concat(
        [
            plaatsen.anchor_points(gemeenten, populated, handwerk),
            etiketten.points_by_hand(handwerk, gemeenten),
        ],
        ignore_index=True,
    )
    return plaatsen.with_inhabitants(located, populated), anchors


def label_regions(
    regions: IntArray,
    near: IntArray,
    gap: FloatArray,
    ligging: Ligging,
    evidence: tuple[pd.DataFrame, pd.DataFrame, list[tuple[float, float, str]]],
) -> etiketten.Labels:
    """Label the regions by places, anchors and the loose parts named by hand, in that order."""
    places, anchors, loose = evidence
    labels = etiketten.label_by_places(near, gap, ligging, places)
    labels = etiketten.label_by_anchors(labels, near, ligging, anchors)
    return etiketten.label_loose_parts(labels, regions, ligging, loose)


def to_seeds(regions: IntArray, labels: etiketten.Labels, codes: list[str]) -> IntArray:
    """Replace region numbers by 1 + the position of their gemeente in ``codes``.

    Raises
    ------
    ValueError
        If a gemeente has no region at all.
    """
    if missing := sorted(set(codes) - set(labels.values())):
        msg = f"no region for {missing}"
        raise ValueError(msg)
    number = {code: i for i, code in enumerate(codes, 1)}
    lookup = np.zeros(int(regions.max()) + 1, dtype=np.int32)
    for region, code in labels.items():
        lookup[region] = number[code]
    return np.asarray(lookup[regions], dtype=np.int32)


def build() -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Run all steps from the packages to the borders.

    Returns
    -------
    grenzen : geopandas.GeoDataFrame
        Index ``gm_code``: ``gemeente``, polygons in EPSG:28992.
    main_places : pandas.DataFrame
        Index ``gm_code``: ``plaats``, ``x``, ``y`` [m, RD].
    """
    handwerk, gemeenten = bronnen.read_handwerk(), bronnen.read_gemeenten()
    places, anchors = gather_places(gemeenten, handwerk)
    picture = bronnen.read_raster()
    core = raster.find_core(picture)
    regions, near, gap = raster.number_regions(core)
    ligging, held_out = fit_ligging(regions, near, gap, places)
    inside = 100 * float((held_out <= 0.5).mean())
    log.info("%s; %d plaatsen, %.1f %% binnen", ligging, len(held_out), inside)
    code_of = {name: str(code) for code, name in gemeenten["gemeente"].items()}
    loose = [(x, y, code_of[name]) for x, y, name in handwerk["losse_delen"]["punten"]]
    labels = label_regions(regions, near, gap, ligging, (places, anchors, loose))
    seeds = to_seeds(regions, labels, list(gemeenten.index))
    land = raster.find_land(core, picture[..., 3])
    fine = raster.clean(raster.grow(seeds, picture, land))
    shapes = vlakken.simplify(vlakken.polygonise(fine, ligging, len(gemeenten)))
    candidates = pd.concat([places, anchors], ignore_index=True)
    return uitvoer.to_frame(gemeenten, shapes), plaatsen.main_places(candidates)


def check(grenzen: gpd.GeoDataFrame, places: pd.DataFrame, gemeenten: pd.DataFrame) -> None:
    """Stop if an invariant is broken.

    Raises
    ------
    ValueError
        With everything that is wrong.
    """
    faults = checks.coverage_faults(grenzen) + checks.misplaced(grenzen, places)
    faults += [f"{code}: {r:.2f}" for code, r in checks.area_faults(grenzen, gemeenten).items()]
    if faults:
        msg = "; ".join(faults)
        raise ValueError(msg)


def main(folder: Path) -> None:
    """Build, compare with what is there, check and write."""
    gemeenten, handwerk = bronnen.read_gemeenten(), bronnen.read_handwerk()
    grenzen, places = build()
    if (shipped := folder / "gemeentegrenzen.parquet").exists():
        before = gpd.read_parquet(shipped).set_index("gm_code")
        iou = checks.overlap(grenzen, before)
        log.info("overlap met het vorige bestand: min %.3f, mediaan %.3f", iou.min(), iou.median())
    check(grenzen, places, gemeenten)
    uitvoer.write_parquet(grenzen, shipped)
    uitvoer.write_topojson(grenzen, folder / "gemeentegrenzen.topojson")
    pairs = buren.neighbours(grenzen, gemeenten, handwerk)
    uitvoer.write_table(pairs, folder / "buren.csv")
    uitvoer.write_table(places.reset_index(), folder / "hoofdplaatsen.csv")
    log.info("%d paren buren, %d delen", len(pairs), buren.count_parts(pairs, list(grenzen.index)))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_dir() / "geo")
