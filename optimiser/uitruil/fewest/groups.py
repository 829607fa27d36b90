"""Zero-sum groups: the arithmetic behind the fewest agreements.

A group of k gemeenten whose differences sum to zero is settled by k - 1 bilateral agreements, and
never by fewer unless it splits into smaller zero-sum groups. So the fewest agreements for given
differences are their number minus the largest number of disjoint zero-sum groups.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Group = tuple[int, ...]

#: Most non-zero differences for which every subset is looked at (2^20, about 0,2 s).
EXACT_LIMIT = 20


def subset_sums(differences: Sequence[int]) -> Whole:
    """Return the sum of every subset; bit i of the position says whether i is in it.

    >>> subset_sums([5, -3]).tolist()
    [0, 5, -3, 2]
    """
    sums = np.zeros(1, dtype=np.int64)
    for difference in differences:
        sums = np.concatenate([sums, sums + difference])
    return sums


def most_groups(differences: Sequence[int]) -> Whole:
    """Return for every subset the most disjoint zero-sum groups in it (subset DP).

    For a subset that sums to zero this is the largest number of groups it splits into.

    >>> int(most_groups([5, -5, 2, 1, -3])[-1])
    2
    """
    n = len(differences)
    zero = (subset_sums(differences) == 0).astype(np.int64)
    best = np.zeros(1 << n, dtype=np.int64)
    masks = np.arange(1 << n)
    size = subset_sums([1] * n)
    for k in range(1, n + 1):
        layer = masks[size == k]
        top = np.zeros(len(layer), dtype=np.int64)
        for bit in range(n):
            inside = (layer >> bit) & 1 == 1
            np.maximum(top, np.where(inside, best[layer & ~(1 << bit)], 0), out=top)
        best[layer] = top + zero[layer]
    return best


def partitions(differences: Sequence[int], best: Whole) -> Iterator[tuple[Group, ...]]:
    """Yield every way to split into the most zero-sum groups, each once.

    Parameters
    ----------
    differences
        Non-zero, summing to zero.
    best
        Of ``most_groups``.

    Examples
    --------
    >>> d = [1, 1, -1, -1]
    >>> list(partitions(d, most_groups(d)))
    [((0, 2), (1, 3)), ((0, 3), (1, 2))]
    """
    minimal = np.flatnonzero((subset_sums(differences) == 0) & (best == 1))
    by_first: dict[int, list[int]] = {}
    for mask in sorted(map(int, minimal), key=lambda m: (m.bit_count(), _members(m))):
        by_first.setdefault(mask & -mask, []).append(mask)
    full = (1 << len(differences)) - 1
    yield from _split(full, by_first, best)


def _split(mask: int, by_first: dict[int, list[int]], best: Whole) -> Iterator[tuple[Group, ...]]:
    if not mask:
        yield ()
        return
    for group in by_first[mask & -mask]:
        rest = mask ^ group
        if group & mask == group and best[rest] == best[mask] - 1:
            for others in _split(rest, by_first, best):
                yield (_members(group), *others)


def _members(mask: int) -> Group:
    return tuple(i for i in range(mask.bit_length()) if mask >> i & 1)


def smallest_groups(differences: Sequence[int]) -> tuple[Group, ...]:
    """Split so that the largest group is as small as possible; then as many groups as possible.

    >>> smallest_groups([4, 1, -1, -4, 2, -2])
    ((0, 3), (1, 2), (4, 5))
    """
    n = len(differences)
    sums, size, best = subset_sums(differences), subset_sums([1] * n), most_groups(differences)
    for largest in range(2, n + 1):
        usable = np.flatnonzero((sums == 0) & (best == 1) & (size <= largest))
        found = _cover((1 << n) - 1, [int(m) for m in usable], {0: ()})
        if found is not None:
            return tuple(_members(m) for m in found)
    return ()


def _cover(
    mask: int, usable: list[int], known: dict[int, tuple[int, ...] | None]
) -> tuple[int, ...] | None:
    """Return the most usable groups that cover a mask exactly, None if they cannot."""
    if mask not in known:
        first = mask & -mask
        options = (
            (group, _cover(mask ^ group, usable, known))
            for group in usable
            if group & first and group & mask == group
        )
        covers = [(group, *rest) for group, rest in options if rest is not None]
        known[mask] = max(covers, key=len, default=None)
    return known[mask]


def opposite_pairs(differences: Sequence[int]) -> tuple[list[Group], list[int]]:
    """Pair equal and opposite differences; return the pairs and the positions left.

    Taking such a pair never costs a group: whatever two groups held them, the rest of both is a
    zero-sum group again.

    >>> opposite_pairs([5, -5, 3, 2, -5])
    ([(0, 1)], [2, 3, 4])
    """
    waiting: dict[int, list[int]] = {}
    pairs: list[Group] = []
    for i, difference in enumerate(differences):
        if waiting.get(-difference):
            pairs.append((waiting[-difference].pop(0), i))
        else:
            waiting.setdefault(difference, []).append(i)
    return pairs, sorted(i for left in waiting.values() for i in left)
