"""The embedded CSV files, read as text and checked against their schema."""

from io import BytesIO

import pandas as pd

from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.io import schemas
from optimiser.io.bronnen import checked_bytes

CBS = "CBS, Bevolking en Kerncijfers wijken en buurten (CC BY 4.0)"
RECALCULATED = "Bevolking 1-1-2018, door derden omgerekend naar de indeling van 2019 (uit CBS)"


def read_csv(name: str) -> pd.DataFrame:
    """Read an embedded CSV file as text; an empty cell is NA, nothing else is."""
    return pd.read_csv(
        BytesIO(checked_bytes(name)),
        dtype=str,
        keep_default_na=False,
        na_values=[""],
        encoding="utf-8",
    )


def read_gemeenten() -> dict[int, tuple[GemeentenTabel, ...]]:
    """Read the figures per gemeente, 2018-2025.

    Of 2018 the first table is the one in the indeling of 2019, which the half-years of 2019 need;
    the second is the indeling of 2018 itself. Figures no gemeente has in a year are left out.

    Returns
    -------
    dict
        Peiljaar to its tables, the default one first.
    """
    table = schemas.check_table(read_csv("gemeenten.csv"), schemas.GEMEENTEN, "gemeenten.csv")
    indelingen = _indelingen(table)
    years: dict[int, tuple[GemeentenTabel, ...]] = {}
    for year, rows in table.groupby("jaar"):
        figures = rows.drop(columns="jaar").set_index("gm_code").sort_index()
        figures = figures.dropna(axis="columns", how="all")
        jaar = int(str(year))
        years[jaar] = (GemeentenTabel(figures, indelingen[jaar], jaar, CBS),)
    name = "bevolking_2018_indeling_2019.csv"
    recalculated = schemas.check_table(read_csv(name), schemas.BEVOLKING, name)
    figures = recalculated.set_index("gm_code").sort_index()
    years[2018] = (GemeentenTabel(figures, indelingen[2019], 2018, RECALCULATED), *years[2018])
    return years


def _indelingen(table: pd.DataFrame) -> dict[int, Indeling]:
    result: dict[int, Indeling] = {}
    before: frozenset[str] = frozenset()
    for year, codes in table.groupby("jaar")["gm_code"]:
        jaar, now = int(str(year)), frozenset(codes)
        result[jaar] = result[jaar - 1] if now == before else Indeling(jaar, len(now))
        before = now
    return result


def read_regios() -> pd.DataFrame:
    """Read the groupings of every gemeente of 2019-2025; index ``gm_code``."""
    table = schemas.check_table(read_csv("regios.csv"), schemas.REGIOS, "regios.csv")
    return table.set_index("gm_code").sort_index()


def read_herindelingen() -> pd.DataFrame:
    """Read the mergers of 2019-2023, one row per vanished gemeente and successor."""
    name = "herindelingen.csv"
    return schemas.check_table(read_csv(name), schemas.HERINDELINGEN, name)


def read_landelijk() -> pd.DataFrame:
    """Read the national number per half-year; index ``periode``."""
    name = "landelijke_taakstelling.csv"
    return schemas.check_table(read_csv(name), schemas.LANDELIJK, name).set_index("periode")


def read_tabel1() -> pd.DataFrame:
    """Read table 1 of the report: the country per half-year, printed values kept."""
    return schemas.check_table(read_csv("tabel1.csv"), schemas.TABEL1, "tabel1.csv")


def read_tabel2() -> pd.DataFrame:
    """Read table 2 of the report: provinces per half-year, printed values kept."""
    return schemas.check_table(read_csv("tabel2.csv"), schemas.TABEL2, "tabel2.csv")


def read_buren() -> pd.DataFrame:
    """Read the pairs of neighbours, each pair once.

    Returns
    -------
    pandas.DataFrame
        ``gm_code`` < ``buur_gm_code``, both names, ``soort`` (``grens``, or ``brug``, ``dam``,
        ``tunnel``, ``veer``: added by hand), ``naam`` of the crossing, ``lengte_km`` of the
        shared border [km, simplified; NA for a crossing].
    """
    table = read_csv("geo/buren.csv").astype({"lengte_km": "float64"})
    return table.assign(naam=table["naam"].fillna(""))
