"""From the least-moved point upwards, always by the best single-person move.

Step K is the optimum among all distributions that move at most K persons, for every K at once:
an optimum under a bound on the distance to ``t`` is found by steepest descent from the least-moved
point. The tests hold every budget against brute force.
"""

from collections.abc import Iterator
from heapq import heappop, heappush

from optimiser.engine.costs import Component, Part, stage_components
from optimiser.engine.order import UnitOrder
from optimiser.engine.search.descent import optimum
from optimiser.engine.search.exchange import Exchange, Offer
from optimiser.engine.tree import Tree
from optimiser.problem import ModelInput, Stage

#: Relative rounding of a difference of two floats, generously; closer calls are made exactly.
ROUNDING = 1e-13


class _Pair:
    """One giver and one taker, ordered by the change of cost when the person moves."""

    __slots__ = ("change", "doubt", "giver", "taker")

    def __init__(self, giver: Offer, taker: Offer) -> None:
        self.giver, self.taker = giver, taker
        leaves, comes = giver.key[0], taker.key[0]  # what leaves counts down already
        self.change = comes + leaves
        self.doubt = ROUNDING * (abs(comes) + abs(leaves))
        if giver.order.components[0].part is Part.PIEK:
            self.doubt = float("inf")  # peaks do not add up as numbers

    def __lt__(self, other: "_Pair") -> bool:
        if abs(self.change - other.change) > self.doubt + other.doubt:
            return self.change < other.change
        plus = (self.taker.unit, other.giver.unit)
        minus = (self.giver.unit, other.taker.unit)
        return self.giver.order.sign_of_sum(plus, minus) < 0

    def improves(self) -> bool:
        """Tell whether moving this person lowers the cost."""
        if abs(self.change) > self.doubt:
            return self.change < 0
        return self.giver.order.compare(self.taker.unit, self.giver.unit) < 0


def least_moved(data: ModelInput, tree: Tree, costs: tuple[Component, ...]) -> tuple[int, ...]:
    """Return the point of B with the fewest persons moved and, among those, the lowest cost."""
    return optimum(tree, (*stage_components(data, Stage.MINST_VERPLAATST), *costs))


def best_moves(
    data: ModelInput, tree: Tree, costs: tuple[Component, ...], start: tuple[int, ...]
) -> Iterator[tuple[int, int]]:
    """Yield the moves (from, to) of one person each that lower the cost most, best first.

    Parameters
    ----------
    data, tree, costs
        The problem and the order of its costs.
    start
        The least-moved point of these costs.

    Yields
    ------
    tuple of int
        Giver and taker. Every move takes a person from a gemeente at or below its ``doel`` to one
        at or above it, so each adds exactly one person moved.
    """
    doel = data.doel
    state = Exchange(
        tree,
        UnitOrder(costs),
        start,
        may_give=lambda i, persons: persons <= doel[i],
        may_take=lambda i, persons: persons >= doel[i],
    )
    pairs: dict[int, _Pair | None] = {}
    heap: list[tuple[_Pair, int]] = []
    touched = set(tree.inner)
    while True:
        for node in touched:
            best = state.best(node)
            pairs[node] = pair = _Pair(*best) if best is not None else None
            if pair is not None and pair.improves():
                heappush(heap, (pair, node))
        while heap and pairs[heap[0][1]] is not heap[0][0]:
            heappop(heap)
        if not heap:
            return
        first = heap[0][0]
        i, j = first.giver.unit[0], first.taker.unit[0]
        yield i, j
        state.move(i, j)
        touched = {*tree.ancestors(i), *tree.ancestors(j)}
