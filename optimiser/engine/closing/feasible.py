"""What every node of the tree can hold, found from the gemeenten upwards."""

from collections.abc import Sequence

from optimiser.engine.tree import Tree


def ranges(tree: Tree, low: Sequence[int], high: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the least and the most every node can hold, its own bounds included [personen].

    Parameters
    ----------
    tree
        Structure and bounds.
    low, high
        Bounds per gemeente in place of those of the tree.

    Returns
    -------
    tuple of lists
        Per node ``L*`` and ``U*``: the larger of its own lower bound and the sum below it, the
        smaller of its own upper bound and the sum below it. B is not empty if and only if
        ``L* <= U*`` everywhere.
    """
    nothing = [0] * len(tree.children)
    least, most = [*low, *nothing], [*high, *nothing]  # of an area what is below it, at first
    for node, above in enumerate(tree.parent):
        if node >= tree.n:
            least[node] = max(tree.lower[node], least[node])
            most[node] = min(tree.upper[node], most[node])
        if above >= 0:
            least[above] += least[node]
            most[above] += most[node]
    return least, most


def is_feasible(least: Sequence[int], most: Sequence[int]) -> bool:
    """Tell whether the outcome of ``ranges`` leaves room in every node."""
    return all(a <= b for a, b in zip(least, most, strict=True))


def feasible_point(tree: Tree, low: Sequence[int], high: Sequence[int]) -> tuple[int, ...] | None:
    """Return a point of B within narrower bounds per gemeente, or None if there is none.

    From the country down, each node starts at its least; what is left goes to the first node below
    it that has room.

    Examples
    --------
    >>> tree = Tree(2, ((0, 1),), (2, 2, -1), (-1,), (0, 1, 5), (3, 9, 5))
    >>> feasible_point(tree, (0, 1), (3, 9))
    (3, 2)
    """
    least, most = ranges(tree, low, high)
    if not is_feasible(least, most):
        return None
    persons = list(least)
    for node in reversed(tree.inner):
        below = tree.below(node)
        left = persons[node] - sum(map(least.__getitem__, below))
        for child in below if left else ():
            extra = min(left, most[child] - least[child])
            persons[child] += extra
            left -= extra
    return tuple(persons[: tree.n])
