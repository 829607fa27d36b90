"""The nearest other gemeenten, in steps over shared borders."""

from collections.abc import Iterable, Sequence


def order_by_steps(
    start: int, count: int, pairs: Iterable[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """Return the others from near to far, each with its steps.

    Parameters
    ----------
    start
        Number of the gemeente, below ``count``.
    count
        How many there are.
    pairs
        Neighbours.

    Returns
    -------
    sequence of (number, steps)
        Equal steps in the order of the numbers; who cannot be reached comes last.

    Examples
    --------
    >>> order_by_steps(0, 4, [(0, 2), (1, 2)])
    [(2, 1), (1, 2), (3, 4)]
    """
    beside: dict[int, set[int]] = {}
    for a, b in pairs:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    steps, ring = {start: 0}, [start]
    while ring:
        after = sorted({b for a in ring for b in beside.get(a, ())} - steps.keys())
        steps |= dict.fromkeys(after, steps[ring[0]] + 1)
        ring = after
    others = (g for g in range(count) if g != start)
    return sorted(((g, steps.get(g, count)) for g in others), key=lambda one: (one[1], one[0]))
