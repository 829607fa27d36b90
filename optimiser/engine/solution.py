"""One call from problem to answer: a distribution with its proof, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice

from optimiser.engine.certificate import Certificate, certify
from optimiser.engine.closing.clashes import clashes
from optimiser.engine.closing.feasibility import Conflict, find_conflicts
from optimiser.engine.costs import ceiling, components
from optimiser.engine.search.descent import optimum
from optimiser.engine.search.path import best_moves, least_moved
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import ModelInput, Stage, moved


@dataclass(frozen=True)
class ExactSolution:
    """The optimum.

    Attributes
    ----------
    data
        The problem.
    x
        Length n [personen].
    certificate
        The check of ``x``; it holds.
    """

    data: ModelInput
    x: tuple[int, ...]
    certificate: Certificate

    @cached_property
    def objectives(self) -> dict[Stage, Fraction]:
        """What each stage attains, exactly; see ``objective``."""
        return {stage: objective(self.data, stage, self.x) for stage in self.data.stages}

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """Groups of gm_codes between which only the gm_code decided."""
        return self.certificate.ties


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No distribution meets every limit: the nodes that cannot close, lowest first."""

    conflicts: tuple[Conflict, ...]


def _total(terms: Sequence[Fraction]) -> Fraction:
    """Add fractions in halves, so that the denominators stay small as long as possible."""
    if len(terms) < 3:
        return sum(terms, Fraction(0))
    half = len(terms) // 2
    return _total(terms[:half]) + _total(terms[half:])


def objective(data: ModelInput, stage: Stage, x: Sequence[int]) -> Fraction:
    """Return what one stage measures of a distribution, exactly.

    Returns
    -------
    Fraction
        ``minste_tekort``: persons above the soft ceilings. ``minst_verplaatst``: persons moved.
        ``eerlijkst``: sum of ``(x - q)^2 / q`` over ``q > 0``. ``laagste_piek``: the highest load.
        Gemeenten outside the question count in neither.

    Examples
    --------
    >>> half = (Fraction(3, 2), Fraction(3, 2))
    >>> data = ModelInput(("GM0001", "GM0002"), (2, 1), half, half, (), (), 3)
    >>> objective(data, Stage.EERLIJKST, (2, 1)), objective(data, Stage.LAAGSTE_PIEK, (2, 1))
    (Fraction(1, 3), Fraction(4, 3))
    """
    match stage:
        case Stage.MINSTE_TEKORT:
            above = [a - c for a, c in zip(x, ceiling(data), strict=True) if a > c]
            return Fraction(sum(above))
        case Stage.MINST_VERPLAATST:
            return Fraction(moved(data.doel, x))
        case Stage.EERLIJKST:
            counted = ((x[i], data.exact[i]) for i in data.inside)
            return _total([(a - q) ** 2 / q for a, q in counted if q])
        case Stage.LAAGSTE_PIEK:
            loads = (x[i] / data.basis[i] for i in data.inside if data.basis[i])
            return max(loads, default=Fraction(0))


def without_claim(data: ModelInput, x: Sequence[int]) -> int:
    """Return the persons in gemeenten whose exact share is zero: first part of ``eerlijkst``."""
    return sum(persons for persons, q in zip(x, data.exact, strict=True) if not q)


def _within_budget(data: ModelInput, tree: Tree, budget: int) -> tuple[int, ...] | None:
    costs = components(data)
    free = optimum(tree, costs)
    if moved(data.doel, free) <= budget:
        return free
    start = least_moved(data, tree, costs)
    steps = budget - moved(data.doel, start)
    if steps < 0:
        return None
    x = list(start)
    for i, j in islice(best_moves(data, tree, costs, start), steps):
        x[i] -= 1
        x[j] += 1
    return tuple(x)


def solve_exact(data: ModelInput) -> ExactSolution | Infeasible:
    """Solve a problem in whole numbers and check the answer.

    Parameters
    ----------
    data
        Laminar groups; any stages; an optional budget of persons moved.

    Returns
    -------
    ExactSolution or Infeasible
        The one optimum of ``MODEL.md`` with a certificate, or the conflicts.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest.
    RuntimeError
        If the answer does not pass its own check: a bug of ours.

    Examples
    --------
    >>> half = (Fraction(3, 2), Fraction(3, 2))
    >>> answer = solve_exact(ModelInput(("GM0001", "GM0002"), (1, 2), half, half, (), (), 3))
    >>> answer.x, answer.ties
    ((1, 2), ())
    """
    tree = build_tree(data)
    if clashes(tree)[2]:
        return Infeasible(find_conflicts(data))
    if data.budget is None:
        x: tuple[int, ...] | None = optimum(tree, components(data))
    else:
        x = _within_budget(data, tree, data.budget)
    if x is None:
        return Infeasible(find_conflicts(data))
    certificate = certify(data, x)
    if not certificate.holds:
        msg = f"the answer fails its own check: {certificate}"
        raise RuntimeError(msg)
    return ExactSolution(data, x, certificate)
