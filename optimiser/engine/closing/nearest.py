"""When a problem cannot close: the distribution that places as many persons as fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from optimiser.engine.closing.clashes import Side
from optimiser.engine.closing.feasibility import Level, find_conflicts
from optimiser.engine.costs import Part, components, steps
from optimiser.engine.search.descent import optimum
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import ModelInput


@dataclass(frozen=True, slots=True)
class Nearest:
    """A distribution that is not a solution; to be shown as such.

    Attributes
    ----------
    x
        Length n [personen]; no ceiling and no upper bound of a group is broken.
    unplaced
        Persons of the total without a place: *niet geplaatst*.
    short
        Name and persons per area that misses its own sum, the smallest areas first; an empty name
        is the country. Adds up to ``unplaced`` when the sums of the areas are fixed.
    below_floor
        Persons by which gemeenten stay under their floor (bodem, vast, ...) together.
    """

    x: tuple[int, ...]
    unplaced: int
    short: tuple[tuple[str, int], ...]
    below_floor: int


def _relaxed(tree: Tree) -> Tree:
    """Lower what is asked of every node to what fits in it; floors become wishes."""
    upper = [max(0, high) for high in tree.upper]
    lower = [0] * tree.n + list(tree.lower[tree.n :])
    for node in tree.inner:
        below = tree.below(node)
        upper[node] = min(upper[node], sum(map(upper.__getitem__, below)))
        lower[node] = min(lower[node], upper[node])
        if sum(map(lower.__getitem__, below)) > upper[node]:
            for child in below:
                _release(tree, lower, child)
        lower[node] = max(lower[node], sum(map(lower.__getitem__, below)))
    lower[tree.root] = upper[tree.root]
    return replace(tree, lower=tuple(lower), upper=tuple(upper))


def _release(tree: Tree, lower: list[int], node: int) -> None:
    """Ask nothing any more of a node and of all nodes in it."""
    lower[node] = 0
    for child in tree.below(node):
        _release(tree, lower, child)


def _short(data: ModelInput, tree: Tree, x: Sequence[int]) -> list[tuple[str, int]]:
    """Return per area that cannot close what it misses beyond the areas inside it."""
    missed: dict[frozenset[int], int] = {}
    short = []
    for conflict in find_conflicts(data):
        if conflict.side is not Side.TEKORT or conflict.level in {Level.GEMEENTE, Level.BUDGET}:
            continue
        inside = frozenset(conflict.members)
        counted = sum(amount for area, amount in missed.items() if area <= inside)
        amount = conflict.required - sum(x[i] for i in conflict.members) - counted
        if amount > 0:
            missed[inside] = missed.get(inside, 0) + amount
            short.append((conflict.naam, amount))
    rest = tree.lower[tree.root] - sum(x) - sum(missed.values())
    return [*short, ("", rest)] if rest > 0 else short


def nearest(data: ModelInput) -> Nearest:
    """Return the distribution that places most persons and is then best under the stages.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from optimiser.problem import Block, Limit
    >>> one = (Fraction(5), Fraction(5))
    >>> tight = (Limit(Block.PLAFOND, 0, upper=4), Limit(Block.PLAFOND, 1, upper=5))
    >>> nearest(ModelInput(("GM0001", "GM0002"), (5, 5), one, one, tight, (), 10))
    Nearest(x=(4, 5), unplaced=1, short=(('', 1),), below_floor=0)
    """
    tree = build_tree(data)
    floors = steps(Part.BODEM, tree.lower[: tree.n], -1, 0)
    x = optimum(_relaxed(tree), (floors, *components(data)))
    below = sum(max(0, low - persons) for low, persons in zip(tree.lower, x, strict=False))
    return Nearest(x, data.total - sum(x), tuple(_short(data, tree, x)), below)
