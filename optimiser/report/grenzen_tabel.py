"""The limits a user set per gemeente, as a table of Dutch texts."""

from collections.abc import Mapping

import pandas as pd

from optimiser.beperkingen import GemeenteGrens
from optimiser.teksten import percentage, whole

#: Written where a gemeente has no limit of its own.
NONE = "geen"


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
        Index ``gm_code``; ``gemeente``, ``kan`` [personen], ``wil`` [personen], ``bodem``,
        ``wijziging``, ``deelname``, all text, by name.

    Examples
    --------
    >>> own = {"GM0014": GemeenteGrens(kan=1200, vast=True)}
    >>> table = limits_table(own, {"GM0014": "Groningen"})
    >>> table.loc["GM0014"].tolist()
    ['Groningen', '1.200', 'geen', 'geen', 'geen', 'vast']
    """
    rows = {code: _row(names.get(code, code), own) for code, own in limits.items()}
    columns = ["gemeente", "kan", "wil", "bodem", "wijziging", "deelname"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    return table.rename_axis("gm_code").sort_values("gemeente")


def _row(name: str, own: GemeenteGrens) -> list[str]:
    kept = [word for word, on in (("vast", own.vast), ("doet niet mee", own.niet_deelnemend)) if on]
    return [
        name,
        *(NONE if n is None else whole(n) for n in (own.kan, own.wil)),
        *(NONE if p is None else percentage(p) for p in (own.bodem, own.maximale_wijziging)),
        ", ".join(kept) or "ja",
    ]
