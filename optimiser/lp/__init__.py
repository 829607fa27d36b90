"""The linear program: the model of record, and the only place that sees PuLP and highspy.

==================  =====================================================================
``symbols``         rows, segments, faces; the errors of this package
``constraints``     one function per constraint block
``costs``           the shared unit costs, as the LP cuts them; exact stage values
``objective``       stages as segments with whole-number ranks
``build``           rows and segments to a problem
``solver``          HiGHS or CBC; every quirk of PuLP 3 and 4; ``quiet`` hides a banner
``network``         one stage over a network, proved in whole numbers
``budget``          a price per moved person when a budget bites
``leximax``         peaks that can be added, for that price
``integer``         groups that cross, as an integer program
``ties``            which numbers only the gm_code decided
``solve``           ``solve_lp``: problem to :class:`~optimiser.lp.solve.Solution`
``diagnose``        what must give way; ``elastic`` for hard limits and groups
``prices``          one person more, one person less, per limit and group
``seconds``         where the time goes
``koppelen``        households on dwellings, stage after stage, with a bound
==================  =====================================================================

The formulation with its article numbers is in ``MODEL.md``.
"""

from optimiser.lp.solve import Solution, solve_lp
from optimiser.lp.solver import SOLVERS
from optimiser.lp.symbols import (
    ModelInfeasibleError,
    SolverFailedError,
    SolverUnavailableError,
    StageNotSupportedError,
    UnknownSolverError,
)

__all__ = [
    "SOLVERS",
    "ModelInfeasibleError",
    "Solution",
    "SolverFailedError",
    "SolverUnavailableError",
    "StageNotSupportedError",
    "UnknownSolverError",
    "solve_lp",
]
