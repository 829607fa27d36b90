"""At which weight of a mix every gemeente turns, as a table and a sentence for the reader."""

import pandas as pd

from optimiser.teksten import percentage

_WORDS = {"winst": "minder personen", "verlies": "meer personen", "gelijk": "evenveel"}


def turning_table(turns: pd.DataFrame, gemeenten: pd.DataFrame) -> pd.DataFrame:
    """Return the turning points to read: who turns first, in order of weight; then the others.

    Parameters
    ----------
    turns
        See ``onzekerheid.mengen.omslagpunten``.
    gemeenten
        Index ``gm_code``; ``gemeente`` and ``provincie``.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``: ``gemeente``, ``provincie``, ``gewicht`` (``Fraction``, None when it
        does not turn), ``begin`` and ``eind`` in words.
    """
    table = gemeenten[["gemeente", "provincie"]].join(turns)
    for side in ("begin", "eind"):
        table[side] = table[side].map(_WORDS)
    turned = table["gewicht"].notna()
    first = table[turned].sort_values("gewicht", kind="stable")
    return pd.concat([first, table[~turned].sort_values("gemeente", kind="stable")])


def turning_sentence(row: pd.Series, titels: tuple[str, str], tegen: str) -> str:
    """Say where a gemeente turns; the weight is exact, the sentence rounds it.

    Parameters
    ----------
    row
        A row of ``turning_table``.
    titels
        The keys at weight 0 and 100 percent.
    tegen
        Name of the reference.

    Examples
    --------
    >>> row = pd.Series({"gemeente": "Urk", "gewicht": None, "eind": "meer personen"})
    >>> turning_sentence(row, ("A", "B"), "C")
    'Urk slaat niet om: bij elk gewicht meer personen dan onder C.'
    """
    name, (first, second) = row["gemeente"], titels
    if pd.isna(row["gewicht"]):
        words = row["eind"] if row["eind"] != "evenveel" else row["begin"]
        return f"{name} slaat niet om: bij elk gewicht {words} dan onder {tegen}."
    return (
        f"{name} krijgt met alleen {first} {row['begin']} dan onder {tegen}, met alleen {second} "
        f"{row['eind']}. Het omslagpunt ligt bij {percentage(row['gewicht'])} {second}."
    )
