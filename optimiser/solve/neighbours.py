"""Who borders on whom, in the indeling of the figures: positions for the engine."""

from collections.abc import Sequence

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens


def neighbours_of(gegevens: Gegevens, codes: Sequence[str]) -> tuple[tuple[int, int], ...] | None:
    """Return the pairs of neighbours among gemeenten.

    Parameters
    ----------
    gegevens
        Carries the neighbours of today and the mergers.
    codes
        The gemeenten, ascending. One that no longer exists has the neighbours of its successors,
        and whoever went into the same successor is its neighbour (assumption: they were merged
        because they lay side by side).

    Returns
    -------
    tuple of pairs, or None
        Positions in ``codes``, the lower first, ascending; None where nothing is known.
    """
    if gegevens.buren is None:
        return None
    pairs = list(zip(gegevens.buren["gm_code"], gegevens.buren["buur_gm_code"], strict=True))
    known = {str(code) for pair in pairs for code in pair}
    members: dict[str, list[int]] = {}
    for i, code in enumerate(codes):
        for now in _today(code, known, gegevens.herindelingen):
            members.setdefault(now, []).append(i)
    found = {(i, j) for group in members.values() for i in group for j in group}
    found |= {
        (i, j) for a, b in pairs for i in members.get(str(a), ()) for j in members.get(str(b), ())
    }
    return tuple(sorted({(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}))


def _today(code: str, known: set[str], moves: pd.DataFrame) -> set[str]:
    """Return the gemeenten of today that a gemeente went into, itself if it still exists."""
    found, todo, seen = set[str](), [code], set[str]()
    while todo:
        now = todo.pop()
        if now in known:
            found.add(now)
        elif now not in seen:
            later = moves.loc[moves["oude_gm_code"] == now, "nieuwe_gm_code"]
            todo += [str(one) for one in later]
        seen.add(now)
    return found
