"""A stage cut into segments around an anchor, in columns: what its LP and its proof work with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from optimiser.engine.search.ranks import rank_together
from optimiser.lp.costs import UnitCosts, components_of
from optimiser.lp.objective import grid, ranks
from optimiser.lp.symbols import Face, Segment, Whole, whole

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cut:
    """All segments of a stage.

    Attributes
    ----------
    anchor
        Per gemeente, the number from which the segments count [personen].
    gemeente, step, length, price, whole, above
        Length m: what a ``Segment`` says, with the rank of its cost.
    """

    anchor: tuple[int, ...]
    gemeente: Whole
    step: Whole
    length: Whole
    price: Whole
    whole: Flags
    above: Flags

    @classmethod
    def of(cls, anchor: tuple[int, ...], segments: Iterable[Segment]) -> "Cut":
        """Rank the costs of segments that were cut one by one."""
        gemeente, step, length, cost, whole, above = zip(*segments, strict=True)
        columns = (gemeente, step, length, ranks(cost), whole, above)
        return cls(anchor, *(np.array(column) for column in columns))

    def __len__(self) -> int:
        return len(self.gemeente)

    def better(self, level: Whole) -> Flags:
        """Tell per segment whether it is strictly worth using at a level per gemeente."""
        result: Flags = self.step * (self.price - level[self.gemeente]) < 0
        return result

    def moved(self, amounts: Whole) -> tuple[int, ...]:
        """Add to the anchor what the segments move [personen]."""
        x = whole(self.anchor)
        np.add.at(x, self.gemeente, self.step * amounts)
        return tuple(x.tolist())

    def signed(self, chosen: Sequence[int]) -> list[int]:
        """Return what one person in each chosen segment costs."""
        result: list[int] = (self.step[chosen] * self.price[chosen]).tolist()
        return result

    def segments(self, chosen: Sequence[int]) -> list[Segment]:
        """Return chosen segments, priced by rank."""
        columns = (self.gemeente, self.step, self.length, self.price, self.whole, self.above)
        rows = zip(*(column[chosen].tolist() for column in columns), strict=True)
        return list(map(Segment._make, rows))


def plain_cut(
    costs: UnitCosts, doel: Sequence[int], face: Face, anchor: tuple[int, ...], reach: Whole
) -> Cut | None:
    """Cut every open gemeente at its anchor: one segment down and one up, more within its reach.

    A flat cost is cut where it jumps as well.

    Parameters
    ----------
    reach
        As in ``objective.segments``.

    Returns
    -------
    Cut or None
        None for a cost that is more than components.
    """
    parts = components_of(costs)
    if not parts:
        return None
    curved = np.zeros(len(anchor), dtype=bool)
    for part in parts:
        curved |= part.line[0] != 0
    pieces = _pieces(face, anchor, reach)
    for jump in (whole(part.step) for part in parts if part.step):
        pieces = _split(pieces, jump, ~curved)
    gemeente, step, start, end = pieces
    length = end - start
    price = rank_together(parts, gemeente, np.where(step > 0, start, end - 1))
    even = ~curved[gemeente] | (length == 1)
    return Cut(anchor, gemeente, step, length, price, even, start >= whole(doel)[gemeente])


def _split(pieces: tuple[Whole, ...], at: Whole, where: Flags) -> tuple[Whole, ...]:
    """Split the segments of some gemeenten at a number of persons."""
    gemeente, step, start, end = pieces
    cut = at[gemeente]
    inside = where[gemeente] & (start < cut) & (cut < end)
    if not inside.any():
        return pieces
    first = gemeente, step, start, np.where(inside, cut, end)
    rest = gemeente[inside], step[inside], cut[inside], end[inside]
    return tuple(np.concatenate(both) for both in zip(first, rest, strict=True))


def _pieces(face: Face, anchor: tuple[int, ...], reach: Whole) -> tuple[Whole, ...]:
    """Return gemeente, direction, and the units ``[start, end)`` of every segment."""
    (low, high), here = face.box, whole(anchor)
    down, up = (np.flatnonzero((a < b) & (reach == 0)) for a, b in ((low, here), (here, high)))
    fine = [
        (i, 1 if start >= here[i] else -1, start, end)
        for i in np.flatnonzero((low < high) & (reach > 0)).tolist()
        for start, end in pairwise(sorted(grid(low[i], here[i], high[i], reach[i])))
    ]
    return tuple(
        np.concatenate(columns)
        for columns in zip(
            (down, np.full(len(down), -1), low[down], here[down]),
            (up, np.full(len(up), 1), here[up], high[up]),
            np.array(fine, dtype=np.int64).reshape(-1, 4).T,
            strict=True,
        )
    )
