"""The exchange test behind the certificate, written apart from the descent it checks.

One pass over the tree, whole numbers only, no floats and no heaps: per node the dearest units
that can leave and the cheapest that can come, then every pair that meets in a node.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from optimiser.engine.order import Unit, UnitOrder
from optimiser.engine.tree import Tree

#: Per kind of offer the best gemeente, and all that are as good but for the gm_code.
Offers = dict[bool, tuple[int, list[int]]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The best givers and takers of one kind that meet in a node.

    Attributes
    ----------
    giver, taker
        The best exchange: the gemeente that loses a person and the one that gets it.
    givers, takers
        All gemeenten as good as these but for the gm_code.
    change
        What one move does to the persons moved: -1, 0 or 1.
    """

    giver: int
    taker: int
    givers: tuple[int, ...]
    takers: tuple[int, ...]
    change: int


def _merge(offers: list[Offers], order: UnitOrder, offered: list[Unit], sign: int) -> Offers:
    """Keep per kind the gemeenten whose unit no other beats: the cheapest, or by -1 the dearest."""
    merged: Offers = {}
    for offer in offers:
        for kind, (first, found) in offer.items():
            if kind not in merged:
                merged[kind] = first, list(found)
                continue
            best, held = merged[kind]
            one, other = offered[first], offered[best]
            compared = sign * order.compare(one, other, tie_by_code=False)
            if compared < 0:
                merged[kind] = first, list(found)
            elif compared == 0:
                held.extend(found)
                merged[kind] = (first if sign * order.compare(one, other) < 0 else best), held
    return merged


def meetings(
    tree: Tree, order: UnitOrder, x: Sequence[int], doel: Sequence[int] | None = None
) -> Iterator[Meeting]:
    """Yield per node the best exchanges that pass through it and stay in B.

    Parameters
    ----------
    tree, order
        What is allowed and what it costs.
    x
        A point of B [personen].
    doel
        Keep exchanges apart by what they do to the persons moved from here; without it all count
        as one kind.
    """
    sums = tree.sums(x)
    give: list[Offers] = [{} for _ in tree.parent]
    take: list[Offers] = [{} for _ in tree.parent]

    leaving, coming = [(i, n - 1) for i, n in enumerate(x)], list(enumerate(x))
    for i in range(tree.n):
        if x[i] > tree.lower[i]:
            give[i] = {doel is not None and x[i] > doel[i]: (i, [i])}
        if x[i] < tree.upper[i]:
            take[i] = {doel is not None and x[i] < doel[i]: (i, [i])}
    for node in tree.inner:
        givers = _merge([give[child] for child in tree.below(node)], order, leaving, -1)
        takers = _merge([take[child] for child in tree.below(node)], order, coming, 1)
        for back, (giver, like_giver) in givers.items():
            for home, (taker, like_taker) in takers.items():
                change = 0 if doel is None else 1 - back - home
                yield Meeting(giver, taker, tuple(like_giver), tuple(like_taker), change)
        give[node] = givers if sums[node] > tree.lower[node] else {}
        take[node] = takers if sums[node] < tree.upper[node] else {}


def units(meeting: Meeting, x: Sequence[int]) -> tuple[Unit, Unit]:
    """Return the unit that leaves and the unit that comes in the best exchange of a meeting."""
    i, j = meeting.giver, meeting.taker
    return (i, x[i] - 1), (j, x[j])
