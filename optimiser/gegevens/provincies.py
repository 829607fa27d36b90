"""Provinces by code: the report writes Friesland where CBS writes Fryslân."""

import pandas as pd

from optimiser.errors import UnknownProvincieError

#: Other names in use, to the one of CBS.
_OTHER = {"friesland": "fryslân", "brabant": "noord-brabant"}


def provincie_namen(regios: pd.DataFrame) -> dict[str, str]:
    """Return code to name, as CBS writes it.

    Parameters
    ----------
    regios
        Index ``gm_code``; ``provincie_code`` and ``provincie``.
    """
    pairs = regios[["provincie_code", "provincie"]].drop_duplicates().sort_values("provincie_code")
    return dict(zip(pairs["provincie_code"], pairs["provincie"], strict=True))


def provincie_code(naam: str, regios: pd.DataFrame) -> str:
    """Return the code of a province, by its name (either spelling) or its code.

    Raises
    ------
    UnknownProvincieError
        If it is none of the twelve.

    >>> from optimiser.io.gegevens import read_embedded
    >>> regios = read_embedded().regios
    >>> provincie_code("Friesland", regios), provincie_code("fryslân", regios)
    ('PV21', 'PV21')
    """
    names = provincie_namen(regios)
    wanted = " ".join(naam.split()).casefold()
    wanted = _OTHER.get(wanted, wanted)
    for code, name in names.items():
        if wanted in {code.casefold(), name.casefold()}:
            return code
    raise UnknownProvincieError(naam=naam, bekend=list(names.values()))
