"""What one percent of its own figure does to a gemeente, for the reader."""

from collections.abc import Mapping

import pandas as pd

from optimiser.teksten import percentage, signed, whole


def effects(
    tables: Mapping[str, pd.DataFrame], code: str, names: Mapping[str, str]
) -> pd.DataFrame:
    """Put the effect on one gemeente under several keys below each other.

    Parameters
    ----------
    tables
        Key to ``onzekerheid.manipulatie.manipulatie``.
    code
        ``gm_code`` of the gemeente.
    names
        Key to its name for the reader.

    Returns
    -------
    pandas.DataFrame
        A row per key: ``sleutel``, ``basis``, ``verschil_minder``, ``verschil_meer`` [personen],
        ``per_procent`` [procent].
    """
    rows = [{"sleutel": names[label]} | effect_of(table, code) for label, table in tables.items()]
    return pd.DataFrame(rows, index=pd.Index(list(tables)))


def effect_of(table: pd.DataFrame, code: str) -> dict[str, int | float]:
    """Return the effect on one gemeente as plain numbers."""
    row = table.loc[code]
    counts = ("basis", "verschil_minder", "verschil_meer")
    return {name: int(row[name]) for name in counts} | {"per_procent": float(row["elasticiteit"])}


def effect_sentence(effect: Mapping[str, int | float], gemeente: str, sleutel: str) -> str:
    """Say in plain words what one percent does.

    Examples
    --------
    >>> row = {"basis": 23, "verschil_minder": 0, "verschil_meer": 1, "per_procent": 0.998}
    >>> told = effect_sentence(row, "Urk", "Inwoners (wettelijk)")
    >>> told.split(". ")[1]
    'Is het 1 % lager, dan krijgt Urk evenveel: 23 personen'
    """
    now, less, more = (int(effect[n]) for n in ("basis", "verschil_minder", "verschil_meer"))
    share = f"Het exacte aandeel verandert {percentage(effect['per_procent'] / 100, 2)}."
    start = f"Is het eigen cijfer van {gemeente} voor {sleutel} 1 %"
    if effect["per_procent"] == 0:
        return f"Het eigen cijfer van {gemeente} voor {sleutel} is nul: 1 % daarvan is ook nul."
    if less == more == 0:
        return f"{start} hoger of lager, dan krijgt {gemeente} {_end(now, 0)}. {share}"
    return (
        f"{start} hoger, dan krijgt {gemeente} {_end(now, more)}. Is het 1 % lager, dan krijgt "
        f"{gemeente} {_end(now, less)}. {share}"
    )


def _end(now: int, change: int) -> str:
    if change == 0:
        return f"evenveel: {whole(now)} personen"
    return f"{whole(now + change)} personen in plaats van {whole(now)} ({signed(change)})"
