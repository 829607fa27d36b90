"""What a limit costs: the problem solved again with one person more and one person less.

Dual values of such a model are not unique (two solvers give two valid ones), so the published
price is this pair of what-ifs: an interval, in the objective's own terms.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from optimiser.engine.costs import bounds, components
from optimiser.lp.constraints import is_laminar
from optimiser.lp.costs import OneCost, Tuples, change_of
from optimiser.lp.solve import solve_lp
from optimiser.lp.sweep import KeptModel
from optimiser.lp.symbols import ModelInfeasibleError, SolverFailedError
from optimiser.problem import SOFT_BLOCKS, Group, Limit, ModelInput, Stage

Effect = tuple[tuple[Stage, Fraction], ...]
X = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Price:
    """What one person more or less at one limit does to every stage; negative is better.

    Attributes
    ----------
    limit
        The limit or group that binds; the budget is ``None``.
    side
        ``"upper"`` or ``"lower"``.
    ruimer, krapper
        Effect per stage of one person more room and one less; ``None`` when nothing is left then.
    """

    limit: Limit | Group | None
    side: str
    ruimer: Effect | None
    krapper: Effect | None


def each_limit_price(data: ModelInput, x: X) -> Iterator[Price]:
    """Price every limit of a gemeente that the distribution touches, one by one.

    Parameters
    ----------
    data
        The problem.
    x
        Its solution [personen].

    Yields
    ------
    Price
        In the order of ``data.limits``; a fixed number (*vast*) has an upper and a lower price.
    """
    what_if = _WhatIf(data, x)
    for number, limit, side in touched(data, x):
        wider, tighter = what_if.limit(number, side, 1), what_if.limit(number, side, -1)
        yield Price(limit, side, wider, tighter)


def touched(data: ModelInput, x: X) -> list[tuple[int, Limit, str]]:
    """Return the limits that a distribution touches: position, limit, side."""
    return [
        (number, limit, side)
        for number, limit in enumerate(data.limits)
        for side in ("lower", "upper")
        if getattr(limit, side) == x[limit.gemeente]
    ]


def each_group_price(data: ModelInput, x: X) -> Iterator[Price]:
    """Price every fixed sum: one person handed to, or taken from, the best place outside it.

    ``krapper`` is the group with one person fewer, ``ruimer`` with one more. That person is placed
    in the best group outside (sums that do not hold this group may give or take that one person);
    ``None`` when no place allows it.
    """
    what_if = _WhatIf(data, x, regroups=True)
    for number, group in enumerate(data.groups):
        if group.lower == group.upper:
            yield Price(group, "sum", what_if.handed(number, 1), what_if.handed(number, -1))


def budget_price(data: ModelInput, x: X) -> Price | None:
    """Price the budget of persons moved; ``None`` if there is no budget."""
    if data.budget is None:
        return None
    wider = replace(data, budget=data.budget + 1)
    tighter = replace(data, budget=data.budget - 1) if data.budget else None
    less = None if tighter is None else _effect(x, tighter)
    return Price(None, "upper", _effect(x, wider), less)


class _WhatIf:
    """Solve again with one limit shifted: on a kept model where the order of costs decides."""

    def __init__(self, data: ModelInput, x: X, *, regroups: bool = False) -> None:
        self._data, self._x = data, x
        network = data.budget is None and is_laminar(group.members for group in data.groups)
        costs = Tuples(tuple(OneCost(part) for part in components(data)))
        self._kept = KeptModel(data, costs, x, regroups=regroups) if network else None

    def limit(self, number: int, side: str, room: int) -> Effect | None:
        """Return the effect of ``room`` persons more at one side of a limit."""
        limit = self._data.limits[number]
        outward = room if side == "upper" else -room
        bound = getattr(limit, side) + outward
        shifted = replace(limit, **{side: bound})
        limits = (*self._data.limits[:number], shifted, *self._data.limits[number + 1 :])
        data = replace(self._data, limits=limits)
        stretched = limit.block in SOFT_BLOCKS and Stage.MINSTE_TEKORT in data.stages
        return _effect(self._x, data) if stretched else self._hot(data)

    def handed(self, number: int, step: int) -> Effect | None:
        """Return the effect of a group with ``step`` persons more, taken from outside it."""
        data = _handed(self._data, number, step)
        if self._kept is not None:
            self._kept.regroup(data.groups)
        return self._hot(data)

    def _hot(self, data: ModelInput) -> Effect | None:
        """Solve on the kept model if there is one and its units are fine enough there."""
        if self._kept is None:
            return _effect(self._x, data)
        try:
            y = self._kept.solve(*bounds(data))
        except SolverFailedError:  # the optimum left the finely cut units
            return _effect(self._x, data)
        return None if y is None else change_of(data, self._x, tuple(y.tolist()))


def _handed(data: ModelInput, number: int, step: int) -> ModelInput:
    """Give one group ``step`` persons more; groups that do not hold it may absorb that."""
    own = set(data.groups[number].members)
    return replace(data, groups=tuple(_absorbing(data, own, number, step)))


def _absorbing(data: ModelInput, own: set[int], number: int, step: int) -> Iterator[Group]:
    for other, group in enumerate(data.groups):
        if other == number:
            yield replace(group, lower=group.lower + step, upper=group.upper + step)
        elif own <= set(group.members):
            yield group
        elif own.isdisjoint(group.members):
            low, high = min(0, -step), max(0, -step)
            yield replace(group, lower=max(0, group.lower + low), upper=group.upper + high)
        else:
            low, high = min(0, step), max(0, step)
            yield replace(group, lower=max(0, group.lower + low), upper=group.upper + high)


def _effect(x: X, changed: ModelInput) -> Effect | None:
    """Solve the changed problem from scratch and compare; ``None`` if it has no answer."""
    try:
        y = solve_lp(changed).x
    except ModelInfeasibleError:
        return None
    return change_of(changed, x, y)
