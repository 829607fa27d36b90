"""Numbers of the page on uitruil as tables, lines and map values: pure functions."""

from collections.abc import Iterable, Sequence

import pandas as pd

from optimiser.maps import MapStyle, count_style, difference_style, rate_style
from optimiser.report.uitruil.table import names_by_code
from optimiser.ui.kaart.settings import Line
from optimiser.uitruil.fewest.afspraken import pair_up
from optimiser.uitruil.toets.measures import Oordeel
from optimiser.uitruil.toets.uitslag import Partijrij, Toetsuitslag, partijrij
from optimiser.uitruil.voorstel import Voorstel

#: What the map can show: name to (column of ``region_table``, unit, decimals, scale).
MAPS = {
    "Verschil door de afspraken": ("verschil", "personen", 0, 1),
    "Taakstelling na de afspraken": ("na", "personen", 0, 1),
    "Personen per 1.000 inwoners, na": ("per_1000_na", "personen per 1.000 inwoners", 2, 1),
    "Beslag op vrijkomende woningen, na": (
        "claim_na", "% van de vrijkomende corporatiewoningen", 1, 100,
    ),
}  # fmt: skip
#: Columns that count persons; these can be added up to the gemeenten of today.
COUNTS = ("verschil", "na")


def parties_of(uitslag: Toetsuitslag) -> tuple[str, ...]:
    """Return the gm_codes that take part in a known way, ascending."""
    known = uitslag.stand.gemeenten
    return tuple(
        sorted({c for u in uitslag.uitslagen for c, _ in u.voorstel.verschillen if c in known})
    )


def together(uitslag: Toetsuitslag, codes: Iterable[str]) -> list[Partijrij]:
    """Return the numbers of gemeenten before and after all agreements together."""
    net: dict[str, int] = {}
    for one in uitslag.uitslagen:
        for code, count in one.voorstel.verschillen:
            net[code] = net.get(code, 0) + count
    stand = uitslag.stand
    return [
        partijrij(stand.gemeenten[c], net.get(c, 0), stand.per_woning, Oordeel.ONBEKEND)
        for c in codes
    ]


def region_table(uitslag: Toetsuitslag, codes: Iterable[str]) -> pd.DataFrame:
    """Return gemeenten before and after: the numbers that the map shows too.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``; ``gemeente``, ``formule, bindend, voor, verschil, na, kan, wil``
        [personen], load and claim before and after; NA where not available.
    """
    names, party = names_by_code(uitslag.stand), uitslag.stand.gemeenten
    rows = [
        {
            "gm_code": row.gm_code,
            "gemeente": names[row.gm_code],
            **row.numbers,
            "kan": party[row.gm_code].kan,
            "wil": party[row.gm_code].wil,
        }
        for row in together(uitslag, codes)
    ]
    columns = list(rows[0]) if rows else ["gm_code", "gemeente", "voor", "verschil", "na"]
    return pd.DataFrame(rows, columns=columns, dtype=object).set_index("gm_code")


def map_values(uitslag: Toetsuitslag, soort: str) -> tuple[pd.Series, MapStyle]:
    """Return what the map shows for every gemeente, and its classes.

    Parameters
    ----------
    uitslag
        Of the test.
    soort
        One of ``MAPS``.
    """
    column, unit, places, scale = MAPS[soort]
    table = region_table(uitslag, uitslag.stand.gemeenten)
    values = pd.to_numeric(table[column].map(lambda v: float(v * scale), na_action="ignore"))
    if column == "verschil":
        style = difference_style(soort, values[values != 0], unit, places)
    elif column in COUNTS:
        style = count_style(soort, values, unit)
    else:
        style = rate_style(soort, values, unit, places)
    return values, style


def arrows(voorstellen: Sequence[Voorstel]) -> list[Line]:
    """Return who hands over to whom, as lines on a map; agreements that do not close have none.

    >>> arrows([Voorstel("A", "2025-2", (("GM0106", -3), ("GM0114", 3)))])
    [('GM0106', 'GM0114', 3)]
    """
    found: dict[tuple[str, str], int] = {}
    for one in voorstellen:
        if one.som or len({code for code, _ in one.verschillen}) < len(one.verschillen):
            continue
        for deal in pair_up({c: n for c, n in one.verschillen if n}):
            found[deal.van, deal.naar] = found.get((deal.van, deal.naar), 0) + deal.personen
    return [(van, naar, personen) for (van, naar), personen in found.items()]
