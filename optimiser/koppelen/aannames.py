"""The assumptions a question starts with until somebody has figures: every one an *aanname*.

No public table of household sizes or of dwellings per class was found. The shares are calibrated
on what is public: 57 % of the dwellings let in 2023 went to one person (CBS, via the press), and
2,876 persons in families of six or more at COA on 1 June 2024 (volkshuisvestingnederland.nl,
6 June 2024).
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

import pandas as pd

from optimiser.koppelen.woningen import Woningklasse

#: aanname: part of the households per size; 10 stands for the largest families.
AANDEEL = {
    1: "0.55", 2: "0.12", 3: "0.105", 4: "0.10", 5: "0.07",
    6: "0.024", 7: "0.016", 8: "0.008", 9: "0.004", 10: "0.003",
}  # fmt: skip
#: aanname: who fits in which class, and the part of the dwellings that is of it.
KLASSEN = (
    (Woningklasse("1k", 1, 1), "0.12"),
    (Woningklasse("2k", 1, 2), "0.33"),
    (Woningklasse("3k", 2, 3), "0.25"),
    (Woningklasse("4k", 3, 5), "0.20"),
    (Woningklasse("5k", 4, 7), "0.08"),
    (Woningklasse("6k", 6, 10), "0.02"),
)
_HUNDREDTHS = tuple(int(100 * Fraction(share)) for _, share in KLASSEN)
#: COA regions by province (coa.nl/huisvesting-van-statushouders).
COA_REGIO = {
    "Groningen": "Noord", "Fryslân": "Noord", "Drenthe": "Noord",
    "Overijssel": "Oost", "Gelderland": "Oost",
    "Flevoland": "Midden", "Utrecht": "Midden", "Noord-Holland": "Midden",
    "Zuid-Holland": "Zuidwest", "Zeeland": "Zuidwest",
    "Noord-Brabant": "Zuid", "Limburg": "Zuid",
}  # fmt: skip


def assumed_huishoudens(personen: int) -> dict[int, int]:
    """Divide persons into households by the assumed shares; single persons take what is left.

    >>> found = assumed_huishoudens(13000)
    >>> sum(found.values()), found[1], found[10], sum(s * n for s, n in found.items())
    (5810, 3201, 17, 13000)
    """
    shares = {size: Fraction(share) for size, share in AANDEEL.items()}
    mean = sum(size * share for size, share in shares.items())
    count = floor(personen / mean)
    found = {
        size: int(Decimal(str(float(count * share))).quantize(Decimal(1), ROUND_HALF_UP))
        for size, share in shares.items()
    }
    found[1] = personen - sum(size * n for size, n in found.items() if size > 1)
    return found


def assumed_woningen(gemeenten: pd.DataFrame, aandeel: Fraction, rate: Fraction) -> pd.DataFrame:
    """Divide the corporation dwellings that become free in a half-year over the classes.

    Parameters
    ----------
    gemeenten
        Index ``gm_code``; ``woningvoorraad`` [woningen], ``pct_corporatie`` [%].
    aandeel
        Part of the freed dwellings that may go to vergunninghouders.
    rate
        Mutatiegraad [deel per jaar].

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``, a column per class [woningen], whole numbers (largest remainder).
    """
    rows = {}
    part = rate / 2 * aandeel / 100
    stock = gemeenten[["woningvoorraad", "pct_corporatie"]]
    for code, homes, percentage in stock.itertuples():
        rows[code] = _split(floor(int(homes) * Fraction(str(percentage)) * part))
    names = [klasse.naam for klasse, _ in KLASSEN]
    return pd.DataFrame.from_dict(rows, orient="index", columns=names).rename_axis("gm_code")


def _split(dwellings: int) -> list[int]:
    """Divide dwellings over the classes by largest remainder; ties in the order of classes."""
    exact = [dwellings * part for part in _HUNDREDTHS]
    whole = [value // 100 for value in exact]
    order = sorted(range(len(exact)), key=lambda k: (-(exact[k] % 100), k))
    for k in order[: dwellings - sum(whole)]:
        whole[k] += 1
    return whole
