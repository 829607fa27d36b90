"""A distribution that can be improved one person at a time, inside the tree.

Per inner node two heaps hold, for the nodes directly below it, the dearest unit that can leave
and the cheapest unit that can come. A person moves from i to j inside B exactly when some node has
i on offer as a giver and j as a taker: every node between i and that node has one person to spare.
"""

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from optimiser.engine.order import Unit, UnitOrder
from optimiser.engine.tree import Tree


class Offer:
    """A unit that may leave (``giving``) or come, ordered so that the best offer is the smallest.

    ``key`` decides where it differs; the heaps hold it in front.
    """

    __slots__ = ("giving", "key", "order", "unit")

    def __init__(self, order: UnitOrder, unit: Unit, *, giving: bool) -> None:
        self.order, self.unit, self.giving = order, unit, giving
        key = order.key(unit)
        self.key = tuple(-number for number in key) if giving else key

    def __lt__(self, other: "Offer") -> bool:
        sign = self.order.compare(self.unit, other.unit)
        return sign > 0 if self.giving else sign < 0


Entry = tuple[tuple[int | float, ...], Offer, int]
Heap = list[Entry]
Allowed = Callable[[int, int], bool]


def _always(_gemeente: int, _persons: int) -> bool:
    return True


class Exchange:
    """State of the descent; invariant: ``x`` lies in B and the offers belong to ``x``.

    Parameters
    ----------
    tree, order
        What is allowed and what it costs.
    start
        A point in B [personen].
    may_give, may_take
        Further conditions on (gemeente, persons now); all allowed by default.
    """

    def __init__(
        self,
        tree: Tree,
        order: UnitOrder,
        start: Sequence[int],
        may_give: Allowed = _always,
        may_take: Allowed = _always,
    ) -> None:
        self.tree, self.order = tree, order
        self.may_give, self.may_take = may_give, may_take
        self.sums = tree.sums(start)
        nodes = len(tree.parent)
        self._give: list[Offer | None] = [None] * nodes
        self._take: list[Offer | None] = [None] * nodes
        self._givers: list[Heap] = [[] for _ in range(nodes)]
        self._takers: list[Heap] = [[] for _ in range(nodes)]
        for node in range(nodes):
            heapify(self._givers[node])
            heapify(self._takers[node])
            self._offer(node, push=list.append)

    @property
    def x(self) -> tuple[int, ...]:
        """The distribution now [personen]."""
        return tuple(self.sums[: self.tree.n])

    def best(self, node: int) -> tuple[Offer, Offer] | None:
        """Return the dearest unit that can leave and the cheapest that can come inside a node."""
        giver = _first(self._givers[node], self._give)
        taker = _first(self._takers[node], self._take)
        return (giver, taker) if giver and taker else None

    def move(self, i: int, j: int) -> None:
        """Move one person from gemeente ``i`` to ``j`` and refresh the offers above both."""
        for leaf, change in ((i, -1), (j, 1)):
            for node in (leaf, *self.tree.ancestors(leaf)):
                self.sums[node] += change
        for node in sorted({i, j, *self.tree.ancestors(i), *self.tree.ancestors(j)}):
            self._offer(node, push=heappush)

    def _offer(self, node: int, push: Callable[[Heap, Entry], None]) -> None:
        tree, persons = self.tree, self.sums[node]
        can_give, can_take = persons > tree.lower[node], persons < tree.upper[node]
        if node < tree.n:
            can_give = can_give and self.may_give(node, persons)
            can_take = can_take and self.may_take(node, persons)
            give = Offer(self.order, (node, persons - 1), giving=True) if can_give else None
            take = Offer(self.order, (node, persons), giving=False) if can_take else None
        else:
            give = _first(self._givers[node], self._give) if can_give else None
            take = _first(self._takers[node], self._take) if can_take else None
        above = tree.parent[node]
        if give is not None and give is not self._give[node]:
            push(self._givers[above], (give.key, give, node))
        if take is not None and take is not self._take[node]:
            push(self._takers[above], (take.key, take, node))
        self._give[node], self._take[node] = give, take


def _first(heap: Heap, current: list[Offer | None]) -> Offer | None:
    while heap and current[heap[0][2]] is not heap[0][1]:
        heappop(heap)
    return heap[0][1] if heap else None
