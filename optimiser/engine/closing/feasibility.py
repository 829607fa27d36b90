"""Which nodes of the tree cannot close, and by how many persons; found without a solver."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from optimiser.engine.closing.clashes import Clash, Side, clashes
from optimiser.engine.costs import bounds, components
from optimiser.engine.search.path import least_moved
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import SOFT_BLOCKS, Block, Group, ModelInput, Same, Stage, moved


class Level(StrEnum):
    """What kind of node cannot close."""

    GEMEENTE = "gemeente"
    GROEP = "groep"
    LAND = "land"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A node that cannot close by itself, whatever the rest does.

    Attributes
    ----------
    level
        Gemeente, group, the whole country, or the budget of persons moved.
    naam
        gm_code or name of the group; empty for the country and the budget.
    members
        The gemeenten concerned, as positions in ``ModelInput.gm_codes``.
    side
        ``tekort``: more persons are asked for than fit. ``overschot``: the floors ask for more than
        may come here.
    required, possible
        What must be and what can be [personen]; nodes below count as if they were repaired.
    blocks
        Which limits bind.
    """

    level: Level
    naam: str
    members: tuple[int, ...]
    side: Side
    required: int
    possible: int
    blocks: tuple[Block, ...]

    @property
    def amount(self) -> int:
        """Persons too few or too many places, always positive [personen]."""
        return abs(self.required - self.possible)

    @property
    def code(self) -> str:
        """Key of the Dutch sentence: ``tekort_groep``, ``overschot_land``, ..."""
        return f"{self.side}_{self.level}"


def binding_blocks(data: ModelInput, members: Sequence[int], side: Side) -> tuple[Block, ...]:
    """Return the limits of these gemeenten that give them their lowest ceiling or highest floor."""
    inside, stretch = set(members), Stage.MINSTE_TEKORT in data.stages
    lower, upper = bounds(data)
    found = set()
    for limit in data.limits:
        i = limit.gemeente
        if i not in inside or (stretch and limit.block in SOFT_BLOCKS):
            continue
        if side is Side.TEKORT:
            binds = limit.upper is not None and limit.upper <= upper[i]
        else:
            binds = limit.lower is not None and limit.lower >= lower[i]
        if binds:
            found.add(limit.block)
    return tuple(block for block in Block if block in found)


def _named(data: ModelInput, tree: Tree, clash: Clash) -> Conflict:
    node = clash.node
    level, naam = Level.LAND, ""
    if node < tree.n:
        level, naam = Level.GEMEENTE, data.gm_codes[node]
    elif node != tree.root:
        level, naam = Level.GROEP, data.groups[tree.group[node - tree.n]].naam
    members = tree.leaves(node)
    blocks = binding_blocks(data, members, clash.side)
    return Conflict(level, naam, members, clash.side, clash.required, clash.possible, blocks)


def _budget(data: ModelInput, tree: Tree) -> Iterator[Conflict]:
    if data.budget is None:
        return
    needed = moved(data.doel, least_moved(data, tree, components(data)))
    if needed > data.budget:
        everyone = tuple(range(tree.n))
        yield Conflict(Level.BUDGET, "", everyone, Side.TEKORT, needed, data.budget, ())


def closes(data: ModelInput, groups: tuple[Group, ...]) -> bool:
    """Tell whether a problem has an answer with these groups in place of its own."""
    tree = build_tree(data, groups)
    return not clashes(tree)[2] and not list(_budget(data, tree))


def find_conflicts(data: ModelInput) -> tuple[Conflict, ...]:
    """Return every node that cannot close, the lowest first; empty if the problem has an answer.

    Parameters
    ----------
    data
        The problem; with ``minste_tekort`` among its stages the soft ceilings do not bind.

    Returns
    -------
    tuple of Conflict
        Gemeenten, then groups from small to large, then the country. Amounts do not overlap: each
        counts the nodes below it as repaired. A budget that is too small is only reported when
        everything else closes.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest; the elastic LP answers that.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from optimiser.problem import Group, Limit
    >>> share = (Fraction(67), Fraction(67))
    >>> full = (Limit(Block.PLAFOND, 0, upper=60), Limit(Block.PLAFOND, 1, upper=65))
    >>> regio = (Group("regio X", (0, 1), 134, 134),)
    >>> data = ModelInput(("GM0001", "GM0002"), (67, 67), share, share, full, regio, 134)
    >>> [(c.code, c.naam, c.required, c.possible, c.amount) for c in find_conflicts(data)]
    [('tekort_groep', 'regio X', 134, 125, 9)]
    """
    return _conflicts(Same(data))


@lru_cache(maxsize=8)
def _conflicts(problem: Same) -> tuple[Conflict, ...]:
    data: ModelInput = problem.held
    tree = build_tree(data)
    _, _, found = clashes(tree)
    if found:
        return tuple(_named(data, tree, clash) for clash in found)
    return tuple(_budget(data, tree))
