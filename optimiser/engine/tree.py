"""The groups of a problem as a tree: gemeente < regio < provincie < Nederland."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from optimiser.engine.costs import bounds
from optimiser.engine.errors import CrossingGroupsError
from optimiser.problem import Group, ModelInput, Same

#: ``Tree.group`` of the node that stands for the whole country.
ROOT = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """A laminar family with bounds per node; leaves first, parents after children, root last.

    Attributes
    ----------
    n
        Number of leaves (gemeenten); node ``i < n`` is gemeente ``i``.
    children
        Per inner node (index ``node - n``) the nodes directly below it, ascending.
    parent
        Per node; -1 for the root.
    group
        Per inner node the position in ``ModelInput.groups``; ``ROOT`` for the country.
    lower, upper
        Per node [personen], inclusive.
    """

    n: int
    children: tuple[tuple[int, ...], ...]
    parent: tuple[int, ...]
    group: tuple[int, ...]
    lower: tuple[int, ...]
    upper: tuple[int, ...]

    @property
    def root(self) -> int:
        """The node of the whole country."""
        return len(self.parent) - 1

    @property
    def inner(self) -> range:
        """The inner nodes, children before parents."""
        return range(self.n, len(self.parent))

    def below(self, node: int) -> tuple[int, ...]:
        """Return the nodes directly below a node; none for a gemeente."""
        return self.children[node - self.n] if node >= self.n else ()

    def leaves(self, node: int) -> tuple[int, ...]:
        """Return the gemeenten in a node, ascending."""
        found, todo = [], [node]
        while todo:
            current = todo.pop()
            if current < self.n:
                found.append(current)
            todo.extend(self.below(current))
        return tuple(sorted(found))

    def ancestors(self, node: int) -> tuple[int, ...]:
        """Return the nodes above a node, nearest first."""
        found = []
        while (node := self.parent[node]) >= 0:
            found.append(node)
        return tuple(found)

    def sums(self, x: Sequence[int]) -> list[int]:
        """Return the persons in every node, leaves included."""
        total = [*x, *([0] * len(self.children))]
        for node, above in enumerate(self.parent[:-1]):
            total[above] += total[node]
        return total


def crossing_pair(n: int, groups: Sequence[Group]) -> tuple[int, int] | None:
    """Return two groups that overlap without one lying inside the other, if there are any.

    >>> crossing_pair(3, [Group("a", (0, 1), 0, 9), Group("b", (1, 2), 0, 9)])
    (0, 1)
    >>> crossing_pair(3, [Group("a", (0, 1), 0, 9), Group("b", (0, 1, 2), 0, 9)]) is None
    True
    """
    try:
        _nested_once(n, Same(tuple(groups)))
    except CrossingGroupsError as error:
        return error.pair
    return None


def is_laminar(data: ModelInput) -> bool:
    """Tell whether all groups are nested or disjoint: this engine answers, an LP is a network."""
    return crossing_pair(len(data.gm_codes), data.groups) is None


def _by_size(groups: Sequence[Group]) -> list[int]:
    return sorted(range(len(groups)), key=lambda g: (len(groups[g].members), g))


def _nest(n: int, groups: Sequence[Group]) -> tuple[list[int], list[int]]:
    """Return the parent per node and the order of the groups, small ones first."""
    order = _by_size(groups)
    root = n + len(groups)
    parent, size, owner = [root] * root + [-1], [1] * root, list(range(n))
    for node, g in enumerate(order, start=n):
        members = groups[g].members
        tops = {owner[i] for i in members}
        size[node] = len(members)
        if sum(size[t] for t in tops) != size[node]:
            other = next(order[t - n] for t in sorted(tops) if not _inside(t, n, order, groups, g))
            first, second = sorted((other, g))
            raise CrossingGroupsError((first, second), groups[first].naam, groups[second].naam)
        for t in tops:
            parent[t] = node
        for i in members:
            owner[i] = node
    return parent, order


def _inside(node: int, n: int, order: list[int], groups: Sequence[Group], g: int) -> bool:
    return node < n or set(groups[order[node - n]].members) <= set(groups[g].members)


def _children(n: int, parent: Iterable[int], inner: int) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in range(inner)]
    for node, above in enumerate(parent):
        if above >= 0:
            below[above - n].append(node)
    return tuple(tuple(nodes) for nodes in below)


@lru_cache(maxsize=16)
def _nested_once(
    n: int, groups: Same
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """Nest groups once: a limit that moves changes bounds, never who is in which area."""
    parent, order = _nest(n, groups.held)
    return tuple(parent), tuple(order), _children(n, parent, len(order) + 1)


def build_tree(data: ModelInput, groups: tuple[Group, ...] | None = None) -> Tree:
    """Nest the groups of a problem and put the whole country on top.

    Parameters
    ----------
    data
        The problem.
    groups
        In place of its own groups, if given.

    Returns
    -------
    Tree
        With the bounds of the problem as both engines read them (``costs.bounds``).

    Raises
    ------
    CrossingGroupsError
        If two groups overlap without one lying inside the other; such a problem needs the LP.
    """
    return _built(Same(data), Same(data.groups if groups is None else groups))


@lru_cache(maxsize=8)
def _built(problem: Same, groups: Same) -> Tree:
    data: ModelInput = problem.held
    n = len(data.gm_codes)
    parent, order, children = _nested_once(n, groups)
    lower, upper = bounds(data)
    ordered = [groups.held[g] for g in order]
    return Tree(
        n,
        children,
        parent,
        (*order, ROOT),
        (*lower, *(g.lower for g in ordered), data.total),
        (*upper, *(g.upper for g in ordered), data.total),
    )
