"""Zero-sum groups among more gemeenten than every subset can be tried for: found, and bounded."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from time import perf_counter

from optimiser.lp.agreements.zero_sum import pack_multisets
from optimiser.uitruil.fewest.groups import (
    EXACT_LIMIT,
    Group,
    most_groups,
    opposite_pairs,
    partitions,
)
from optimiser.uitruil.fewest.multisets import assign, minimal_multisets

#: How many gemeenten the heuristic looks at together, and how often it may fail in a row.
WINDOW, TRIES = 16, 25
#: Most steps of the search that lists groups for the packing; about a second.
MOST_NODES = 200_000
#: Ways to split, and a number of groups that none can exceed.
Bounded = tuple[tuple[tuple[Group, ...], ...], int]


@dataclass(frozen=True, slots=True)
class Split:
    """Ways to split into zero-sum groups; ``most`` is a number of groups none can exceed."""

    splits: tuple[tuple[Group, ...], ...]
    most: int
    complete: bool


def split_many(values: Sequence[int], seconds: float, alternatives: int) -> Split:
    """Split many differences into zero-sum groups.

    Opposite pairs first (they never cost a group); what is left is tried completely when it is
    small, else packed from listed groups within the time limit. The better of that and a heuristic
    is returned, with the proved bound.

    Parameters
    ----------
    values
        Non-zero, summing to zero.
    seconds
        Time limit [s].
    alternatives
        Most splits to return.
    """
    pairs, rest = opposite_pairs(values)
    left = [values[i] for i in rest]
    small = len(rest) <= EXACT_LIMIT
    inner, most = _exactly(left, alternatives) if small else _by_packing(left, seconds)
    splits = tuple(
        (*pairs, *(tuple(rest[i] for i in group) for group in groups)) for groups in inner
    )
    # Other pairs than these may do as well, so the list is never called complete.
    return Split(splits, most + len(pairs), complete=False)


def _exactly(values: Sequence[int], alternatives: int) -> Bounded:
    best = most_groups(values)
    return tuple(islice(partitions(values, best), alternatives)), int(best[-1])


def _by_packing(values: Sequence[int], seconds: float) -> Bounded:
    """Pack listed groups; no opposite pairs are left, so every group has at least three."""
    ends = perf_counter() + seconds
    found = peel(values, Random(0))
    counts = Counter(values)
    above = sum(value > 0 for value in values)
    most = min(len(values) // 3, above, len(values) - above)
    columns, largest = minimal_multisets(counts, MOST_NODES)
    if len(found) < most:
        times, bound = pack_multisets(counts, columns, largest, ends - perf_counter())
        most = min(most, bound)
        chosen = assign(values, [c for c, k in zip(columns, times, strict=True) for _ in range(k)])
        found = max(found, _complete(values, chosen), key=len)
    return (tuple(found),), max(most, len(found))


def _complete(values: Sequence[int], chosen: Sequence[Group]) -> list[Group]:
    """Add the gemeenten that no chosen group holds, as groups of their own."""
    used = {i for group in chosen for i in group}
    rest = [i for i in range(len(values)) if i not in used]
    inner = peel([values[i] for i in rest], Random(0))
    return [*chosen, *(tuple(rest[i] for i in group) for group in inner)]


def peel(values: Sequence[int], random: Random) -> list[Group]:
    """Take zero-sum groups out of one window of gemeenten after another: a heuristic.

    Parameters
    ----------
    values
        Summing to zero.
    random
        Decides which gemeenten are looked at together.

    Examples
    --------
    >>> peel([4, -1, -3, 7, -7], Random(0))
    [(0, 1, 2), (3, 4)]
    """
    rest, found, failed = list(range(len(values))), [], 0
    while len(rest) > EXACT_LIMIT and failed < TRIES:
        window = sorted(random.sample(rest, WINDOW))
        groups = _inside([values[i] for i in window])
        failed = 0 if groups else failed + 1
        for group in groups:
            found.append(tuple(window[i] for i in group))
        used = {window[i] for group in groups for i in group}
        rest = [i for i in rest if i not in used]
    if len(rest) > EXACT_LIMIT:
        return [*found, tuple(rest)]
    inner = _exactly([values[i] for i in rest], 1)[0][0]
    return [*found, *(tuple(rest[i] for i in group) for group in inner)]


def _inside(values: Sequence[int]) -> list[Group]:
    """Return the most disjoint zero-sum groups of a window that need not sum to zero."""
    best = most_groups(values)
    mask, n = len(best) - 1, len(values)
    # Walk down to a smallest subset that still holds as many groups: it is exactly those groups.
    for i in range(n):
        if best[mask ^ (1 << i)] == best[mask]:
            mask ^= 1 << i
    kept = [i for i in range(n) if mask >> i & 1]
    if not kept:
        return []
    inner = [values[i] for i in kept]
    first = next(partitions(inner, most_groups(inner)))
    return [tuple(kept[i] for i in group) for group in first]
