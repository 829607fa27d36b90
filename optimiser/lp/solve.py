"""Problem to solution: settle the stages one after the other, each exactly, and prove each step.

Over a network (laminar groups, no budget that bites) every stage is one LP on the face that the
stages before left (``network.py``). What is not a network is solved as an integer program
(``integer.py``) and says so.
"""

from dataclasses import dataclass
from fractions import Fraction

from optimiser.engine.costs import stage_components, tie_rule
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost, value_of
from optimiser.lp.network import settle
from optimiser.lp.seconds import Clock, Seconds
from optimiser.lp.solver import check_available, solver_version
from optimiser.lp.ties import tied
from optimiser.model import ModelInput, Stage


@dataclass(frozen=True, slots=True)
class Solution:
    """The answer of the LP: plain numbers.

    Attributes
    ----------
    x
        Per gemeente [personen], whole, in the order of ``ModelInput.gm_codes``.
    values
        Per stage its objective, recomputed from ``x`` in whole-number arithmetic.
    ties
        Positions of the gemeenten whose number the tie rule decided; empty if the stages did.
    network
        Whether every stage was a network LP; if not, an integer program answered.
    solver
        Name and versions.
    seconds
        Time per step.
    """

    x: tuple[int, ...]
    values: tuple[tuple[Stage, Fraction], ...]
    ties: tuple[int, ...]
    network: bool
    solver: str
    seconds: Seconds


def solve_lp(data: ModelInput, solver: str = "highs") -> Solution:
    """Solve one problem to the last person with PuLP.

    Parameters
    ----------
    data
        The problem.
    solver
        ``"highs"`` or ``"cbc"``; after the tie rule both give the same distribution.

    Raises
    ------
    ModelInfeasibleError
        If no distribution meets every row; ask ``diagnose.find_conflicts`` why.
    UnknownSolverError, SolverUnavailableError
        If the solver cannot be used here.
    SolverFailedError
        If the answer breaks a row or does not prove itself: our bug.

    Examples
    --------
    >>> from optimiser.model import Block, Limit
    >>> data = ModelInput(
    ...     gm_codes=("GM0001", "GM0002", "GM0003"), doel=(60, 30, 10), total=100,
    ...     exact=(Fraction(60), Fraction(30), Fraction(10)), basis=(Fraction(1),) * 3,
    ...     limits=(Limit(Block.PLAFOND, 0, upper=50),), groups=(),
    ... )
    >>> solve_lp(data).x
    (50, 37, 13)
    """
    check_available(solver)
    clock = Clock()
    face = start_face(data, stretch=Stage.MINSTE_TEKORT in data.stages)
    claim, gm_code = tie_rule(data)
    staged = [part for stage in data.stages for part in stage_components(data, stage)]
    for part in (*staged, claim):
        _, face = settle(data, OneCost(part), face, solver, clock)
    x, _ = settle(data, OneCost(gm_code), face, solver, clock)
    ties = tied(face, x)
    values = tuple((stage, value_of(data, stage, x)) for stage in data.stages)
    return Solution(x, values, ties, True, solver_version(solver), clock.seconds())
