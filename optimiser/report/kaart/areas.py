"""Areas with heavy borders on a map: a known grouping, those of the scenario, or a column."""

from decimal import Decimal

import pandas as pd

from optimiser.gegevens.gegevens import GROUPINGS, Gegevens
from optimiser.maps import MapGeometry
from optimiser.report.errors import AreasError
from optimiser.report.kaart.content import Kaartstof
from optimiser.report.kaart.measures import KOLOM, column_words
from optimiser.teksten import load_teksten
from optimiser.teksten.gebieden import gebied_titel
from optimiser.teksten.zinnen import sentence

#: The areas of the scenario, ``uitruil.binnen = "eigen"``.
EIGEN = "eigen"
#: Most areas that a column may make; a column with more is not about areas.
MOST_AREAS = 100


def title_of_areas(regio: str) -> str:
    """Return the name of one area for the reader.

    >>> [title_of_areas(name) for name in ("corop", "eigen", "kolom:regionr")]
    ['COROP-gebied', 'Eigen gebied', 'regionr']
    """
    if KOLOM in regio:
        return column_words(regio.removeprefix(KOLOM))[0]
    return gebied_titel(regio)


def area_columns(columns: pd.DataFrame | None) -> list[str]:
    """Return the columns with few enough different numbers to stand for areas.

    >>> area_columns(pd.DataFrame({"regionr": ["1", "1", "2"], "leeg": [None, None, None]}))
    ['regionr']
    """
    if columns is None:
        return []
    return [str(name) for name in columns if 1 < columns[name].nunique() <= MOST_AREAS]


def areas_of(regio: str, stof: Kaartstof, codes: pd.Index, gegevens: Gegevens) -> pd.Series:
    """Return the area of each gemeente.

    Parameters
    ----------
    regio
        A grouping, ``eigen``, or ``kolom:`` with the name of a column: who has the same number in
        it is in the same area.
    stof
        Carries the scenario's own areas.
    codes
        The gemeenten of the map.
    gegevens
        For groupings and columns.

    Returns
    -------
    pandas.Series
        Index: the codes; named as the small print names it. Of a grouping NA for who is in none,
        of own areas empty text, so that who is in none has no border with the other.

    Raises
    ------
    UnknownGroupingError, AreasError
        If there are no such areas.
    """
    if regio in GROUPINGS:
        known = codes[codes.isin(gegevens.regios.index)]
        return gegevens.regios_of(regio, known).rename(_in_small_print(regio))
    found = _own(regio, stof, gegevens)
    return found.reindex(codes).fillna("").rename(_in_small_print(regio))


def told_of_areas(
    regio: str | None, stof: Kaartstof, geometry: MapGeometry, gegevens: Gegevens
) -> str:
    """Return a sentence on gemeenten that are in an area and not on the map; empty if none."""
    if regio is None or regio in GROUPINGS:
        return ""
    lost = sorted(set(_own(regio, stof, gegevens).index) - set(geometry.codes))
    if not lost:
        return ""
    return sentence("kaartbestand", "gebied_niet_op_kaart", {"codes": lost})


def _in_small_print(regio: str) -> str:
    if regio.startswith(KOLOM):
        return sentence("kaartgebied", "kolom", {"kolom": title_of_areas(regio)})
    return str(load_teksten()["kaartgebied"][regio])


def _own(regio: str, stof: Kaartstof, gegevens: Gegevens) -> pd.Series:
    if regio == EIGEN:
        if not stof.gebieden:
            raise AreasError(gebied=regio, reden="dit scenario heeft geen eigen gebieden")
        placed = {code: naam for naam, codes in stof.gebieden.items() for code in codes}
        return pd.Series(placed, dtype=object)
    if regio.startswith(KOLOM):
        return _column(regio, gegevens)
    known = ", ".join([*GROUPINGS, EIGEN, f"{KOLOM}NAAM"])
    raise AreasError(gebied=regio, reden=f"bekend zijn {known}")


def _column(regio: str, gegevens: Gegevens) -> pd.Series:
    """Return the newest column of this name, a number as the reader writes it."""
    name = regio.removeprefix(KOLOM)
    newest = (t.tabel for year in sorted(gegevens.gemeenten, reverse=True)
              for t in gegevens.gemeenten[year])  # fmt: skip
    found = next((table[name] for table in newest if name in table.columns), None)
    if found is None or name == "gemeente":
        raise AreasError(gebied=regio, reden="die kolom is er niet")
    values = found.dropna()
    if values.nunique() > MOST_AREAS:
        reason = f"die kolom heeft meer dan {MOST_AREAS} verschillende getallen"
        raise AreasError(gebied=regio, reden=reason)
    return values.map(_area).astype(object)


def _area(number: object) -> str:
    """Write a number so that 2 and 2.0 are the same area."""
    return f"{Decimal(str(number)).normalize():f}".replace(".", ",")
