"""The elastic program: sums and hard limits that may give way, at the least cost in persons.

Used only when even with stretched ceilings nothing fits: hard limits or groups contradict each
other. Groups are spared first, then hard limits; equal amounts fall on the lowest position.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import pulp

from optimiser.engine.costs import bounds
from optimiser.lp.solver import Pairs, add_row, expression, make_whole, run
from optimiser.lp.symbols import SolverFailedError
from optimiser.problem import SOFT_BLOCKS, Group, Limit, ModelInput, Stage


class Tier(StrEnum):
    """What gives way, the one to spare most first; then the order of positions."""

    GROEP = "groep"
    GRENS = "grens"
    VOLGORDE = "volgorde"


class BoundSide(StrEnum):
    """Which side of a bound gives way."""

    LOWER = "lower"
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class Slack:
    """One bound that may give way, with its variable in the program."""

    soort: Tier
    position: int
    side: BoundSide
    variable: Any


def loosened(data: ModelInput, solver: str) -> ModelInput:
    """Return the problem with hard limits and groups loosened as little as possible.

    Soft ceilings are left out of the question: they stretch anyway.

    Raises
    ------
    SolverFailedError
        If loosening does not help: our bug.
    """
    spared: list[tuple[Tier, int]] = []
    for tier in Tier:
        problem, slacks = _build(data, spared)
        weights = [1 if s.soort is tier else 0 for s in slacks]
        if tier is Tier.VOLGORDE:
            weights = [s.position + 1 for s in slacks]
        pairs = [(s.variable, float(w)) for s, w in zip(slacks, weights, strict=True) if w]
        problem.setObjective(expression(pairs))
        answer = run(problem, [s.variable for s in slacks], solver)
        if not answer.feasible:
            msg = "the elastic program has no answer"
            raise SolverFailedError(msg)
        amounts = [round(value) for value in answer.values]
        used = sum(a for s, a in zip(slacks, amounts, strict=True) if s.soort is tier)
        spared.append((tier, used))
    return _apply(data, [(s, a) for s, a in zip(slacks, amounts, strict=True) if a])


def _build(data: ModelInput, spared: Sequence[tuple[Tier, int]]) -> tuple[Any, list[Slack]]:
    """Write the rows with their slack; tiers already settled may not take more than they did."""
    problem = pulp.LpProblem("diagnose", pulp.LpMinimize)
    x = [problem.add_variable(f"x_{code}", 0, data.total) for code in data.gm_codes]
    add_row(problem, [(v, 1.0) for v in x], "==", data.total, "totaal")
    slacks: list[Slack] = []

    def elastic(terms: Pairs, bound: int, soort: Tier, position: int, side: BoundSide) -> None:
        name = f"{soort}_{position}_{side}"
        variable = problem.add_variable(f"s_{name}", 0, 2 * data.total + bound)
        slacks.append(Slack(soort, position, side, variable))
        upward = side is BoundSide.UPPER
        terms = [*terms, (variable, -1.0 if upward else 1.0)]
        add_row(problem, terms, "<=" if upward else ">=", bound, f"r_{name}")

    lower, upper = bounds(replace(data, stages=(Stage.MINSTE_TEKORT,)))
    for i, v in enumerate(x):
        elastic([(v, 1.0)], lower[i], Tier.GRENS, i, BoundSide.LOWER)
        elastic([(v, 1.0)], upper[i], Tier.GRENS, i, BoundSide.UPPER)
    for number, group in enumerate(data.groups):
        terms = [(x[i], 1.0) for i in group.members]
        elastic(terms, group.lower, Tier.GROEP, number, BoundSide.LOWER)
        elastic(terms, group.upper, Tier.GROEP, number, BoundSide.UPPER)
    for tier, most in spared:
        own = [(s.variable, 1.0) for s in slacks if s.soort is tier]
        if own:
            add_row(problem, own, "<=", most, f"trede_{tier}")
    make_whole([*x, *(s.variable for s in slacks)])
    return problem, slacks


def _apply(data: ModelInput, used: Sequence[tuple[Slack, int]]) -> ModelInput:
    """Shift the bounds that gave way."""
    lower, upper = bounds(replace(data, stages=(Stage.MINSTE_TEKORT,)))
    groups, limits = list(data.groups), list(data.limits)
    for slack, amount in used:
        if slack.soort is Tier.GROEP:
            groups[slack.position] = _shift_group(groups[slack.position], slack.side, amount)
        else:
            bound = (lower if slack.side is BoundSide.LOWER else upper)[slack.position]
            limits = [_shift(one, slack, bound, amount) for one in limits]
    return replace(data, groups=tuple(groups), limits=tuple(limits))


def _shift_group(group: Group, side: BoundSide, amount: int) -> Group:
    if side is BoundSide.LOWER:
        return replace(group, lower=group.lower - amount)
    return replace(group, upper=group.upper + amount)


def _shift(limit: Limit, slack: Slack, bound: int, amount: int) -> Limit:
    """Loosen a hard limit up to the new bound of its gemeente, no further."""
    if limit.gemeente != slack.position or limit.block in SOFT_BLOCKS:
        return limit
    if slack.side is BoundSide.LOWER and limit.lower is not None:
        return limit._replace(lower=min(limit.lower, bound - amount))
    if slack.side is BoundSide.UPPER and limit.upper is not None:
        return limit._replace(upper=max(limit.upper, bound + amount))
    return limit
