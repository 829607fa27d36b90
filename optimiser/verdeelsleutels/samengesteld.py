"""Keys made of other keys, and a column of the user's own.

``gemengd`` and ``twee_traps`` are put together in ``shares``: their functions here only hold
their place in the register, so that they are listed, explained and checked like any other.
"""

from typing import NoReturn

import pandas as pd

from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import RechtsStatus, Toelichting, verdeelsleutel


@verdeelsleutel(
    "gemengd",
    Toelichting(
        titel="Gemengde sleutel",
        uitleg="Een gewogen gemiddelde van andere sleutels; de gewichten zijn samen 100 procent.",
        bron="eigen keuze van de gebruiker",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Die van de gekozen sleutels; de keuze van de gewichten bepaalt de uitkomst.",
    ),
    opties=("gewichten",),
)
def gemengd(_gemeenten: pd.DataFrame, _opties: SleutelOpties) -> NoReturn:
    """Mix keys by weight; composed in ``shares``."""
    raise NotImplementedError


@verdeelsleutel(
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
)
def twee_traps(_gemeenten: pd.DataFrame, _opties: SleutelOpties) -> NoReturn:
    """Divide over regions by one key and inside by another; composed in ``shares``."""
    raise NotImplementedError


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
)
def eigen(gemeenten: pd.DataFrame, opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by the user's column, any numbers ``>= 0``."""
    return gemeenten[str(opties.kolom)]
