"""Stability: how much a key moves the shares from one year of figures to the next."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd

from optimiser.indicators.maat import Eenheid, Richting, Uitleg, maat
from optimiser.indicators.measure_input import MeasureInput

_BRON = "eigen berekening op de ingebouwde CBS-jaren (2020-2025)"
_GRENZEN = (
    "De cijfers wisselen per jaar, dus om het andere halfjaar; het landelijke aantal telt niet "
    "mee. Gefuseerde en gesplitste gemeenten tellen met hun opvolgers als één. Het "
    "corporatieaandeel is in hele procenten: een deel van de wisseling is afronding door CBS."
)


def units(codes: Sequence[Sequence[str]], herindelingen: pd.DataFrame) -> dict[str, str]:
    """Join gemeenten that merged or split between the years into units that never change.

    Parameters
    ----------
    codes
        ``gm_code`` per year.
    herindelingen
        One row per old gemeente and successor.

    Returns
    -------
    dict
        ``gm_code`` to the lowest code of its unit.

    Examples
    --------
    >>> merged = pd.DataFrame({"oude_gm_code": ["GM0002"], "nieuwe_gm_code": ["GM0001"]})
    >>> units([["GM0001", "GM0002"], ["GM0001"]], merged)
    {'GM0001': 'GM0001', 'GM0002': 'GM0001'}
    """
    lead = {code: code for year in codes for code in year}
    for old, new in zip(
        herindelingen["oude_gm_code"], herindelingen["nieuwe_gm_code"], strict=True
    ):
        if old in lead and new in lead:
            low, high = sorted((lead[old], lead[new]))
            lead = {code: low if first == high else first for code, first in lead.items()}
    return lead


def wisselingen(shares: Mapping[int, pd.Series], lead: Mapping[str, str]) -> dict[str, float]:
    r"""Compute from year to year the part of the whole that changes place.

    .. math:: \tfrac12 \sum_u \left|s_{u,j+1} - s_{u,j}\right|

    Parameters
    ----------
    shares
        Per year the share of each gemeente, index ``gm_code``, sums to 1.
    lead
        ``gm_code`` to its unit, see ``units``.

    Returns
    -------
    dict
        ``"2020-2021"`` to the part.

    Examples
    --------
    >>> half = pd.Series({"GM0001": 0.5, "GM0002": 0.5})
    >>> wisselingen({2020: half, 2021: half}, {"GM0001": "GM0001", "GM0002": "GM0002"})
    {'2020-2021': 0.0}
    """
    summed = {
        year: column.groupby([lead[code] for code in column.index]).sum()
        for year, column in shares.items()
    }
    return {
        f"{a}-{b}": float((summed[b] - summed[a]).abs().sum()) / 2
        for a, b in pairwise(sorted(summed))
    }


@maat(
    "wisseling",
    Uitleg(
        "Wisseling per jaar, gemiddeld",
        "Het deel van de taakstelling dat van jaar op jaar naar een andere gemeente gaat doordat "
        "de cijfers veranderen, gemiddeld over de ingebouwde jaren.",
        _BRON,
        _GRENZEN,
    ),
    Eenheid.DEEL,
    Richting.LAGER,
)
def wisseling(beeld: MeasureInput) -> float | None:
    """Average part that changes place from year to year."""
    return sum(beeld.wisselingen) / len(beeld.wisselingen) if beeld.wisselingen else None


@maat(
    "wisseling_hoogste",
    Uitleg(
        "Wisseling per jaar, grootste",
        "De grootste wisseling tussen twee opeenvolgende ingebouwde jaren.",
        _BRON,
        _GRENZEN,
    ),
    Eenheid.DEEL,
    Richting.LAGER,
)
def wisseling_hoogste(beeld: MeasureInput) -> float | None:
    """Largest part that changed place between two years."""
    return max(beeld.wisselingen, default=None)
