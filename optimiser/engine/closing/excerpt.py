"""The part of a problem that cannot close, without the areas whose own fixed sum closes."""

from dataclasses import dataclass, replace

from optimiser.engine.closing.clashes import clashes
from optimiser.engine.tree import build_tree
from optimiser.problem import ModelInput


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A problem over some of the gemeenten of another.

    Attributes
    ----------
    data
        The problem, without budget, names and borders.
    gemeenten, limits
        Per position in ``data`` the position in the whole problem.
    """

    data: ModelInput
    gemeenten: tuple[int, ...]
    limits: tuple[int, ...]


def clashing(data: ModelInput) -> Excerpt:
    """Leave out every group directly below the country that has a fixed sum and can hold it.

    Nothing outside such a group changes it and it helps nobody: its sum stays what it is. So the
    least by which limits must give way is never found there. A gemeente in no group stays in: the
    limits that fix it may give way.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from optimiser.problem import Block, Group, Limit
    >>> share = (Fraction(5),) * 3
    >>> regios = (Group("regio X", (0,), 5, 5), Group("regio Y", (1, 2), 10, 10))
    >>> full = (Limit(Block.PLAFOND, 0, upper=9), Limit(Block.PLAFOND, 2, upper=3))
    >>> full += (Limit(Block.WIL, 1, upper=4),)
    >>> codes = ("GM0001", "GM0002", "GM0003")
    >>> excerpt = clashing(ModelInput(codes, (5, 5, 5), share, share, full, regios, 15))
    >>> excerpt.gemeenten, excerpt.limits, excerpt.data.total
    ((1, 2), (1, 2), 10)
    """
    tree = build_tree(data)
    clash = {one.node for one in clashes(tree)[2]} - {tree.root}
    while above := {tree.parent[node] for node in clash} - clash - {tree.root}:
        clash |= above
    closed = set[int]()
    for node in set(tree.below(tree.root)) - clash - set(range(tree.n)):
        inside = data.groups[tree.group[node - tree.n]].members
        if tree.lower[node] == tree.upper[node] == sum(data.doel[i] for i in inside):
            closed.update(inside)
    kept = tuple(i for i in range(tree.n) if i not in closed)
    place = {i: position for position, i in enumerate(kept)}
    limits = tuple(k for k, limit in enumerate(data.limits) if limit.gemeente in place)
    doel = tuple(data.doel[i] for i in kept)
    part = ModelInput(
        gm_codes=tuple(data.gm_codes[i] for i in kept),
        doel=doel,
        exact=tuple(data.exact[i] for i in kept),
        basis=tuple(data.basis[i] for i in kept),
        limits=tuple(
            data.limits[k]._replace(gemeente=place[data.limits[k].gemeente]) for k in limits
        ),
        groups=tuple(
            replace(group, members=tuple(place[i] for i in group.members))
            for group in data.groups
            if closed.isdisjoint(group.members)
        ),
        total=sum(doel),
        stages=data.stages,
    )
    return Excerpt(part, kept, limits)
