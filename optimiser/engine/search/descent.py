"""The optimum over B: a close start, then single-person exchanges until none improves."""

import numpy as np

from optimiser.engine.closing.feasible import feasible_point
from optimiser.engine.costs import Component
from optimiser.engine.order import UnitOrder
from optimiser.engine.search.exchange import Exchange
from optimiser.engine.search.levels import narrow_boxes
from optimiser.engine.search.ranks import rank_together
from optimiser.engine.tree import Tree


def start_point(tree: Tree, components: tuple[Component, ...]) -> tuple[int, ...]:
    """Return a point of B close to the optimum.

    Raises
    ------
    ValueError
        If B is empty; the caller checks that first.
    """
    point = feasible_point(tree, *narrow_boxes(tree, components))
    if point is None:
        point = feasible_point(tree, tree.lower[: tree.n], tree.upper[: tree.n])
    if point is None:
        msg = "no distribution meets the bounds; call find_conflicts first"
        raise ValueError(msg)
    return point


def descend(state: Exchange) -> int:
    """Improve until no exchange of one person is left; return the number of exchanges.

    B is M-convex and the costs are convex per gemeente, so the point reached is the optimum
    (``MODEL.md``, exchange test).
    """
    steps, improved = 0, True
    while improved:
        improved = False
        for node in state.tree.inner:
            while (pair := state.best(node)) is not None:
                giver, taker = pair
                if state.order.compare(taker.unit, giver.unit) >= 0:
                    break
                state.move(giver.unit[0], taker.unit[0])
                steps, improved = steps + 1, True
    return steps


def is_optimum(tree: Tree, components: tuple[Component, ...], x: tuple[int, ...]) -> bool:
    """Tell whether no exchange of one person improves a point of B, by the ranks of its units.

    The same test as ``descend``, of a point that is expected to pass: no heaps are made.
    """
    n, sums = tree.n, tree.sums(x)
    every = np.arange(n)
    last = np.array(x, dtype=np.int64) - 1  # the unit that may leave; the next one may come
    ranks = rank_together(components, np.tile(every, 2), np.concatenate((last, last + 1)))
    leaving, coming = ranks[:n].tolist(), ranks[n:].tolist()
    # Of an area, from what is below it: the dearest unit that can leave, the cheapest to come.
    dearest = [*leaving, *([-1] * len(tree.children))]
    cheapest = [*coming, *([2 * n] * len(tree.children))]
    bounds = zip(tree.lower, sums, tree.upper, tree.parent, strict=True)
    for node, (low, persons, high, above) in enumerate(bounds):
        if node >= n and cheapest[node] < dearest[node]:
            return False
        if persons > low:
            dearest[above] = max(dearest[above], dearest[node])
        if persons < high:
            cheapest[above] = min(cheapest[above], cheapest[node])
    return True


def optimum(tree: Tree, components: tuple[Component, ...]) -> tuple[int, ...]:
    """Return the one distribution that is optimal under the components, in order [personen].

    Parameters
    ----------
    tree
        A feasible tree.
    components
        As ``costs.components`` gives them; the last one makes the optimum unique.

    Raises
    ------
    ValueError
        If B is empty.
    """
    start = start_point(tree, components)
    if is_optimum(tree, components, start):
        return start
    state = Exchange(tree, UnitOrder(components), start)
    descend(state)
    return state.x
