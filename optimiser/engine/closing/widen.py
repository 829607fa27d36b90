"""Which areas must exchange together so that a region that cannot close, can: neighbours only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from optimiser.engine.closing.clashes import Clash, Side, clashes
from optimiser.engine.costs import bounds
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import Group, ModelInput


@dataclass(frozen=True, slots=True)
class Union:
    """Areas that exchange together.

    Attributes
    ----------
    names
        The groups joined, the one that could not close first.
    within
        Name of the area that takes over, if the groups are not joined but dissolved into the area
        above them; empty for the whole country, None for a plain union.
    """

    names: tuple[str, ...]
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Widening:
    """What a wider exchange area takes.

    Attributes
    ----------
    closes
        Whether the problem closes this way.
    unions
        Steps in order; a later one may contain an earlier one.
    groups
        The groups after the change.
    country_room
        Persons by which the country as one area is short (negative) or has room (positive or zero),
        all groups left out.
    """

    closes: bool
    unions: tuple[Union, ...]
    groups: tuple[Group, ...]
    country_room: int


def with_reported(data: ModelInput) -> ModelInput:
    """Return the problem in which limits that are only reported bind too; groups may be gone."""
    if not data.outside:
        return data
    return replace(data, groups=(), limits=(*data.limits, *data.reported), outside=(), reported=())


def _country_room(data: ModelInput) -> int:
    lower, upper = bounds(with_reported(data))
    return min(sum(upper) - data.total, data.total - sum(lower))


def _spare(tree: Tree, node: int, side: Side, ends: tuple[Sequence[int], Sequence[int]]) -> int:
    """Return how many persons a group can relieve another of."""
    least, most = ends
    below = tree.below(node)
    if side is Side.TEKORT:
        return sum(map(most.__getitem__, below)) - tree.lower[node]
    return tree.upper[node] - sum(map(least.__getitem__, below))


def _around(data: ModelInput, tree: Tree, nodes: Sequence[int]) -> set[int]:
    """Return the nodes below the same area that border on these."""
    inside = {leaf for node in nodes for leaf in tree.leaves(node)}
    pairs, above = data.neighbours or (), tree.parent[nodes[0]]
    found = {j for i, j in pairs if i in inside} | {i for i, j in pairs if j in inside}
    while lower := {node for node in found if tree.parent[node] not in {above, -1}}:
        found = (found - lower) | {tree.parent[node] for node in lower}
    return found


def _partners(
    data: ModelInput, tree: Tree, clash: Clash, ends: tuple[Sequence[int], Sequence[int]]
) -> list[int]:
    """Return few groups beside a clash that together relieve it; empty if they cannot.

    Where borders are known each of them borders on the clash or on one chosen before it. One that
    suffices alone, as small as possible, beats the largest; one without room of its own is only
    joined to reach what lies behind it.
    """
    needed = abs(clash.required - clash.possible)
    beside = [n for n in tree.below(tree.parent[clash.node]) if n >= tree.n and n != clash.node]
    beside = [n for n in beside if not (data.outside and set(tree.leaves(n)) & set(data.outside))]
    chosen: list[int] = []
    while needed > 0:
        near = [node for node in beside if node not in chosen]
        if data.neighbours is not None:
            around = _around(data, tree, [clash.node, *chosen])
            near = [node for node in near if node in around]
        spare = {node: _spare(tree, node, clash.side, ends) for node in near}
        if data.neighbours is None:
            near = [node for node in near if spare[node] > 0]
        if not near:
            return []
        enough = [node for node in near if spare[node] >= needed]
        if enough:
            pick = min(enough, key=lambda node: (spare[node], node))
        else:
            pick = max(near, key=lambda node: (spare[node], -node))
        chosen.append(pick)
        needed -= spare[pick]
    return chosen


def _join(
    groups: tuple[Group, ...], tree: Tree, nodes: list[int]
) -> tuple[tuple[Group, ...], Union]:
    positions = [tree.group[node - tree.n] for node in nodes]
    parts = [groups[g] for g in positions]
    naam = " + ".join(part.naam for part in parts)
    members = tuple(sorted(i for part in parts for i in part.members))
    joined = Group(naam, members, sum(p.lower for p in parts), sum(p.upper for p in parts))
    rest = [group for g, group in enumerate(groups) if g not in positions]
    return (*rest, joined), Union(tuple(part.naam for part in parts))


def _dissolve(
    groups: tuple[Group, ...], tree: Tree, nodes: list[int]
) -> tuple[tuple[Group, ...], Union]:
    """Give up the sums of groups that lie directly below the same node."""
    positions = [tree.group[node - tree.n] for node in nodes]
    above = tree.parent[nodes[0]]
    within = "" if above == tree.root else groups[tree.group[above - tree.n]].naam
    rest = tuple(group for g, group in enumerate(groups) if g not in positions)
    return rest, Union(tuple(groups[g].naam for g in positions), within)


def widen(data: ModelInput) -> Widening:
    """Join areas, from the smallest that cannot close upwards, until all close or none is left.

    A group that cannot close is joined with few groups beside it that have room enough: only with
    those it borders on, directly or through each other, where ``data.neighbours`` says who does. If
    all of them together have not, its own sum is given up in favour of the area above it. Gemeenten
    outside the user's own areas are never drawn in: nothing was asked of them.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest.
    """
    groups, unions, room = data.groups, list[Union](), _country_room(data)
    while True:
        tree = build_tree(data, groups)
        least, most, found = clashes(tree)
        areas = [clash for clash in found if tree.n <= clash.node < tree.root]
        top = [node for node in tree.below(tree.root) if node >= tree.n]
        if areas:
            partners = _partners(data, tree, areas[0], (least, most))
            if not partners and data.outside:
                return Widening(False, tuple(unions), groups, room)
            nodes = [areas[0].node, *partners]
            groups, union = (_join if partners else _dissolve)(groups, tree, nodes)
        elif found and found[-1].node == tree.root and room >= 0 and top:
            # Every area closes by itself, but their sums together do not make the total.
            groups, union = _dissolve(groups, tree, top)
        else:
            return Widening(not found, tuple(unions), groups, room)
        unions.append(union)
