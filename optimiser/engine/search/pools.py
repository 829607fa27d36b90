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
TOGETHER = 2**19


@dataclass(frozen=True, slots=True)
class _Pool:
    """What one node chooses from.

    Attributes
    ----------
    node, below
        Position in the tree, and of the nodes directly below it.
    passes, passed
        Whether it may pass on open units; the nodes directly below that may.
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
    passes: bool
    passed: tuple[int, ...]
    owner: Whole
    unit: Whole
    order: Whole
    leaf: Whole
    by_leaf: Whole
    starts: Whole


@dataclass(frozen=True, slots=True)
class Pools:
    """Every node of a tree with the units that may move in a sweep; ``kind`` holds any number."""

    tree: Tree
    pools: tuple[_Pool, ...]
    units: int
    kind: type[np.signedinteger]

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
        kind = np.int32 if high.max() < 2**31 else np.int64
        owner = np.repeat(np.arange(tree.n), length)
        unit = np.arange(len(owner)) - np.repeat(np.cumsum(length) - length - first, length)
        order = in_order(parts, owner, unit)
        owner, unit = owner[order], unit[order].astype(kind)
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
            gives = (not settled[node], passed)
            pools.append(
                _Pool(node, below, *gives, owner[own], unit[own], sorter, leaf, by_leaf, starts)
            )
        return cls(tree, tuple(pools), len(owner), kind)

    def fill(self, low: Whole, high: Whole) -> Whole:
        """Return the optimum per scenario [personen]; every scenario has one.

        Raises
        ------
        RuntimeError
            If an answer breaks a bound: a bug of ours.
        """
        size = max(1, TOGETHER // max(1, self.units))
        low, high = low.astype(self.kind), high.astype(self.kind)
        chunks = [slice(start, start + size) for start in range(0, len(low), size)]
        return np.concatenate([self._filled(low[c], high[c]) for c in chunks]).astype(np.int64)

    def _filled(self, low: Whole, high: Whole) -> Whole:
        """Answer one chunk of scenarios."""
        sums = low.copy()  # per node what is certain by now
        open_: dict[int, Flags] = {}
        for pool in self.pools:
            every = (low[:, pool.owner] <= pool.unit) & (pool.unit < high[:, pool.owner])
            if pool.passed:
                passed = [open_.pop(node) for node in pool.passed]
                every = np.concatenate([*passed, every], axis=1)[:, pool.order]
            place = np.cumsum(every, axis=1, dtype=low.dtype)
            certain = sums[:, pool.below].sum(axis=1)
            wanted = np.maximum(low[:, pool.node] - certain, 0)
            takes = every & (place <= wanted[:, None])
            taken = np.add.reduceat(takes[:, pool.by_leaf], pool.starts, axis=1, dtype=low.dtype)
            sums[:, pool.leaf] += taken
            sums[:, pool.node] = certain + wanted
            if pool.passes:
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
