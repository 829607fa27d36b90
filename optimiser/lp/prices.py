"""What a limit costs: the problem solved again with one person more and one person less.

Dual values of such a model are not unique (two solvers give two valid ones), so the published
price is this pair of what-ifs: an interval, in the objective's own terms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from optimiser.engine.costs import bounds, ceiling
from optimiser.engine.search.sweep import optima
from optimiser.engine.tree import is_laminar
from optimiser.lp.costs import change_of
from optimiser.lp.solve import solve_lp
from optimiser.lp.symbols import ModelInfeasibleError
from optimiser.problem import Group, Limit, ModelInput, Stage

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
    found = touched(data, x)
    asked = [_shifted(data, number, side, room) for number, _, side in found for room in (1, -1)]
    effects = _effects(data, x, asked)
    for _, limit, side in found:
        yield Price(limit, side, next(effects), next(effects))


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
    fixed = [number for number, group in enumerate(data.groups) if group.lower == group.upper]
    asked = [_handed(data, number, step) for number in fixed for step in (1, -1)]
    effects = _effects(data, x, asked)
    for number in fixed:
        yield Price(data.groups[number], "sum", next(effects), next(effects))


def budget_price(data: ModelInput, x: X) -> Price | None:
    """Price the budget of persons moved; ``None`` if there is no budget."""
    if data.budget is None:
        return None
    asked = [
        replace(data, budget=data.budget + room) for room in (1, -1) if data.budget + room >= 0
    ]
    wider, *tighter = _effects(data, x, asked)
    return Price(None, "upper", wider, tighter[0] if tighter else None)


def _shifted(data: ModelInput, number: int, side: str, room: int) -> ModelInput:
    """Give one side of a limit ``room`` persons more."""
    limit = data.limits[number]
    bound = getattr(limit, side) + (room if side == "upper" else -room)
    shifted = limit._replace(**{side: bound})
    return replace(data, limits=(*data.limits[:number], shifted, *data.limits[number + 1 :]))


def _effects(data: ModelInput, x: X, asked: Sequence[ModelInput]) -> Iterator[Effect | None]:
    """Yield what each changed problem does: at once where only bounds and sums changed."""
    network = data.budget is None and is_laminar(data)
    priced, ceilings = Stage.MINSTE_TEKORT in data.stages, ceiling(data)
    # A changed ceiling may change what a shortage costs, not only what may be.
    together = [network and not (priced and ceiling(one) != ceilings) for one in asked]
    answers = _swept(data, [one for one, swept in zip(asked, together, strict=True) if swept])
    for one, swept in zip(asked, together, strict=True):
        y = next(answers) if swept else _solved(one)
        yield None if y is None else change_of(data, x, one, y)


def _swept(data: ModelInput, changed: Sequence[ModelInput]) -> Iterator[X | None]:
    """Yield the optimum of every changed problem, ``None`` if it has no answer."""
    if not changed:
        return
    lower, upper = zip(*map(bounds, changed), strict=True)
    sums = [[(group.lower, group.upper) for group in one.groups] for one in changed]
    found, closes = optima(data, lower, upper, sums)
    for y, fits in zip(found.tolist(), closes.tolist(), strict=True):
        yield tuple(y) if fits else None


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


def _solved(changed: ModelInput) -> X | None:
    """Solve a changed problem from scratch; ``None`` if it has no answer."""
    try:
        return solve_lp(changed).x
    except ModelInfeasibleError:
        return None
