"""What a limit costs, in Dutch: one person more and one person less, each solved again."""

from collections.abc import Iterator
from fractions import Fraction

from optimiser.lp.prices import Effect, Price, budget_price, group_prices, limit_prices
from optimiser.model import Limit, Stage
from optimiser.optimalisatie import Optimalisatie
from optimiser.report.optimalisatie import BLOCKS, SHOWN
from optimiser.teksten import signed, whole

_NAMES = {
    Stage.MINSTE_TEKORT: "tekort",
    Stage.MINST_VERPLAATST: "verplaatst",
    Stage.EERLIJKST: "afwijking",
    Stage.LAAGSTE_PIEK: "hoogste last",
}


def price_lines(outcome: Optimalisatie) -> list[str]:
    """Tell for the limits that matter most what one person more or less does.

    Returns
    -------
    list of str
        A heading and one line per limit, the largest effect first; then the fixed sums of the
        areas, and the budget.
    """
    data, x = outcome.data, outcome.x
    lines = ["Wat één persoon meer of minder doet (opnieuw uitgerekend; min is beter):"]
    limits = sorted(limit_prices(data, x), key=_size, reverse=True)
    lines += [_limit_line(outcome, price) for price in limits[:SHOWN]]
    if len(limits) > SHOWN:
        lines.append(f"... en {whole(len(limits) - SHOWN)} andere grenzen met een kleiner effect.")
    areas = [price for price in group_prices(data, x) if price.ruimer or price.krapper]
    if areas:
        lines += ["", "Wat de vaste som van een gebied kost:"]
        areas.sort(key=_size, reverse=True)
        lines += list(_area_lines(areas[:SHOWN]))
    budget = budget_price(data, x)
    if budget is not None:
        lines += ["", f"Budget van {data.budget} personen: {_both(budget)}."]
    return lines


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
    return f"één meer {_told(price.ruimer)}; één minder {_told(price.krapper)}"


def _told(effect: Effect | None) -> str:
    if effect is None:
        return "kan niet"
    changes = [
        f"{_NAMES[stage]} {signed(value, 0 if value.denominator == 1 else 4)}"
        for stage, value in effect
        if value
    ]
    return ", ".join(changes) or "verandert niets"
