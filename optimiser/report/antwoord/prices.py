"""What a limit costs, in Dutch: one person more and one person less, each solved again."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from optimiser.lp.prices import (
    Effect,
    Price,
    budget_price,
    each_group_price,
    each_limit_price,
    touched,
)
from optimiser.problem import Group, Limit, Stage
from optimiser.report.antwoord.summary import BLOCKS, SHOWN
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import signed, whole

_NAMES = {
    Stage.MINSTE_TEKORT: "tekort",
    Stage.MINST_VERPLAATST: "verplaatst",
    Stage.EERLIJKST: "afwijking",
    Stage.LAAGSTE_PIEK: "hoogste last",
}


def price_lines(outcome: Optimalisatie, prices: Iterable[Price] | None = None) -> list[str]:
    """Tell for the limits that matter most what one person more or less does.

    Parameters
    ----------
    outcome
        A feasible answer.
    prices
        All of ``each_price(outcome)``; computed if absent.

    Returns
    -------
    list of str
        A heading and one line per limit, the largest effect first; then the fixed sums of the
        areas, and the budget.
    """
    found = list(each_price(outcome) if prices is None else prices)
    lines = ["Wat één persoon meer of minder doet (opnieuw uitgerekend; min is beter):"]
    limits = [price for price in found if isinstance(price.limit, Limit)]
    limits.sort(key=_size, reverse=True)
    lines += [_limit_line(outcome, price) for price in limits[:SHOWN]]
    if len(limits) > SHOWN:
        lines.append(f"... en {whole(len(limits) - SHOWN)} andere grenzen met een kleiner effect.")
    areas = [p for p in found if isinstance(p.limit, Group) and (p.ruimer or p.krapper)]
    if areas:
        lines += ["", "Wat de vaste som van een gebied kost:"]
        areas.sort(key=_size, reverse=True)
        lines += list(_area_lines(areas[:SHOWN]))
    for budget in (price for price in found if price.limit is None):
        lines += ["", f"Budget van {outcome.data.budget} personen: {_both(budget)}."]
    return lines


def each_price(outcome: Optimalisatie) -> Iterator[Price]:
    """Yield the price of every limit that binds, of every fixed sum, and of the budget."""
    data, x = outcome.data, outcome.x
    yield from each_limit_price(data, x)
    yield from each_group_price(data, x)
    budget = budget_price(data, x)
    if budget is not None:
        yield budget


def price_count(outcome: Optimalisatie) -> int:
    """Return how many prices ``each_price`` yields, without computing them."""
    data = outcome.data
    fixed = sum(group.lower == group.upper for group in data.groups)
    return len(touched(data, outcome.x)) + fixed + (data.budget is not None)


def _size(price: Price) -> Fraction:
    effects = [effect for effect in (price.ruimer, price.krapper) if effect]
    return max((abs(effect[0][1]) for effect in effects), default=Fraction(0))


def _limit_line(outcome: Optimalisatie, price: Price) -> str:
    limit = price.limit
    if not isinstance(limit, Limit):
        msg = "a price of a limit without its limit"
        raise TypeError(msg)
    bound = limit.upper if price.side == "upper" else limit.lower
    name = outcome.data.names[limit.gemeente]
    return f"- {name}, {BLOCKS[limit.block]} ({whole(bound or 0)}): {_both(price)}."


def _area_lines(prices: list[Price]) -> Iterator[str]:
    for price in prices:
        if price.limit is not None and not isinstance(price.limit, Limit):
            yield f"- {price.limit.naam} ({whole(price.limit.lower)}): {_both(price)}."


def _both(price: Price) -> str:
    return f"één meer: {_told(price.ruimer)}; één minder: {_told(price.krapper)}"


def _told(effect: Effect | None) -> str:
    if effect is None:
        return "kan niet"
    changes = [
        f"{_NAMES[stage]} {signed(value, 0 if value.denominator == 1 else 4)}"
        for stage, value in effect
        if value
    ]
    return ", ".join(changes) or "verandert niets"
