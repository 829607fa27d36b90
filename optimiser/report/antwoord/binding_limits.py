"""One gemeente in an optimised distribution: before, after, its limits and which of them binds."""

from collections.abc import Iterator
from typing import NamedTuple

from optimiser.problem import Group, Limit
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import counted, signed, whole
from optimiser.teksten.zinnen import sentence

_SECTION = "gemeentegrens"


class Regel(NamedTuple):
    """A Dutch sentence about one gemeente.

    Attributes
    ----------
    tekst
        The sentence, plain text.
    knelt
        Whether it is about a limit that holds the gemeente back.
    """

    tekst: str
    knelt: bool = False


def change_line(outcome: Optimalisatie, gm_code: str) -> str:
    """Tell what a gemeente has before and after exchange.

    Raises
    ------
    ValueError
        If the gemeente is not in the distribution.
    """
    i = outcome.data.gm_codes.index(gm_code)
    before, after = outcome.data.doel[i], outcome.x[i]
    facts = {
        "voor": counted(before, "persoon", "personen"),
        "na": whole(after),
        "verschil": signed(after - before),
    }
    code = "gelijk" if before == after else "verandert"
    return sentence(_SECTION, code if outcome.feasible else f"{code}_geen_oplossing", facts)


def limit_lines(outcome: Optimalisatie, gm_code: str) -> Iterator[Regel]:
    """Tell the limits of a gemeente, first what holds it back, and with whom it exchanges.

    Parameters
    ----------
    outcome
        What the optimiser answered.
    gm_code
        A gemeente in it.

    Yields
    ------
    Regel
        One per limit, or one that says there are none; the area last.

    Raises
    ------
    ValueError
        If the gemeente is not in the distribution.
    """
    data, i = outcome.data, outcome.data.gm_codes.index(gm_code)
    own = [(_state(limit, outcome.x[i]), limit) for limit in data.limits if limit.gemeente == i]
    for state, limit in sorted(own, key=lambda one: _STATES.index(one[0])):
        told = sentence(_SECTION, str(limit.block), _facts(limit))
        if state:
            yield Regel(sentence(_SECTION, state, {"grens": told}), knelt=True)
        else:
            yield Regel(told[0].upper() + told[1:])
    for limit in data.reported:
        if limit.gemeente == i:
            told = sentence(_SECTION, str(limit.block), _facts(limit))
            yield Regel(sentence(_SECTION, "gemeld", {"grens": told}))
    if not own and i not in data.outside:
        yield Regel(sentence(_SECTION, "geen_grens", {}))
    yield from (Regel(_area(group)) for group in data.groups if i in group.members)


#: How a number stands to a limit, the gravest first; empty is within it.
_STATES = ("niet_nagekomen", "knelt", "")


def _state(limit: Limit, persons: int) -> str:
    low = persons if limit.lower is None else limit.lower
    high = persons if limit.upper is None else limit.upper
    if not low <= persons <= high:
        return "niet_nagekomen"
    return "knelt" if persons in (limit.lower, limit.upper) else ""


def _area(group: Group) -> str:
    facts = {"gebied": group.naam, "aantal": len(group.members)}
    return sentence(_SECTION, "alleen" if len(group.members) == 1 else "gebied", facts)


def _facts(limit: Limit) -> dict[str, object]:
    sides = {"minst": limit.lower, "meest": limit.upper}
    return {
        name: counted(count, "persoon", "personen")
        for name, count in sides.items()
        if count is not None
    }
