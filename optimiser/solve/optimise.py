"""One problem, two engines: the LP answers, whole-number arithmetic checks, conflicts are told."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from time import perf_counter

from optimiser.engine import (
    Certificate,
    Conflict,
    Frontier,
    Nearest,
    Repair,
    certify,
    find_conflicts,
    repairs,
)
from optimiser.engine.closing.nearest import nearest
from optimiser.engine.costs import components
from optimiser.engine.search.path import least_moved
from optimiser.engine.solution import objective
from optimiser.engine.tree import build_tree
from optimiser.lp import solve_lp
from optimiser.lp.diagnosis.diagnose import diagnose
from optimiser.problem import ModelInput, Stage, moved
from optimiser.solve.ready_areas import ReadyArea


@dataclass(frozen=True)
class Optimalisatie:
    """What the optimiser answered.

    Attributes
    ----------
    data
        The problem.
    x
        Persons per gemeente, in the order of ``data.gm_codes``; when the problem cannot close the
        nearest distribution, which leaves ``nearest.unplaced`` persons out.
    values
        Per stage its objective, exact.
    certificate
        The check of ``x``; ``None`` when the problem cannot close.
    conflicts
        What cannot close, lowest node first; empty when the problem has an answer.
    repairs
        The smallest change per option.
    nearest
        The distribution that places most; ``None`` when the problem has an answer.
    solver
        Name and version.
    seconds
        Per step.
    areas
        What exchange inside each ready area would do, from small to large; only of a scenario that
        cannot close.
    """

    data: ModelInput
    x: tuple[int, ...]
    values: tuple[tuple[Stage, Fraction], ...]
    certificate: Certificate | None
    conflicts: tuple[Conflict, ...]
    repairs: tuple[Repair, ...]
    nearest: Nearest | None
    solver: str
    seconds: dict[str, float]
    areas: tuple[ReadyArea, ...] = ()

    @property
    def feasible(self) -> bool:
        """Whether a distribution meets every limit."""
        return not self.conflicts

    @property
    def moved(self) -> int:
        """Persons that changed place; those without a place do not count [personen]."""
        return moved(self.data.doel, self.x)

    @property
    def unplaced(self) -> int:
        """Persons without a place [personen]."""
        return 0 if self.nearest is None else self.nearest.unplaced

    @cached_property
    def least(self) -> int:
        """Fewest persons that must move to meet every limit; of a feasible answer [personen]."""
        tree = build_tree(self.data)
        return moved(self.data.doel, least_moved(self.data, tree, components(self.data)))

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """Groups of gm_codes between which only the code decided."""
        return () if self.certificate is None else self.certificate.ties


def optimise(data: ModelInput, solver: str = "highs") -> Optimalisatie:
    """Answer one problem and prove the answer, or say why there is none.

    The tree test decides without a solver whether the problem closes; the LP then finds the
    distribution and whole-number arithmetic checks every limit and every exchange of one person.
    Of a problem that cannot close the LP confirms the persons short.

    Parameters
    ----------
    data
        Laminar groups.
    solver
        ``"highs"`` or ``"cbc"``.

    Raises
    ------
    RuntimeError
        If the answer fails its check, or the two engines disagree: a bug of ours.
    CrossingGroupsError
        If the groups cross.
    """
    started = perf_counter()
    conflicts = find_conflicts(data)
    tested = perf_counter()
    if conflicts:
        return _unable(data, conflicts, solver, started)
    solution = solve_lp(data, solver)
    solved = perf_counter()
    certificate = certify(data, solution.x)
    if not certificate.holds:
        msg = f"the answer fails its check: {certificate}"
        raise RuntimeError(msg)
    seconds = {
        "toets": tested - started,
        "opbouwen": solution.seconds.build,
        "oplossen": solution.seconds.solve,
        "uitlezen": solution.seconds.read,
        "bewijzen": perf_counter() - solved,
    }
    values = solution.values
    return Optimalisatie(
        data, solution.x, values, certificate, (), (), None, solution.solver, seconds
    )


def from_frontier(data: ModelInput, curve: Frontier) -> Optimalisatie | None:
    """Answer a problem with a budget from its frontier, checked like any other answer.

    Parameters
    ----------
    data
        The problem.
    curve
        Its frontier.

    Returns
    -------
    Optimalisatie or None
        None unless fairness is the aim and the budget is not below the fewest that must move.

    Raises
    ------
    RuntimeError
        If the answer fails its check: a bug of ours, or the frontier of another problem.
    """
    started = perf_counter()
    aim = next((stage for stage in data.stages if stage is not Stage.MINSTE_TEKORT), None)
    if data.budget is None or aim is not Stage.EERLIJKST or data.budget < curve.least:
        return None
    x = curve.distribution(data.budget)
    certificate = certify(data, x)
    if not certificate.holds:
        msg = f"the frontier fails its check: {certificate}"
        raise RuntimeError(msg)
    values = tuple((stage, objective(data, stage, x)) for stage in data.stages)
    seconds = {"bewijzen": perf_counter() - started}
    return Optimalisatie(
        data, x, values, certificate, (), (), None, "geen (grens, nagerekend)", seconds
    )


def _unable(
    data: ModelInput, conflicts: tuple[Conflict, ...], solver: str, started: float
) -> Optimalisatie:
    outcome = nearest(data)
    if data.budget is None and not outcome.below_floor:
        confirmed = diagnose(data, solver).tekort
        if confirmed != outcome.unplaced:
            msg = f"the LP finds {confirmed} persons short, the tree test {outcome.unplaced}"
            raise RuntimeError(msg)
    values = tuple((stage, objective(data, stage, outcome.x)) for stage in data.stages)
    ways = repairs(data)
    seconds = {"diagnose": perf_counter() - started}
    return Optimalisatie(
        data, outcome.x, values, None, conflicts, ways, outcome, f"{solver} (diagnose)", seconds
    )
