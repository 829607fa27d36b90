"""Who is in none of the user's own areas: told, never bound."""

from optimiser.problem import Limit
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import counted
from optimiser.teksten.getallen import shown_names
from optimiser.teksten.zinnen import sentence


def outside_lines(outcome: Optimalisatie) -> list[str]:
    """Tell how many gemeenten the question leaves out, and who of them is over a ceiling anyway.

    Returns
    -------
    list of str
        Dutch lines; none where every gemeente is part of the question.
    """
    data = outcome.data
    if not data.outside:
        return []
    told = counted(len(data.outside), "gemeente houdt haar", "gemeenten houden hun")
    lines = [sentence("antwoord", "buiten", {"gemeenten": told})]
    over = over_limits(outcome)
    if over:
        by_size = sorted(over, key=lambda one: (-one[1], data.names[one[0].gemeente]))
        names = [f"{data.names[limit.gemeente]} {count}" for limit, count in by_size]
        facts = {
            "gemeenten": counted(len(over), "gemeente zit", "gemeenten zitten"),
            "personen": counted(sum(count for _, count in over), "persoon", "personen"),
            "namen": shown_names(names),
        }
        lines.append(sentence("antwoord", "buiten_boven", facts))
    return lines


def left_out_lines(outcome: Optimalisatie) -> list[str]:
    """Tell whom exchange leaves out: outside the user's own areas, or alone in theirs."""
    return [*outside_lines(outcome), *alone_lines(outcome)]


def alone_lines(outcome: Optimalisatie) -> list[str]:
    """Name who belongs to no area, or is the only one in it, and so can exchange with nobody.

    Returns
    -------
    list of str
        One Dutch line; none where everybody can exchange, or nobody may.
    """
    data, outside = outcome.data, set(outcome.data.outside)
    if all(len(group.members) == 1 for group in data.groups):
        return []
    alone = [i for one in data.groups if len(one.members) == 1 for i in one.members]
    names = sorted(data.names[i] for i in alone if i not in outside)
    return [sentence("antwoord", "alleen", {"namen": shown_names(names)})] if names else []


def over_limits(outcome: Optimalisatie) -> list[tuple[Limit, int]]:
    """Return the reported limits that a gemeente outside exceeds, with by how many persons.

    Its lowest one, where it has more than one.
    """
    data = outcome.data
    lowest: dict[int, tuple[Limit, int]] = {}
    for limit in data.reported:
        above = 0 if limit.upper is None else data.doel[limit.gemeente] - limit.upper
        if above > lowest.get(limit.gemeente, (limit, 0))[1]:
            lowest[limit.gemeente] = (limit, above)
    return list(lowest.values())
