"""Keys made of other keys (these do not nest), and a column of the user's own."""

from fractions import Fraction

import pandas as pd

from optimiser.errors import MixingWeightsError, VerdeelsleutelUnavailableError
from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import (
    RechtsStatus,
    Toelichting,
    composed_sleutel,
    find,
    verdeelsleutel,
)
from optimiser.verdeelsleutels.shares import inner_opties, shares, some_codes


@composed_sleutel(
    "gemengd",
    Toelichting(
        titel="Gemengde sleutel",
        uitleg="Een gewogen gemiddelde van andere sleutels; de gewichten zijn samen 100 procent.",
        bron="eigen keuze van de gebruiker",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Die van de gekozen sleutels; de keuze van de gewichten bepaalt de uitkomst.",
    ),
    opties=("gewichten",),
    voorbeeld="inwoners=50+sociale_huurvoorraad=50",
)
def gemengd(table: pd.DataFrame, opties: SleutelOpties, _groups: pd.Series | None) -> pd.Series:
    """Mix keys by weight [%], together exactly 100."""
    weights = opties.gewichten or {}
    told = ", ".join(f"{naam}={weight}" for naam, weight in weights.items())
    if any(find(naam).compose for naam in weights):
        raise MixingWeightsError(
            gewichten=told, reden="een samengestelde sleutel kan niet worden gemengd"
        )
    if sum(weights.values()) != 100:
        raise MixingWeightsError(gewichten=told, reden=f"samen {sum(weights.values())}, niet 100")
    parts = [
        [
            share * Fraction(weight) / 100
            for share in shares(naam, table, inner_opties(opties, naam))
        ]
        for naam, weight in weights.items()
        if weight > 0
    ]
    summed = [sum(column, Fraction(0)) for column in zip(*parts, strict=True)]
    return pd.Series(summed, index=table.index, dtype=object, name="aandeel")


@composed_sleutel(
    "twee_traps",
    Toelichting(
        titel="Twee trappen: eerst gebieden, dan gemeenten",
        uitleg="De landelijke taakstelling wordt met de ene sleutel over provincies of regio's "
        "verdeeld en daarbinnen met een andere over gemeenten.",
        bron="Eindrapportage aanjager huisvesting statushouders (2021), hoofdstuk 2",
        status=RechtsStatus.ARTIKEL_29_2,
        prikkel="Die van de gekozen sleutels. Bereikbaar zonder wetswijziging als de gemeenten er "
        "samen mee instemmen (art. 29 lid 2).",
    ),
    opties=("eerst", "daarna", "gebied"),
    voorbeeld="sociale_huurvoorraad/inwoners@provincie",
)
def twee_traps(table: pd.DataFrame, opties: SleutelOpties, groups: pd.Series | None) -> pd.Series:
    """Divide over regions by one key and inside by another."""
    if groups is None or groups.isna().any():
        codes = "alle gemeenten" if groups is None else some_codes(groups.index[groups.isna()])
        reason = f"het gebied ({opties.gebied}) is niet bekend voor {codes}"
        raise VerdeelsleutelUnavailableError(sleutel="twee_traps", reden=reason)
    first, then = str(opties.eerst), str(opties.daarna)
    if any(find(naam).compose for naam in (first, then)):
        reason = "een samengestelde sleutel kan geen trap zijn"
        raise VerdeelsleutelUnavailableError(sleutel="twee_traps", reden=reason)
    outer = shares(first, table, inner_opties(opties, first))
    inner = shares(then, table, inner_opties(opties, then))
    of_group: dict[str, Fraction] = {}
    within: dict[str, Fraction] = {}
    for code, group in groups.items():
        of_group[group] = of_group.get(group, Fraction(0)) + outer[code]
        within[group] = within.get(group, Fraction(0)) + inner[code]
    if empty := [g for g, total in within.items() if total == 0]:
        reason = f"binnen {', '.join(empty)} heeft geen gemeente gewicht"
        raise VerdeelsleutelUnavailableError(sleutel="twee_traps", reden=reason)
    values = [of_group[groups[c]] * inner[c] / within[groups[c]] for c in table.index]
    return pd.Series(values, index=table.index, dtype=object, name="aandeel")


@verdeelsleutel(
    "eigen",
    Toelichting(
        titel="Eigen kolom",
        uitleg="Naar rato van een getallenkolom die de gebruiker zelf aanlevert.",
        bron="aangeleverd door de gebruiker",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Hangt af van de kolom.",
    ),
    opties=("kolom",),
    voorbeeld="kolomnaam",
)
def eigen(gemeenten: pd.DataFrame, opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by the user's column, any numbers ``>= 0``."""
    return gemeenten[str(opties.kolom)]
