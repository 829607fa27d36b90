"""Next to every decrease who takes it over: a way of showing two tables, not a computation of them.

The tables say how much each gemeente changes; who takes over from whom does not follow from them.
Both ways of matching below are therefore a presentation, say so, and add up exactly.
"""

from collections.abc import Mapping
from enum import StrEnum

import pandas as pd

from optimiser.compare.errors import UnequalTotalsError, UnknownMatchingError

COLUMNS = ("van", "naar", "personen")


class Wijze(StrEnum):
    """How decreases are matched with increases."""

    GROOTSTE_EERST = "grootste_eerst"
    EVENREDIG = "evenredig"


def match_overname(
    voor: pd.Series, na: pd.Series, wijze: str = Wijze.GROOTSTE_EERST
) -> pd.DataFrame:
    """Match every decrease with the increases that take it over.

    Parameters
    ----------
    voor, na
        Whole persons before and after, index ``gm_code`` in both; the same sum.
    wijze
        ``grootste_eerst``: largest decrease with largest increase first, few lines;
        ``evenredig``: every decrease over all increases in proportion (largest remainder).

    Returns
    -------
    pandas.DataFrame
        ``van``, ``naar`` (``gm_code``), ``personen`` > 0. Per gemeente the lines sum to exactly
        its decrease or increase; ties by ``gm_code``.

    Raises
    ------
    UnequalTotalsError
        If the sums differ: then not every decrease is taken over.
    UnknownMatchingError
        If the way is unknown.

    Examples
    --------
    >>> voor = pd.Series({"GM0001": 10, "GM0002": 5, "GM0003": 5})
    >>> match_overname(voor, pd.Series({"GM0001": 7, "GM0002": 6, "GM0003": 7})).values.tolist()
    [['GM0001', 'GM0003', 2], ['GM0001', 'GM0002', 1]]
    """
    if wijze not in list(Wijze):
        raise UnknownMatchingError(wijze=wijze, bekend=[way.value for way in Wijze])
    if not voor.index.equals(na.index):
        msg = "both tables must have the same gemeenten"
        raise ValueError(msg)
    if int(voor.sum()) != int(na.sum()):
        raise UnequalTotalsError(eerste=int(voor.sum()), tweede=int(na.sum()))
    change = {str(code): int(value) for code, value in (na - voor).items()}
    down = _ordered({code: -value for code, value in change.items() if value < 0})
    up = _ordered({code: value for code, value in change.items() if value > 0})
    match = _largest_first if wijze == Wijze.GROOTSTE_EERST else _proportional
    return pd.DataFrame(match(down, up), columns=list(COLUMNS))


def _ordered(amounts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(amounts.items(), key=lambda item: (-item[1], item[0])))


def _largest_first(down: dict[str, int], up: dict[str, int]) -> list[tuple[str, str, int]]:
    lines, takers = [], list(up.items())
    for giver, amount in down.items():
        left = amount
        while left:
            taker, room = takers[0]
            moved = min(left, room)
            lines.append((giver, taker, moved))
            left -= moved
            takers[:1] = [(taker, room - moved)] if room > moved else []
    return lines


def _proportional(down: dict[str, int], up: dict[str, int]) -> list[tuple[str, str, int]]:
    """Divide each decrease over what the increases still lack, so both sides add up."""
    lines, room = [], dict(up)
    for giver, amount in down.items():
        together = sum(room.values())
        part = {taker: amount * r // together for taker, r in room.items()}
        rest = {taker: amount * r % together for taker, r in room.items()}
        left = amount - sum(part.values())
        for taker in sorted(room, key=lambda code: (-rest[code], code))[:left]:
            part[taker] += 1
        for taker, moved in part.items():
            room[taker] -= moved
            if moved:
                lines.append((giver, taker, moved))
    return lines
