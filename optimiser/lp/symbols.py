"""The words the linear program is written in: rows, segments and the box they live in.

Nothing here knows PuLP; ``build.py`` turns these into a problem. Sets and letters: MODEL.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import le
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from optimiser.errors import OptimiserError


class SolverFailedError(RuntimeError):
    """The solver's answer does not survive whole-number arithmetic: our bug, not the user's."""


class UnknownSolverError(OptimiserError):
    """A name is not a solver. Facts: ``solver``, ``bekend``."""

    code = "oplosser_onbekend"


class SolverUnavailableError(OptimiserError):
    """A solver is not installed on this machine. Facts: ``solver``."""

    code = "oplosser_niet_aanwezig"


class ModelInfeasibleError(OptimiserError):
    """No distribution meets every row; ``diagnose.find_conflicts`` says which and by how much.

    Facts: ``trede``, the objective stage at which it showed.
    """

    code = "lp_onhaalbaar"


class StageNotSupportedError(OptimiserError):
    """A stage cannot be combined with groups that cross. Facts: ``trede``."""

    code = "trede_niet_mogelijk"


Whole = npt.NDArray[np.int64]
#: An exact number, or a tuple of them compared from the left.
Cost = Any


class Measure(StrEnum):
    """What a row adds up over its members [personen]."""

    TOEWIJZING = "toewijzing"
    ERBIJ = "erbij"


class Row(NamedTuple):
    """One constraint ``lower <= sum over members <= upper``, still outside any problem.

    ``soft`` rows are policy choices that the diagnosis may stretch; hard rows are bookkeeping
    or law. ``members`` are positions in ``ModelInput.gm_codes``; ``None`` is no limit.
    """

    block: str
    naam: str
    members: tuple[int, ...]
    lower: int | None = None
    upper: int | None = None
    soft: bool = False
    measure: Measure = Measure.TOEWIJZING

    @property
    def name(self) -> str:
        """Unique name in the LP file."""
        return f"{self.block}_{self.naam}"


class Segment(NamedTuple):
    """``length`` persons of one gemeente that the LP moves at one cost.

    ``step`` is +1 above the anchor and -1 below it. ``cost`` is what the first unit adds to the
    objective; ``whole`` says that every unit in it costs that, otherwise the LP is a relaxation.
    ``above`` says that its units lie above ``t_i``: they count in the budget.
    """

    gemeente: int
    step: int
    length: int
    cost: Cost
    whole: bool
    above: bool


@dataclass(frozen=True)
class Face:
    """What earlier stages left open: a box per gemeente and the rows over several gemeenten.

    Attributes
    ----------
    lower, upper
        Per gemeente [personen], inclusive.
    rows
        Rows over two or more gemeenten, or over another measure than the number itself.
    """

    lower: tuple[int, ...]
    upper: tuple[int, ...]
    rows: tuple[Row, ...]

    @cached_property
    def box(self) -> tuple[Whole, Whole]:
        """``lower`` and ``upper`` as columns; not to be written in."""
        return whole(self.lower), whole(self.upper)

    @property
    def is_point(self) -> bool:
        """Whether one distribution is left."""
        return self.lower == self.upper

    def holds(self, x: tuple[int, ...]) -> bool:
        """Check every bound and every row of the number itself in whole-number arithmetic."""
        in_box = len(x) == len(self.lower) and all(map(le, self.lower, x))
        in_box = in_box and all(map(le, x, self.upper))
        return in_box and all(
            within(row, sum(map(x.__getitem__, row.members)))
            for row in self.rows
            if row.measure is Measure.TOEWIJZING
        )


def whole(numbers: Sequence[int]) -> Whole:
    """Return whole numbers as a column; twice as fast as ``np.array``, which guesses the type."""
    return np.fromiter(numbers, np.int64, len(numbers))


def within(row: Row, value: int) -> bool:
    """Tell whether a sum meets its row.

    >>> within(Row("regiosom", "Noord", (0, 1), 5, 5), 6)
    False
    """
    return (row.lower is None or value >= row.lower) and (row.upper is None or value <= row.upper)
