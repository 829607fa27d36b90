"""Load: persons per 1.000 inhabitants, and the claim on freed social rent beside the benchmark."""

from fractions import Fraction

import pandas as pd

from optimiser.indicators.maat import Eenheid, Richting, Uitleg, maat
from optimiser.indicators.measure_input import MeasureInput

_AANNAME = (
    "Mutatiegraad en personen per woning zijn aannames, tenzij zelf opgegeven; per gemeente is "
    "geen mutatiegraad bekend."
)
_BESLAG_BRON = (
    "CBS (woningvoorraad, corporatieaandeel); ijkpunt: CBS, 6 % (2021), ongeveer 7 % (2022) en "
    "ongeveer 8 % (2023) van de vrijgekomen corporatiewoningen ging naar statushouders"
)


def per_1000(beeld: MeasureInput) -> pd.Series:
    """Return persons per 1.000 inhabitants of each gemeente, exact."""
    values = [Fraction(1000 * a, b) for a, b in zip(beeld.counts, beeld.people, strict=True)]
    return pd.Series(values, index=beeld.personen.index, dtype=object)


def beslag(beeld: MeasureInput) -> pd.Series | None:
    r"""Return the claim of each gemeente on its freed corporation dwellings.

    .. math:: b_g = \frac{x_g}{v_g \cdot \text{personen per woning}}

    Returns
    -------
    pandas.Series or None
        Exact part; NA for a gemeente in which nothing becomes free; None without figures.
    """
    if beeld.places is None:
        return None
    values = [a / b if b else pd.NA for a, b in zip(beeld.counts, beeld.places, strict=True)]
    return pd.Series(values, index=beeld.personen.index, dtype=object)


@maat(
    "last_hoogste",
    Uitleg(
        "Hoogste last per 1.000 inwoners",
        "De gemeente met de meeste personen per 1.000 inwoners.",
        "eigen berekening; CBS, inwoners",
        "Bij zeer kleine gemeenten vooral een gevolg van afronding op hele personen.",
    ),
    Eenheid.PER_1000,
    Richting.LAGER,
)
def last_hoogste(beeld: MeasureInput) -> Fraction:
    """Highest persons per 1.000 inhabitants."""
    return Fraction(max(per_1000(beeld)))


@maat(
    "last_laagste",
    Uitleg(
        "Laagste last per 1.000 inwoners",
        "De gemeente met de minste personen per 1.000 inwoners.",
        "eigen berekening; CBS, inwoners",
        "Bij zeer kleine gemeenten vooral een gevolg van afronding op hele personen.",
    ),
    Eenheid.PER_1000,
)
def last_laagste(beeld: MeasureInput) -> Fraction:
    """Lowest persons per 1.000 inhabitants."""
    return Fraction(min(per_1000(beeld)))


@maat(
    "beslag_landelijk",
    Uitleg(
        "Beslag op vrijkomende sociale huur, landelijk",
        "De taakstelling in woningen als deel van alle corporatiewoningen die in het halfjaar "
        "vrijkomen; voor elke sleutel gelijk.",
        _BESLAG_BRON,
        _AANNAME,
    ),
    Eenheid.DEEL,
)
def beslag_landelijk(beeld: MeasureInput) -> Fraction | None:
    """Claim of the whole number on all freed dwellings."""
    return None if beeld.places is None else sum(beeld.counts) / sum(beeld.places, Fraction(0))


@maat(
    "beslag_hoogste",
    Uitleg(
        "Hoogste beslag op vrijkomende sociale huur",
        "Het grootste deel van de vrijkomende corporatiewoningen dat één gemeente nodig heeft; "
        "gemeenten waar niets vrijkomt tellen niet mee.",
        _BESLAG_BRON,
        _AANNAME + " Boven 100 % past de taakstelling niet in de vrijkomende voorraad.",
    ),
    Eenheid.DEEL,
    Richting.LAGER,
)
def beslag_hoogste(beeld: MeasureInput) -> Fraction | None:
    """Highest claim of one gemeente on its freed dwellings."""
    claims = beslag(beeld)
    return None if claims is None else Fraction(max(claims.dropna()))


@maat(
    "boven_norm",
    Uitleg(
        "Gemeenten boven het CBS-ijkpunt",
        "Aantal gemeenten waarvan het beslag op de vrijkomende corporatiewoningen hoger is dan "
        "het landelijke deel dat CBS voor het laatst bekende jaar noemt.",
        _BESLAG_BRON,
        _AANNAME + " Het ijkpunt is een landelijk gemiddelde, geen grens.",
    ),
    Eenheid.GEMEENTEN,
    Richting.LAGER,
)
def boven_norm(beeld: MeasureInput) -> int | None:
    """Count gemeenten whose claim is above the benchmark; one without dwellings is above it."""
    if beeld.places is None or beeld.norm is None:
        return None
    norm = beeld.norm
    return sum(a > norm * b for a, b in zip(beeld.counts, beeld.places, strict=True))


@maat(
    "personen_boven_norm",
    Uitleg(
        "Personen boven het CBS-ijkpunt",
        "Personen die uitkomen boven het deel van de vrijkomende corporatiewoningen dat CBS "
        "landelijk noemt, opgeteld over gemeenten en naar boven afgerond.",
        _BESLAG_BRON,
        _AANNAME + " Het ijkpunt is een landelijk gemiddelde, geen grens.",
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
)
def personen_boven_norm(beeld: MeasureInput) -> int | None:
    """Persons above the benchmark, summed [personen]."""
    if beeld.places is None or beeld.norm is None:
        return None
    norm = beeld.norm
    over = (a - norm * b for a, b in zip(beeld.counts, beeld.places, strict=True))
    total = sum((value for value in over if value > 0), Fraction(0))
    return -(-total.numerator // total.denominator)
