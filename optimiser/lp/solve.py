"""Problem to solution: settle the stages one after the other, each exactly, and prove each step.

Over a network (laminar groups, no budget that bites) every stage is one LP on the face that the
stages before left (``network.py``). What is not a network is solved as an integer program
(``integer.py``) and says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from optimiser.engine.costs import Component, components, stage_components, tie_rule
from optimiser.engine.solution import objective
from optimiser.engine.tree import is_laminar
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost, Tuples, UnitCosts
from optimiser.lp.seconds import Seconds
from optimiser.lp.solver import check_available, solver_version
from optimiser.lp.stages.budget import any_point, settle_within_budget
from optimiser.lp.stages.integer import solve_whole
from optimiser.lp.stages.leximax import LeximaxCost
from optimiser.lp.stages.network import Task, settle
from optimiser.lp.symbols import Face
from optimiser.lp.ties import tied
from optimiser.problem import ModelInput, Stage

X = tuple[int, ...]


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
        Positions of the gemeenten whose number only the gm_code decided; not searched for in an
        integer program.
    network
        Whether the groups are nested or disjoint. If not, an integer program answered, within the
        solver's tolerance, and two solvers may differ among equals.
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


def solve_lp(data: ModelInput, solver: str = "highs", *, settle_ties: bool = True) -> Solution:
    """Solve one problem to the last person with PuLP.

    Parameters
    ----------
    data
        The problem.
    solver
        ``"highs"`` or ``"cbc"``; after the tie rule both give the same distribution.
    settle_ties
        False where only the values matter: any distribution that is best under the stages.

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
    >>> from optimiser.problem import Block, Limit
    >>> data = ModelInput(
    ...     gm_codes=("GM0001", "GM0002", "GM0003"), doel=(60, 30, 10), total=100,
    ...     exact=(Fraction(60), Fraction(30), Fraction(10)), basis=(Fraction(1),) * 3,
    ...     limits=(Limit(Block.PLAFOND, 0, upper=50),), groups=(),
    ... )
    >>> solve_lp(data).x
    (50, 37, 13)
    """
    check_available(solver)
    task = Task(data, solver)
    face = start_face(data, stretch=Stage.MINSTE_TEKORT in data.stages)
    network = is_laminar(data)
    ties: X = ()
    if not network:
        x = solve_whole(task, face)
    elif data.budget is None:
        x, ties = _by_stages(task, face, settle_ties=settle_ties)
    else:
        x, ties = _by_priced_stages(task, face)
    values = tuple((stage, objective(data, stage, x)) for stage in data.stages)
    return Solution(
        x,
        values,
        ties,
        network,
        solver_version(solver),
        task.clock.seconds(),
    )


def _by_stages(task: Task, face: Face, *, settle_ties: bool) -> tuple[X, X]:
    """Settle the stages over a network; return the optimum and who only the gm_code decided."""
    *stages, claim, gm_code = components(task.data)
    ties: X = ()
    for costs in _together((*stages, claim) if settle_ties else stages):
        x, face = settle(task, costs, face)
        if settle_ties and not (ties := tied(face, x)):
            return x, ties
    if settle_ties:
        x, _ = settle(task, OneCost(gm_code), face)
    return x, ties


def _together(parts: Sequence[Component]) -> Iterator[UnitCosts]:
    """Yield the costs to settle: one that only jumps leaves much open, so with what follows it."""
    held: list[OneCost] = []
    for part in parts:
        held.append(OneCost(part))
        if part is parts[-1] or not part.step:
            yield held[0] if len(held) == 1 else Tuples(tuple(held))
            held = []


def _by_priced_stages(task: Task, face: Face) -> tuple[X, X]:
    """Settle the stages under a budget of persons moved; return as ``_by_stages``."""
    *before, gm_code = _addable(task.data)
    for part in before:
        face = settle_within_budget(task, part, face)
    x = any_point(task, settle_within_budget(task, gm_code, face))
    return x, tied(face, x)


def _addable(data: ModelInput) -> Iterator[UnitCosts]:
    """Yield the costs of all stages and the tie rule in a form that may be added up."""
    for stage in data.stages:
        if stage is Stage.LAAGSTE_PIEK:
            yield LeximaxCost(data)
        else:
            yield from map(OneCost, stage_components(data, stage))
    yield from map(OneCost, tie_rule(data))
