"""The embedded CSV files: text, whole numbers and days.

What they must hold was checked when their checksum was written down (``optimiser/bouw/schemas.py``,
run by the tests); here only the checksum is.
"""

from io import BytesIO

import pandas as pd

from optimiser.gegevens.herindeling import ADDITIVE, PER_WONING
from optimiser.gegevens.indeling import GemeentenTabel, Indeling
from optimiser.io.bronnen import checked_bytes

CBS = "CBS, Bevolking en Kerncijfers wijken en buurten (CC BY 4.0)"
RECALCULATED = "Bevolking 1-1-2018, door derden omgerekend naar de indeling van 2019 (uit CBS)"
#: Columns of whole numbers and of days; every other column is text.
WHOLE = frozenset(
    [
        *ADDITIVE,
        *PER_WONING,
        "jaar",
        "stedelijkheid_1_5",
        "inwoners_per_km2_land",
        "taakstelling",
        "opgave",
        "realisatie",
        "stand_begin",
        "stand_eind",
        "percentage",
        "totale_opgave",
        "aantal_gemeenten_label",
    ]
)
DAYS = frozenset(("ingangsdatum", "bestuurlijk", "peildatum_begin", "peildatum_eind"))


def read_table(name: str) -> pd.DataFrame:
    """Read an embedded CSV file with its types; a blank is unknown and never zero."""
    table = read_csv(name)
    for column in table.columns:
        if column in WHOLE:
            table[column] = pd.to_numeric(table[column]).astype("Int64")
        elif column in DAYS:
            days = pd.to_datetime(table[column], format="%Y-%m-%d")
            table[column] = days.astype("datetime64[ns]")
    return table


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
    table = read_table("gemeenten.csv")
    indelingen = _indelingen(table)
    years: dict[int, tuple[GemeentenTabel, ...]] = {}
    for year, rows in table.groupby("jaar"):
        figures = rows.drop(columns="jaar").set_index("gm_code").sort_index()
        figures = figures.dropna(axis="columns", how="all")
        jaar = int(str(year))
        years[jaar] = (GemeentenTabel(figures, indelingen[jaar], jaar, CBS),)
    name = "bevolking_2018_indeling_2019.csv"
    recalculated = read_table(name)
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
    table = read_table("regios.csv")
    return table.set_index("gm_code").sort_index()


def read_herindelingen() -> pd.DataFrame:
    """Read the mergers of 2019-2023, one row per vanished gemeente and successor."""
    name = "herindelingen.csv"
    return read_table(name)


def read_landelijk() -> pd.DataFrame:
    """Read the national number per half-year; index ``periode``."""
    name = "landelijke_taakstelling.csv"
    return read_table(name).set_index("periode")


def read_tabel1() -> pd.DataFrame:
    """Read table 1 of the report: the country per half-year, printed values kept."""
    return read_table("tabel1.csv")


def read_tabel2() -> pd.DataFrame:
    """Read table 2 of the report: provinces per half-year, printed values kept."""
    return read_table("tabel2.csv")


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
