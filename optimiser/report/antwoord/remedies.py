"""When it cannot close: the headline, where it pinches, and what would help, in one order.

The same sentences for app, command and slides. What the law allows today comes before what asks for
places or a choice of policy, near before far, small before large; what does not help comes last.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from optimiser.engine import Level, Option, Repair, nearest_facts, repair_facts
from optimiser.scenario.beperkingen import Gebied
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.ready_areas import ReadyArea
from optimiser.teksten.gebieden import gebied_with_article
from optimiser.teksten.zinnen import sentence

#: Gemeenten or areas named in one sentence.
NAMED = 8
_ORDER = (Option.BUDGET, Option.GEBIED, Option.PLAATSEN, Option.GRENZEN)


@dataclass(frozen=True)
class Remedy:
    """One way out, enough by itself where it is available.

    Attributes
    ----------
    tekst
        A Dutch sentence.
    available
        False where it does not help; the sentence then says why.
    repair
        What the engine proposes; None for a ready area.
    gebied
        The ready area to exchange in; None for a repair.
    rest
        Persons that still have no place then; above zero the remedy is a first step.
    """

    tekst: str
    available: bool
    repair: Repair | None = None
    gebied: Gebied | None = None
    rest: int = 0


def remedies(outcome: Optimalisatie, named: int | None = NAMED) -> list[Remedy]:
    """Return what would help, best first.

    Parameters
    ----------
    outcome
        Of a problem that cannot close; empty for one that does.
    named
        Most gemeenten or areas in a sentence, None for all.
    """
    near, far = _ready(outcome)
    ways = sorted(outcome.repairs, key=lambda way: (not way.available, _ORDER.index(way.option)))
    told = [Remedy(_told(outcome, way, named), way.available, way) for way in ways]
    # The whole country comes after neighbours: near before far.
    first = sum(one.available and _is_near(one) for one in told)
    return [*near, *told[:first], *far, *told[first:]]


def _ready(outcome: Optimalisatie) -> tuple[list[Remedy], list[Remedy]]:
    """Return the smallest ready area that closes, else first steps; and the whole country."""
    smaller = [one for one in outcome.areas if one.gebied is not Gebied.LAND]
    closing = [one for one in smaller if one.closes]
    partly = [one for one in smaller if one.short < outcome.unplaced]
    usual = [one for one in partly if one.gebied is Gebied.ARBEIDSMARKTREGIO]
    most = sorted(partly, key=lambda one: one.short)[:1]
    best = closing[:1] or list(dict.fromkeys([*usual, *most]))
    country = [one for one in outcome.areas if one.gebied is Gebied.LAND and one.closes]
    near, far = ([_area(one) for one in found] for found in (best, country))
    return near, far


def _area(one: ReadyArea) -> Remedy:
    facts = {"gebied": gebied_with_article(one.gebied), "aantal": one.short}
    code = "binnen" if one.closes else "binnen_deels"
    rest = 0 if one.closes else one.short
    return Remedy(sentence("uitwegen", code, facts), True, None, one.gebied, rest)


def _is_near(one: Remedy) -> bool:
    return one.repair is not None and one.repair.option in {Option.BUDGET, Option.GEBIED}


def headline_of_refusal(outcome: Optimalisatie) -> str:
    """Return the answer in one line: how many persons have no place, and in how many areas."""
    if (short := _over_budget(outcome)) is not None:
        return sentence("past_niet", "budget", short)
    alone = all(len(one.members) == 1 for one in outcome.conflicts)
    count = len(outcome.conflicts)
    facts = {"personen": outcome.unplaced, "plaatsen": count}
    kind = "gemeente" if alone else "gebied"
    code = f"{kind}_een" if count == 1 else kind
    return sentence("past_niet", code if outcome.unplaced else "anders", facts)


def _over_budget(outcome: Optimalisatie) -> dict[str, object] | None:
    """Return what a budget falls short, None where something else pinches."""
    found = [one for one in outcome.conflicts if one.level is Level.BUDGET]
    if not found:
        return None
    facts = {"nodig": found[0].required, "mogelijk": found[0].possible, "aantal": found[0].amount}
    return {**facts, "verplaatst": outcome.moved}


def nearest_sentence(outcome: Optimalisatie, named: int | None = NAMED) -> str:
    """Return who has no place in the nearest distribution; empty if the problem closes."""
    if outcome.nearest is None:
        return ""
    if (short := _over_budget(outcome)) is not None:
        return sentence("niet_geplaatst", "budget", short)
    by_size = sorted(outcome.nearest.short, key=lambda one: (-one[1], one[0]))
    facts = nearest_facts(replace(outcome.nearest, short=tuple(by_size)))
    values = {name: _cut("", value, named) for name, value in facts.values.items()}
    return sentence(facts.section, facts.code, values)


def _told(outcome: Optimalisatie, way: Repair, named: int | None) -> str:
    facts = repair_facts(outcome.data, way)
    values = {name: _cut(name, value, named) for name, value in facts.values.items()}
    return sentence(facts.section, facts.code, values)


def _cut(name: str, value: object, named: int | None) -> object:
    """Write a list with its end left out; areas hold commas, so a semicolon parts them."""
    if not isinstance(value, list):
        return value
    between = "; " if name == "gebieden" else ", "
    shown = between.join(value if named is None else value[:named])
    if named is None or len(value) <= named:
        return shown
    facts: Mapping[str, object] = {"namen": shown, "aantal": len(value) - named}
    return sentence("uitwegen", "en_meer", facts)
