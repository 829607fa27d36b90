"""Units in the order of their costs, per node of the tree: what a sweep chooses from.

From the smallest node to the country, a node takes its cheapest open units up to its lower bound
and closes those beyond its upper bound: greedy over nested sums, for many scenarios together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from optimiser.engine.costs import Component
from optimiser.engine.search.ranks import Whole, in_order
from optimiser.engine.tree import Tree

Flags = npt.NDArray[np.bool_]
#: Scenarios times units that are looked at together: what stays near a core.
TOGETHER = 2**20


@dataclass(frozen=True, slots=True)
class _Pool:
    """What one node chooses from.

    Attributes
    ----------
    node, below
        Position in the tree, and of the nodes directly below it.
    passed
        The nodes below that may pass on open units.
    owner, unit
        The open units of the gemeenten directly below, cheapest first within what comes from one
        node: gemeente and number.
    order
        Puts what is passed on, and then the own units, in the order of their costs.
    leaf, by_leaf, starts
        The gemeenten that have units here; the units sorted by gemeente, and where each starts.
    """

    node: int
    below: tuple[int, ...]
    passed: tuple[int, ...]
    owner: Whole
    unit: Whole
    order: Whole
    leaf: Whole
    by_leaf: Whole
    starts: Whole


@dataclass(frozen=True, slots=True)
class Pools:
    """Every node of a tree with the units that may move in a sweep, in the order of their costs."""

    tree: Tree
    pools: tuple[_Pool, ...]
    units: int

    @classmethod
    def of(cls, tree: Tree, parts: Sequence[Component], low: Whole, high: Whole) -> "Pools":
        """Put the units that some scenario leaves open in order.

        Parameters
        ----------
        tree
            The nested groups.
        parts
            The components of the costs, as ``costs.components`` gives them.
        low, high
            Shape ``(scenarios, nodes)``, each: what a node holds at least and at most [personen].
        """
        first, last = low[:, : tree.n].min(axis=0), high[:, : tree.n].max(axis=0)
        length = last - first
        owner = np.repeat(np.arange(tree.n), length)
        unit = np.arange(len(owner)) - np.repeat(np.cumsum(length) - length - first, length)
        order = in_order(parts, owner, unit)
        owner, unit = owner[order], unit[order]
        settled = (low == high).all(axis=0)
        parent = np.array(tree.parent)
        home = parent[owner]
        live: dict[int, Whole] = {}
        pools = []
        for node in tree.inner:
            below = tree.below(node)
            passed = tuple(n for n in below if n >= tree.n and not settled[n])
            own = np.flatnonzero(home == node)
            mixed = np.concatenate([*(live[n] for n in passed), own])
            sorter = np.argsort(mixed)
            live[node] = mixed[sorter]
            holder = owner[live[node]]
            by_leaf = np.argsort(holder, kind="stable")
            starts = np.flatnonzero(np.diff(holder[by_leaf], prepend=-1))
            leaf = holder[by_leaf][starts]
            pools.append(
                _Pool(node, below, passed, owner[own], unit[own], sorter, leaf, by_leaf, starts)
            )
        return cls(tree, tuple(pools), len(owner))

    def fill(self, low: Whole, high: Whole) -> Whole:
        """Return the optimum per scenario [personen]; every scenario has one.

        Raises
        ------
        RuntimeError
            If an answer breaks a bound: a bug of ours.
        """
        size = max(1, TOGETHER // max(1, self.units))
        chunks = [slice(start, start + size) for start in range(0, len(low), size)]
        return np.concatenate([self._filled(low[chunk], high[chunk]) for chunk in chunks])

    def _filled(self, low: Whole, high: Whole) -> Whole:
        """Answer one chunk of scenarios."""
        sums = low.copy()  # per node what is certain by now
        open_: dict[int, Flags] = {}
        for pool in self.pools:
            least, most = low[:, pool.owner], high[:, pool.owner]
            own = (least <= pool.unit) & (pool.unit < most)
            every = np.concatenate([*(open_.pop(n) for n in pool.passed), own], axis=1)
            every = every[:, pool.order]
            place = np.cumsum(every, axis=1, dtype=np.int64)
            certain = sums[:, pool.below].sum(axis=1)
            wanted = np.maximum(low[:, pool.node] - certain, 0)
            takes = every & (place <= wanted[:, None])
            sums[:, pool.leaf] += np.add.reduceat(
                takes[:, pool.by_leaf], pool.starts, axis=1, dtype=np.int64
            )
            sums[:, pool.node] = certain + wanted
            room = high[:, pool.node] - certain
            open_[pool.node] = every & ~takes & (place <= room[:, None])
        x = sums[:, : self.tree.n]
        self._require(x, low, high)
        return x

    def _require(self, x: Whole, low: Whole, high: Whole) -> None:
        """Check every bound of every node."""
        sums = np.zeros_like(low)
        sums[:, : self.tree.n] = x
        for pool in self.pools:
            sums[:, pool.node] = sums[:, pool.below].sum(axis=1)
        if (sums < low).any() or (sums > high).any():
            msg = "a sweep broke a bound"
            raise RuntimeError(msg)
