"""The limits a user set per gemeente, as a table of Dutch texts."""

from collections.abc import Iterator, Mapping

import pandas as pd

from optimiser.scenario.beperkingen import GemeenteGrens
from optimiser.teksten import percentage, whole


def limits_table(limits: Mapping[str, GemeenteGrens], names: Mapping[str, str]) -> pd.DataFrame:
    """Return what was set per gemeente, in words.

    Parameters
    ----------
    limits
        By ``gm_code``.
    names
        ``gm_code`` to name.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``, by name; ``gemeente`` and ``grenzen``, both text.

    Examples
    --------
    >>> own = {"GM0014": GemeenteGrens(kan=1200, vast=True)}
    >>> limits_table(own, {"GM0014": "Groningen"}).loc["GM0014"].tolist()
    ['Groningen', 'kan 1.200, vast']
    """
    rows = [(code, names.get(code, code), ", ".join(_words(own))) for code, own in limits.items()]
    table = pd.DataFrame(rows, columns=["gm_code", "gemeente", "grenzen"])
    return table.set_index("gm_code").sort_values("gemeente")


def _words(own: GemeenteGrens) -> Iterator[str]:
    if own.kan is not None:
        yield f"kan {whole(own.kan)}"
    if own.wil is not None:
        yield f"wil {whole(own.wil)} extra"
    if own.bodem is not None:
        yield f"bodem {percentage(own.bodem)}"
    if own.maximale_wijziging is not None:
        yield f"wijziging {percentage(own.maximale_wijziging)}"
    if own.vast:
        yield "vast"
    if own.niet_deelnemend:
        yield "doet niet mee"
