"""A start close to the optimum, with floats and numpy; the exact exchange descent finishes it.

Per component there is a level: all cheaper units are in, all dearer ones out, and units at the
level are left to the next component. A node whose bound binds gets a level of its own. Nothing
depends on the rounding here: a wrong digit costs an exchange more, never a wrong answer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimiser.engine.costs import Component, Floats
from optimiser.engine.search.ranks import Whole
from optimiser.engine.tree import Tree

Mask = NDArray[np.bool_]
#: Halvings of the interval around a level; enough for any two doubles that differ visibly.
HALVINGS = 60


@dataclass(frozen=True, slots=True)
class _Shape:
    """The tree as arrays: inner nodes per height, so that sums go up level by level."""

    parent: Whole
    lower: Whole
    upper: Whole
    heights: tuple[Whole, ...]
    n: int


def _shape(tree: Tree) -> _Shape:
    heights = [0] * tree.n + [1] * len(tree.children)
    for node in tree.inner[:-1]:
        above = tree.parent[node]
        heights[above] = max(heights[above], heights[node] + 1)
    height = np.array(heights)
    levels = tuple(np.flatnonzero(height == h) for h in range(1, int(height.max()) + 1))
    return _Shape(np.array(tree.parent), np.array(tree.lower), np.array(tree.upper), levels, tree.n)


def _sums(shape: _Shape, leaves: Whole) -> Whole:
    """Return per node the persons offered below it, cut off by the bounds of inner nodes."""
    size = len(shape.parent)
    raw = np.zeros(size, dtype=np.int64)
    raw[: shape.n] = leaves
    raw += np.bincount(shape.parent[: shape.n], leaves, size).astype(np.int64)
    for nodes in shape.heights[:-1]:
        cut = np.minimum(np.maximum(raw[nodes], shape.lower[nodes]), shape.upper[nodes])
        np.add.at(raw, shape.parent[nodes], cut)
    return raw


class _Costs:
    """One component as float arrays."""

    def __init__(self, part: Component) -> None:
        self.slope, self.offset = part.line
        self.rises = self.slope > 0
        self.step = np.array(part.step, dtype=np.int64) if part.step else None
        self.jump = float(part.jump)
        # Costs that are whole numbers differ by one at least; others are halved to the end.
        flat, whole = part.is_flat, part.in_whole
        if flat and not whole and not part.step:  # only their order counts
            self.offset = np.unique(self.offset, return_inverse=True)[1].astype(float)
            whole = True
        self.resolution = 0.5 if flat and whole else 0.0

    def cost(self, k: Whole) -> Floats:
        """Return the cost of unit ``k`` per gemeente."""
        value: Floats = self.slope * k + self.offset
        if self.step is not None:
            value = value + self.jump * (k >= self.step)
        return value

    def differs(self, low: Whole, high: Whole) -> bool:
        """Tell whether the open units differ in cost."""
        open_ = low < high
        first, last = self.cost(low)[open_], self.cost(high - 1)[open_]
        return float(first.min(initial=np.inf)) < float(last.max(initial=-np.inf))

    def count(self, level: Floats, low: Whole, high: Whole) -> Whole:
        """Return how many persons each gemeente has when all units up to a level are in."""
        room = level - self.offset
        persons = np.where(room >= 0, np.inf, -np.inf)
        np.divide(room + self.slope, self.slope, out=persons, where=self.rises)
        if self.step is not None:
            persons = np.where(room >= self.jump, persons, np.minimum(persons, self.step))
        # Not below zero, so the whole part is what lies below.
        result: Whole = np.minimum(np.maximum(persons, low), high).astype(np.int64)
        return result


class _Boxes:
    """What is still open: bounds per gemeente, and the nodes whose sum is settled."""

    def __init__(self, tree: Tree) -> None:
        self.shape = _shape(tree)
        self.low = self.shape.lower[: tree.n].copy()
        self.high = self.shape.upper[: tree.n].copy()
        self.settled: Mask = self.shape.lower == self.shape.upper
        self.settled[: tree.n], self.settled[tree.root] = False, True

    def owners(self) -> Whole:
        """Return per node the nearest settled node at or above it."""
        owner = np.arange(len(self.settled))
        parents = np.where(self.settled, owner, self.shape.parent)
        while not self.settled[parents].all():
            parents = parents[parents]
        return parents

    def narrow(self, costs: _Costs) -> None:
        """Keep the units at the level of one component open, settle all others."""
        pending = self.settled & costs.differs(self.low, self.high)
        while pending.any():
            owner = self.owners()
            low, high = self._levels(costs, pending, owner)
            pending = self._settle(low, high, pending[owner])

    def _levels(self, costs: _Costs, pending: Mask, owner: Whole) -> tuple[Whole, Whole]:
        mine = owner[: self.shape.n]
        first, last = costs.cost(self.low), costs.cost(np.maximum(self.high - 1, self.low))
        below, above = np.full(len(owner), np.inf), np.full(len(owner), -np.inf)
        np.minimum.at(below, mine, first)
        np.maximum.at(above, mine, last)
        below, above = (np.where(np.isfinite(b), b, 0.0) for b in (below, above))
        margin = 1 + 1e-9 * np.maximum(np.abs(below), np.abs(above))
        below, above = below - margin, above + margin
        goal, open_ = self.shape.lower, pending
        for _ in range(HALVINGS):
            middle = (below + above) / 2
            sums = _sums(self.shape, costs.count(middle[mine], self.low, self.high))
            # A level that gives the sum exactly lies between two units: nothing is left to choose.
            below = np.where(open_ & (sums <= goal), middle, below)
            above = np.where(open_ & (sums >= goal), middle, above)
            open_ = open_ & (above - below > costs.resolution)
            if not open_.any():
                break
        count = (costs.count(level[mine], self.low, self.high) for level in (below, above))
        low, high = count
        kept = ~pending[mine]
        return np.where(kept, self.low, low), np.where(kept, self.high, high)

    def _settle(self, low: Whole, high: Whole, active: Mask) -> Mask:
        """Fix the nodes whose bound binds at the level, narrow the rest; return those nodes."""
        shape = self.shape
        least, most = _sums(shape, low), _sums(shape, high)
        at_lower, at_upper = most <= shape.lower, least >= shape.upper
        fresh = active & ~self.settled & (at_lower | at_upper)
        fresh[: shape.n] = False
        shape.upper[fresh & at_lower] = shape.lower[fresh & at_lower]
        shape.lower[fresh & ~at_lower] = shape.upper[fresh & ~at_lower]
        self.settled |= fresh
        # A gemeente below a freshly settled node keeps its box: that node has its own level.
        stays = ~fresh[self.owners()[: shape.n]]
        self.low = np.where(stays, low, self.low)
        self.high = np.where(stays, high, self.high)
        return fresh


def narrow_boxes(tree: Tree, components: tuple[Component, ...]) -> tuple[list[int], list[int]]:
    """Return narrow bounds per gemeente near the optimum [personen].

    Only a start: where areas nest, the optimum may lie a few persons outside.

    Parameters
    ----------
    tree
        A feasible tree.
    components
        Costs, most important first.
    """
    boxes = _Boxes(tree)
    for part in components:
        if (boxes.low == boxes.high).all():
            break
        boxes.narrow(_Costs(part))
    return boxes.low.tolist(), boxes.high.tolist()
