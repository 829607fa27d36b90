"""One model kept hot: the same problem with other bounds, more than a thousand times a second.

The model is the one PuLP wrote; ``Highs`` keeps its last basis, so a small change costs a few
pivots. A kept model belongs to one thread.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from optimiser.engine.costs import stage_components
from optimiser.lp.build import build_problem
from optimiser.lp.constraints import regiosom, totaal
from optimiser.lp.costs import Floats, OneCost, UnitCosts
from optimiser.lp.objective import ranks, segments
from optimiser.lp.solver import keep
from optimiser.lp.symbols import Face, Row, Segment, SolverFailedError
from optimiser.problem import Group, ModelInput, Stage

#: Units one by one up to this distance from the anchor.
REACH = 4
Whole = npt.NDArray[np.int64]


class KeptModel:
    """A stage (or the tuple of all of them) over a network, with bounds that can change.

    Parameters
    ----------
    data
        The problem; its groups stay, its limits do not count: bounds come with each solve.
    costs
        What is minimised.
    anchor
        Where the segments are cut finely [personen].
    regroups
        Whether the sums of the groups will change too: then the total needs a row of its own.
    """

    def __init__(
        self,
        data: ModelInput,
        costs: UnitCosts,
        anchor: Sequence[int],
        *,
        regroups: bool = False,
    ) -> None:
        count = len(data.gm_codes)
        everything = Face((0,) * count, (data.total,) * count, ())
        parts = list(segments(data, costs, everything, anchor, [REACH] * count))
        prices = ranks([part.cost for part in parts])
        signed = [part.step * price for part, price in zip(parts, prices, strict=True)]
        whole = Row("totaal", "Nederland", tuple(range(count)), data.total, data.total)
        rows = [*([whole] if regroups else totaal(data)), *regiosom(data)]
        built = build_problem(data, rows, parts, signed, anchor)
        self._model, columns = keep(built.problem, built.variables)
        self._columns = np.array(columns, dtype=np.int32)
        self._order = np.argsort(self._columns)  # HiGHS wants its columns ascending
        self._rows = built.rows
        self._base = [sum(anchor[i] for i in row.members) for row in built.rows]
        self._anchor = np.array(anchor, dtype=np.int64)
        self._gemeente = np.array([part.gemeente for part in parts])
        self._step = np.array([part.step for part in parts])
        self._length = np.array([part.length for part in parts], dtype=float)
        self._whole = np.array([part.whole for part in parts])
        self._start = _near_ends(parts)

    def solve(self, lower: npt.ArrayLike, upper: npt.ArrayLike) -> Whole | None:
        """Return an optimum for these bounds per gemeente [personen], or None if there is none.

        Raises
        ------
        SolverFailedError
            If the optimum lies where the segments are too coarse to tell: build a new model there.
        """
        low, high = (np.asarray(b, dtype=float)[self._gemeente] for b in (lower, upper))
        up = self._step > 0
        least = np.where(up, low - self._start, self._start - high)
        most = np.where(up, high - self._start, self._start - low)
        least, most = (np.clip(side, 0, self._length) for side in (least, most))
        if np.any(np.asarray(lower) > np.asarray(upper)):
            return None
        order = self._order
        self._model.changeColsBounds(len(order), self._columns[order], least[order], most[order])
        self._model.run()
        if self._model.getModelStatus().name != "kOptimal":
            return None
        return self._read()

    def regroup(self, groups: Sequence[Group]) -> None:
        """Give the groups, in the order of ``ModelInput.groups``, other bounds [personen]."""
        for number, (row, base) in enumerate(zip(self._rows, self._base, strict=True)):
            if row.block == "regiosom":
                group = groups[int(row.naam)]
                self._model.changeRowBounds(number, group.lower - base, group.upper - base)

    def _read(self) -> Whole:
        """Read whole numbers and refuse what was decided on a coarse segment."""
        values = np.array(self._model.getSolution().col_value)[self._columns]
        amounts = np.rint(values)
        if np.abs(values - amounts).max(initial=0.0) > 1e-6:
            msg = "a kept network model gave fractions"
            raise SolverFailedError(msg)
        if np.any((amounts > 0) & ~self._whole):
            msg = "the optimum moved away from the finely cut units"
            raise SolverFailedError(msg)
        change = np.bincount(self._gemeente, amounts * self._step, len(self._anchor))
        x: Whole = self._anchor + change.astype(np.int64)
        return x


def _near_ends(parts: Sequence[Segment]) -> Floats:
    """Return the number at which each segment starts to count, seen from the anchor.

    The segments of a gemeente come in ascending order and leave nothing out, from zero on.
    """
    filled: dict[int, int] = {}
    ends = []
    for part in parts:
        low = filled.get(part.gemeente, 0)
        filled[part.gemeente] = low + part.length
        ends.append(low if part.step > 0 else low + part.length)
    return np.array(ends, dtype=float)


def least_moved_model(data: ModelInput) -> KeptModel:
    """Keep the model of ``minst_verplaatst``: two segments per gemeente, valid for any bounds.

    Examples
    --------
    >>> from fractions import Fraction
    >>> q = (Fraction(6), Fraction(4))
    >>> model = least_moved_model(ModelInput(("GM0001", "GM0002"), (6, 4), q, q, (), (), 10))
    >>> model.solve([0, 0], [5, 9]).tolist()
    [5, 5]
    """
    (component,) = stage_components(data, Stage.MINST_VERPLAATST)
    return KeptModel(data, OneCost(component), data.doel)
