"""How much of the inequality lies between regions, for any grouping: two tiers compared."""

import pandas as pd

from optimiser.compare.vergelijking import Vergelijking
from optimiser.gegevens.gegevens import GROUPINGS, Gegevens
from optimiser.indicators.concentratie import theil_split
from optimiser.indicators.groepen import CLASSES

COLUMNS = ("sleutel", "last_per", "theil", "tussen", "binnen", "deel_tussen")


def split_scheefheid(gevonden: Vergelijking, gebied: str, gegevens: Gegevens) -> pd.DataFrame:
    """Split the inequality of every key into between and within regions.

    For a key in two tiers the part between is what its first step decides, the part within what
    its second step decides.

    Parameters
    ----------
    gevonden
        The comparison.
    gebied
        provincie, another region, grootteklasse or stedelijkheid; gemeenten that belong to none
        are a group together.
    gegevens
        For the regions.

    Returns
    -------
    pandas.DataFrame
        Per key and yardstick (``last_per``: ``inwoners`` or ``vrijkomend``): ``theil``,
        ``tussen``, ``binnen`` [nats], which add up to 1e-12, and ``deel_tussen`` (None when
        nothing is unequal). None where the index does not exist: no figures, or persons where no
        dwelling becomes free.

    Raises
    ------
    UnknownGroupingError
        If there is no such grouping.

    Examples
    --------
    >>> from optimiser.compare import Vraag, parse_keuzes, compare_sleutels
    >>> from optimiser.io.gegevens import read_embedded
    >>> tiers = "twee_traps:inwoners/sociale_huurvoorraad@provincie"
    >>> keys = parse_keuzes(f"sociale_huurvoorraad,{tiers}")
    >>> found = compare_sleutels(Vraag("2025-2", keys), read_embedded())
    >>> split = split_scheefheid(found, "provincie", read_embedded())
    >>> split = split.set_index(["sleutel", "last_per"])
    >>> [f"{part:.3f}" for part in split.xs("inwoners", level="last_per")["deel_tussen"]]
    ['0.041', '0.123', '0.000']
    """
    rows = gevonden.gemeenten
    named = rows[gebied] if gebied in CLASSES else gegevens.regios_of(gebied, rows.index)
    groups = list(named.fillna("").astype(str))
    lines: list[tuple[str, str, *tuple[float | None, ...]]] = []
    for label, beeld in gevonden.beelden.items():
        yardsticks = {"inwoners": beeld.people, "vrijkomend": beeld.dwellings}
        for naam, yard in yardsticks.items():
            parts = None if yard is None else theil_split(beeld.counts, yard, groups)
            if parts is None:
                lines.append((label, naam, None, None, None, None))
                continue
            whole = sum(parts)
            lines.append((label, naam, whole, *parts, parts[0] / whole if whole > 0 else None))
    return pd.DataFrame(lines, columns=list(COLUMNS), dtype=object)


def splitsing_alle(gevonden: Vergelijking, gegevens: Gegevens) -> pd.DataFrame:
    """Return the split for provincie and every other region, with a column ``gebied`` first."""
    tables = [
        split_scheefheid(gevonden, gebied, gegevens).assign(gebied=gebied)[["gebied", *COLUMNS]]
        for gebied in GROUPINGS
    ]
    return pd.concat(tables, ignore_index=True)
