"""Zero-sum groups by their values: gemeenten with the same difference are interchangeable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from optimiser.uitruil.fewest.groups import Group

Multiset = tuple[int, ...]


@dataclass
class _Search:
    """A search of limited size: values, how often each is left, and the steps still allowed."""

    values: list[int]
    left: list[int]
    steps: int
    found: list[Multiset] = field(default_factory=list)


def minimal_multisets(counts: Mapping[int, int], most: int) -> tuple[list[Multiset], int]:
    """List the zero-sum multisets of values that hold no smaller one.

    Parameters
    ----------
    counts
        How many gemeenten have each difference.
    most
        Steps after which no larger size is begun.

    Returns
    -------
    list of tuple, int
        The multisets, smallest first, and the size up to which the list is complete.

    Examples
    --------
    >>> minimal_multisets({-3: 1, 1: 2, 2: 1}, 1000)
    ([(-3, 1, 2)], 4)
    """
    values = sorted(counts, key=lambda value: (-abs(value), value))
    size, complete, total = 1, [], sum(counts.values())
    while size < total:
        search = _Search(values, [counts[value] for value in values], most)
        _extend(search, (), set(), (0, size + 1))
        if search.steps <= 0:
            break
        size, complete = size + 1, search.found
    return sorted((tuple(sorted(m)) for m in complete), key=lambda m: (len(m), m)), size


def _extend(search: _Search, chosen: Multiset, sums: set[int], rest: tuple[int, int]) -> None:
    """Add one value to a multiset in which nothing sums to zero yet.

    ``sums`` are those of its parts; ``rest`` is the first value allowed and how many may follow.
    """
    first, room = rest
    total = sum(chosen)
    for k in range(first, len(search.values)):
        search.steps -= 1
        value = search.values[k]
        if search.steps <= 0:
            return
        # Values come largest first: too far from zero to be brought back by what may follow.
        if abs(total) > room * abs(value):
            return
        if not search.left[k]:
            continue
        if chosen and total + value == 0:
            search.found.append((*chosen, value))
        elif room > 1 and -value not in sums:
            search.left[k] -= 1
            wider = sums | {value} | {part + value for part in sums}
            _extend(search, (*chosen, value), wider, (k, room - 1))
            search.left[k] += 1


def assign(values: Sequence[int], multisets: Sequence[Multiset]) -> list[Group]:
    """Give each multiset gemeenten with those differences, the first ones first.

    >>> assign([5, -2, -3, -2], [(5, -3, -2)])
    [(0, 1, 2)]
    """
    waiting: dict[int, Iterator[int]] = {
        value: iter([i for i, v in enumerate(values) if v == value]) for value in set(values)
    }
    return [tuple(sorted(next(waiting[value]) for value in multiset)) for multiset in multisets]
