"""What every node of the tree can hold, and where that is nothing: in whole numbers."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import compress
from operator import gt

import numpy as np

from optimiser.engine.search.ranks import Whole
from optimiser.engine.tree import Tree
from optimiser.problem import Same


class Side(StrEnum):
    """In which direction a node cannot close."""

    TEKORT = "tekort"
    OVERSCHOT = "overschot"


@dataclass(frozen=True, slots=True)
class Clash:
    """A node whose range is empty: position, side, what is required and what is possible."""

    node: int
    side: Side
    required: int
    possible: int


def clashes(tree: Tree) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Clash, ...]]:
    """Return what every node can hold once the nodes below it are repaired, and the clashes.

    A clash is repaired by the least that closes it: a shortage by more room, an excess by lower
    floors. So a shortage of 9 in a regio is not counted again in its provincie.
    """
    return _clashes(Same(tree))


@lru_cache(maxsize=8)
def _clashes(of: Same) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Clash, ...]]:
    tree: Tree = of.held
    least, most, found = list(tree.lower), list(tree.upper), list[Clash]()
    for node in compress(range(tree.n), map(gt, least, most)):
        # A floor above a ceiling: they meet anywhere in between for the same amount.
        found.append(Clash(node, Side.TEKORT, least[node], most[node]))
        least[node], most[node] = most[node], least[node]
    leaves = np.array(tree.parent[: tree.n]) - tree.n
    below, room = (_added(leaves, ends[: tree.n], len(tree.children)) for ends in (least, most))
    for place, node in enumerate(tree.inner):
        low, high = least[node], most[node]
        if low > room[place]:
            found.append(Clash(node, Side.TEKORT, low, room[place]))
            least[node], most[node] = low, low
        elif below[place] > high:
            found.append(Clash(node, Side.OVERSCHOT, below[place], high))
            least[node], most[node] = high, high
        else:
            least[node], most[node] = max(low, below[place]), min(high, room[place])
        if node != tree.root:
            below[tree.parent[node] - tree.n] += least[node]
            room[tree.parent[node] - tree.n] += most[node]
    return tuple(least), tuple(most), tuple(found)


def _added(place: Whole, numbers: list[int], size: int) -> list[int]:
    """Add up numbers per place, in whole numbers."""
    sums = np.zeros(size, dtype=np.int64)
    np.add.at(sums, place, numbers)
    result: list[int] = sums.tolist()
    return result
