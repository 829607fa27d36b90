"""Shortage above what gemeenten can (``kan``) and want to (``wil``) take; only when supplied."""

import pandas as pd

from optimiser.indicators.maat import Eenheid, Richting, Uitleg, maat
from optimiser.indicators.measure_input import MeasureInput

_ALLEEN = "Alleen voor gemeenten waarvan het aantal is aangeleverd; een leeg veld begrenst niets."


def _above(persons: list[int], limits: pd.Series) -> int:
    pairs = zip(persons, limits, strict=True)
    return sum(max(0, count - int(limit)) for count, limit in pairs if not pd.isna(limit))


@maat(
    "tekort_kan",
    Uitleg(
        "Tekort boven 'kan'",
        "Personen boven het aantal dat een gemeente volgens de aangeleverde kolom aankan, "
        "opgeteld over gemeenten.",
        "aangeleverd door de gebruiker",
        _ALLEEN,
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
)
def tekort_kan(beeld: MeasureInput) -> int | None:
    """Persons above ``kan``, summed [personen]; None when it was not supplied."""
    return None if beeld.kan is None else _above(beeld.counts, beeld.kan)


@maat(
    "tekort_wil",
    Uitleg(
        "Tekort boven 'wil'",
        "Stijging ten opzichte van de vergelijkingssleutel boven het aangeboden aantal, opgeteld "
        "over gemeenten.",
        "aangeleverd door de gebruiker",
        _ALLEEN,
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
    vergelijkt=True,
)
def tekort_wil(beeld: MeasureInput) -> int | None:
    """Increases above what was offered, summed [personen]; None when it was not supplied."""
    return None if beeld.wil is None else _above(beeld.verschil, beeld.wil)
