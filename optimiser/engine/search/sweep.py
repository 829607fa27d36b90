"""The same question under many bounds at once: thousands of optima per second, to the person.

Only the order of the unit costs decides (``MODEL.md``), and it is the same in every scenario of a
sweep; so the units near the optimum are put in order once (``pools.py``) and only the bounds are
looked at again. An answer at the edge of those units proves nothing yet: more units, once more.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from optimiser.engine.costs import Component, components
from optimiser.engine.search.levels import narrow_boxes
from optimiser.engine.search.pools import Pools
from optimiser.engine.search.ranks import Whole
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import ModelInput

Flags = npt.NDArray[np.bool_]
#: Units on either side of the guess that take part at first; four times as many of a gemeente
#: of which an answer ends at the edge of them.
REACH = 16


def optima(
    data: ModelInput,
    lower: npt.ArrayLike,
    upper: npt.ArrayLike,
    sums: npt.ArrayLike | None = None,
) -> tuple[Whole, Flags]:
    """Find the optimum of a problem under many bounds.

    Parameters
    ----------
    data
        The problem: its stages, shares and groups. Its limits count where a stage prices them, and
        do not bind: bounds come per scenario.
    lower, upper
        Shape ``(scenarios, n)``, or what broadcasts to it: per gemeente [personen].
    sums
        Shape ``(scenarios, groups, 2)``: lowest and highest sum per group [personen], in the order
        of ``data.groups``; those of ``data`` if absent.

    Returns
    -------
    tuple
        Per scenario the one optimum, as ``solve_exact`` gives it [personen], or -1 everywhere; and
        whether there is one.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest.
    ValueError
        If the problem has a budget: then more than the order of the costs decides.

    Examples
    --------
    >>> from fractions import Fraction
    >>> q = (Fraction(6), Fraction(4))
    >>> data = ModelInput(("GM0001", "GM0002"), (6, 4), q, q, (), (), 10)
    >>> x, closes = optima(data, 0, [[9, 9], [5, 9], [5, 4]])
    >>> x.tolist(), closes.tolist()
    ([[6, 4], [5, 5], [-1, -1]], [True, True, False])
    """
    if data.budget is not None:
        msg = "a sweep has no budget"
        raise ValueError(msg)
    tree, parts = build_tree(data), components(data)
    if sums is None:
        sums = [(group.lower, group.upper) for group in data.groups]
    low, high = _bounds(data, tree, lower, upper, sums)
    closes = _closes(tree, low, high)
    x = np.full((len(low), tree.n), -1)
    todo, reach = np.flatnonzero(closes), np.full(tree.n, REACH)
    guess = _guess(tree, parts, low[todo[0]], high[todo[0]]) if len(todo) else reach
    while len(todo):
        least, most = low[todo], high[todo]
        leaves = [side[:, : tree.n] for side in (least, most)]
        free = [side.copy() for side in leaves]
        for side, edge in zip(leaves, (guess - reach, guess + reach), strict=True):
            np.clip(edge, *free, out=side)
        fits = _closes(tree, least, most)
        if fits.any():
            near = least[fits], most[fits]
            x[todo[fits]] = Pools.of(tree, parts, *near).fill(*near)
        again = np.zeros_like(leaves[0], dtype=bool)
        for side, limit in zip(leaves, free, strict=True):
            again |= (side != limit) & ((x[todo] == side) | ~fits[:, None])
        reach[again.any(axis=0)] *= 4
        todo = todo[again.any(axis=1)]
    return x, closes


def _bounds(
    data: ModelInput, tree: Tree, lower: npt.ArrayLike, upper: npt.ArrayLike, sums: npt.ArrayLike
) -> tuple[Whole, Whole]:
    """Return lowest and highest number per scenario and node of the tree [personen]."""
    least = np.atleast_2d(np.maximum(lower, 0))
    most = np.atleast_2d(np.minimum(upper, data.total))
    held = np.asarray(sums, dtype=np.int64).reshape(-1 if data.groups else 1, len(data.groups), 2)
    held = held[:, tree.group[:-1]]
    count = max(len(least), len(most), len(held))
    low = np.full((count, len(tree.parent)), data.total)
    high = low.copy()
    low[:, : tree.n], high[:, : tree.n] = least, most
    low[:, tree.n : -1], high[:, tree.n : -1] = held[:, :, 0], held[:, :, 1]
    return low, high


def _closes(tree: Tree, low: Whole, high: Whole) -> Flags:
    """Tell per scenario whether every node can hold what it must."""
    least, most = low.copy(), high.copy()
    for node in tree.inner:
        below = list(tree.below(node))
        np.maximum(low[:, node], least[:, below].sum(axis=1), out=least[:, node])
        np.minimum(high[:, node], most[:, below].sum(axis=1), out=most[:, node])
    closes: Flags = np.logical_and.reduce(least <= most, axis=1)
    return closes


def _guess(tree: Tree, parts: Sequence[Component], low: Whole, high: Whole) -> Whole:
    """Return numbers close to the optimum of one scenario [personen]."""
    one = replace(tree, lower=tuple(low.tolist()), upper=tuple(high.tolist()))
    return np.array(narrow_boxes(one, tuple(parts))[0])
