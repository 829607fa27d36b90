"""Files of households and dwellings, as a user brings them, into the counts of a half-year."""

from collections.abc import Sequence

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.reading.typed.counts import read_huishoudens, read_woningen
from optimiser.koppelen.aannames import KLASSEN
from optimiser.koppelen.eigen.huishoudens import check_huishoudens
from optimiser.koppelen.eigen.vraag import EigenAantallen
from optimiser.koppelen.eigen.woningen import check_woningen
from optimiser.koppelen.woningen import Woningklasse

#: A file: its name, and what is in it.
Bestand = tuple[str, bytes]


def read_eigen(
    huishoudens: Bestand | None,
    woningen: Bestand | None,
    halfjaar: str,
    gemeenten: pd.DataFrame,
    gegevens: Gegevens,
    klassen: Sequence[Woningklasse] | None = None,
) -> EigenAantallen:
    """Read what was brought; what was not stays assumed.

    Parameters
    ----------
    huishoudens, woningen
        The files, if any.
    halfjaar
        That is asked.
    gemeenten
        Index ``gm_code``; ``gemeente``, ``provincie``.
    gegevens
        Where the regions come from.
    klassen
        Dwelling classes; None for the assumed ones.

    Raises
    ------
    CountsRefusedError
        With every fault by row and column; and what the reader of files raises.
    """
    households = homes = None
    if huishoudens is not None:
        naam, content = huishoudens
        file = read_huishoudens(content, naam)
        households = check_huishoudens(file, halfjaar, gemeenten, gegevens)
    if woningen is not None:
        naam, content = woningen
        file = read_woningen(content, naam)
        known = [klasse for klasse, _ in KLASSEN] if klassen is None else klassen
        homes = check_woningen(file, halfjaar, gemeenten, known)
    return EigenAantallen(households, homes)
