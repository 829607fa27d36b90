"""What must hold of the rebuilt borders; each function returns what does not."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

#: COROP regions on sand, without large rivers or lakes: there land area is nearly all area.
DRY_REGIONS = (
    "Noord-Drenthe",
    "Zuidoost-Drenthe",
    "Zuidwest-Drenthe",
    "Twente",
    "Midden-Noord-Brabant",
    "Zuidoost-Noord-Brabant",
)
#: Altena counts to Midden-Noord-Brabant, but lies between Merwede and Bergsche Maas.
WET_EXCEPTIONS = ("GM1959",)
#: A place on the coast may lie this far outside its gemeente, but never in another one [m]: the
#: borders of the map are off by 287 m at the 95th percentile.
COAST = 300.0
#: Largest deviation from the land area of CBS in those regions.
AREA_TOLERANCE = 0.08


def coverage_faults(grenzen: gpd.GeoDataFrame) -> list[str]:
    """Name the gemeenten whose polygon is empty or invalid, or does not fit its neighbours."""
    shapes = grenzen.geometry.to_numpy()
    bad = shapely.is_empty(shapes) | ~shapely.is_valid(shapes)
    faults = [f"{code}: leeg of ongeldig" for code in grenzen.index[bad]]
    edges = shapely.coverage_invalid_edges(shapes)
    faults += [f"{code}: past niet" for code in grenzen.index[~shapely.is_empty(edges)]]
    return faults


def misplaced(grenzen: gpd.GeoDataFrame, places: pd.DataFrame) -> list[str]:
    """Name the gemeenten whose main place lies outside them: in another one, or off the coast.

    Parameters
    ----------
    grenzen
        Index ``gm_code``, RD [m].
    places
        Index ``gm_code``: ``plaats``, ``x``, ``y`` [m, RD].
    """
    points = shapely.points(places["x"].to_numpy(), places["y"].to_numpy())
    tree = shapely.STRtree(grenzen.geometry.to_numpy())
    gap = shapely.distance(points, grenzen.geometry.reindex(places.index).to_numpy())
    elsewhere = np.zeros(len(places), dtype=bool)
    elsewhere[tree.query(points, predicate="within")[0]] = True
    wrong = (gap > COAST) | ((gap > 0) & elsewhere)
    return [f"{code}: {plaats}" for code, plaats in places["plaats"][wrong].items()]


def area_ratio(grenzen: gpd.GeoDataFrame, gemeenten: pd.DataFrame) -> pd.Series:
    """Divide the drawn area by the land area of CBS (which leaves water out)."""
    drawn = pd.Series(grenzen.area.to_numpy() / 1e6, index=grenzen.index)
    return drawn / gemeenten["land_km2"].reindex(grenzen.index)


def area_faults(grenzen: gpd.GeoDataFrame, gemeenten: pd.DataFrame) -> pd.Series:
    """List the gemeenten in dry regions whose area is off by more than the tolerance."""
    dry = gemeenten["corop"].isin(DRY_REGIONS) & ~gemeenten.index.isin(WET_EXCEPTIONS)
    ratio = area_ratio(grenzen, gemeenten)[dry.reindex(grenzen.index)]
    return ratio[(ratio - 1).abs() > AREA_TOLERANCE]


def overlap(grenzen: gpd.GeoDataFrame, other: gpd.GeoDataFrame) -> pd.Series:
    """Compare with other borders: common area over joint area per gemeente, 0 .. 1."""
    mine, theirs = grenzen.geometry.to_numpy(), other.geometry.reindex(grenzen.index).to_numpy()
    common = shapely.area(shapely.intersection(mine, theirs))
    return pd.Series(common / shapely.area(shapely.union(mine, theirs)), index=grenzen.index)
