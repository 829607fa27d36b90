"""Fairness against persons moved, for every budget at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum

from optimiser.engine.closing.clashes import clashes
from optimiser.engine.closing.feasibility import find_conflicts
from optimiser.engine.costs import components
from optimiser.engine.search.path import best_moves, least_moved
from optimiser.engine.solution import Infeasible
from optimiser.engine.tree import build_tree
from optimiser.problem import ModelInput, Stage, moved


@dataclass(frozen=True)
class Frontier:
    """The fairest distribution per number of persons moved.

    Attributes
    ----------
    data
        The problem.
    start
        The fewest persons moved and, among those, the fairest [personen]; ``doel`` itself if that
        meets all limits.
    moves
        One person each, (from, to) as positions; after ``k`` of them the distribution is the
        fairest that moves at most ``least + k`` persons. After the last one no further move makes
        it fairer.
    """

    data: ModelInput
    start: tuple[int, ...]
    moves: tuple[tuple[int, int], ...]

    @cached_property
    def least(self) -> int:
        """Persons moved at the start [personen]."""
        return moved(self.data.doel, self.start)

    @property
    def most(self) -> int:
        """Persons moved at the fairest point [personen]."""
        return self.least + len(self.moves)

    @cached_property
    def unfairness(self) -> tuple[float, ...]:
        """Sum of (x - q)^2 / q per point, to draw; ``solution.objective`` gives it exactly.

        Starts at ``least`` persons moved, one point per person.
        """
        q = [float(share) for share in self.data.exact]
        x = list(self.start)
        value = fsum((a - s) ** 2 / s for a, s in zip(x, q, strict=True) if s)
        values = [value]
        for i, j in self.moves:
            value -= (2 * x[i] - 1) / q[i] - 2 if q[i] else 0.0
            value += (2 * x[j] + 1) / q[j] - 2 if q[j] else 0.0
            x[i], x[j] = x[i] - 1, x[j] + 1
            values.append(value)
        return tuple(values)

    def distribution(self, budget: int) -> tuple[int, ...]:
        """Return the fairest distribution that moves at most so many persons.

        Raises
        ------
        ValueError
            If even the least-moved distribution moves more.
        """
        if budget < self.least:
            msg = f"at least {self.least} persons must move, the budget is {budget}"
            raise ValueError(msg)
        x = list(self.start)
        for i, j in self.moves[: budget - self.least]:
            x[i], x[j] = x[i] - 1, x[j] + 1
        return tuple(x)

    def points(self) -> Iterator[tuple[int, float]]:
        """Yield persons moved and unfairness, point by point."""
        yield from enumerate(self.unfairness, start=self.least)


def frontier(data: ModelInput) -> Frontier | Infeasible:
    """Find the fairest distribution for every number of persons moved.

    Parameters
    ----------
    data
        The problem; its budget is left out. With ``minste_tekort`` among its stages the shortage
        above the ceilings comes before fairness; other stages do not take part.

    Returns
    -------
    Frontier or Infeasible
        Each step is the best single-person move, so point K is the optimum under budget K.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest.
    """
    stretch = (Stage.MINSTE_TEKORT,) if Stage.MINSTE_TEKORT in data.stages else ()
    free = replace(data, stages=(*stretch, Stage.EERLIJKST), budget=None)
    tree = build_tree(free)
    if clashes(tree)[2]:
        return Infeasible(find_conflicts(free))
    costs = components(free)
    start = least_moved(free, tree, costs)
    return Frontier(free, start, tuple(best_moves(free, tree, costs, start)))
