"""The answer in one line: that it closes, for whom, how much changes and how much must change."""

from optimiser.problem import Stage
from optimiser.solve.optimise import Optimalisatie
from optimiser.teksten import counted, whole
from optimiser.teksten.zinnen import sentence

#: Own areas named in one line.
NAMED = 3
_AIMS = {
    Stage.EERLIJKST: "eerlijker",
    Stage.LAAGSTE_PIEK: "een lagere piek",
    Stage.MINST_VERPLAATST: "minder tekort",
    Stage.MINSTE_TEKORT: "minder tekort",
}


def headline(outcome: Optimalisatie) -> str:
    """Tell in one line that the answer closes, how much changes, and how much of that is needed.

    Of a region on its own only that region is told.
    """
    data = outcome.data
    inside = data.inside
    changed = sum(outcome.x[i] != data.doel[i] for i in inside)
    facts = {
        "waar": question_area(outcome),
        "geplaatst": counted(sum(outcome.x[i] for i in inside), "persoon", "personen"),
        "anders": whole(changed),
        "krijgen": f"{whole(len(inside))} gemeenten {'krijgt' if changed == 1 else 'krijgen'}",
        "wisselen": counted(outcome.moved, "persoon wisselt", "personen wisselen"),
    }
    code = "haalbaar" if outcome.moved else "haalbaar_zonder"
    told = sentence("antwoord", code, facts)
    return f"{told} {needed_sentence(outcome)}" if outcome.moved else told


def needed_sentence(outcome: Optimalisatie) -> str:
    """Tell how many of the persons that move must, and what the others are for."""
    facts = _needed(outcome)
    if outcome.least:
        return sentence("antwoord", "nodig_extra" if facts["extra"] else "nodig", facts)
    return sentence("antwoord", "niet_nodig", facts)


def needed_caption(outcome: Optimalisatie) -> str:
    """Return what stands under the number of persons that must move."""
    facts = _needed(outcome)
    return sentence("antwoord", "onder_nodig_extra" if facts["extra"] else "onder_nodig", facts)


def _needed(outcome: Optimalisatie) -> dict[str, object]:
    stages = (one for one in outcome.data.stages if one is not Stage.MINSTE_TEKORT)
    aim = next(stages, Stage.MINSTE_TEKORT)
    extra = outcome.moved - outcome.least
    return {"nodig": outcome.least, "extra": extra, "doel": _AIMS[aim]}


def question_area(outcome: Optimalisatie) -> str:
    """Return `` in Twente (14 gemeenten)`` for regions on their own; empty for the country."""
    if not outcome.data.outside:
        return ""
    count = counted(len(outcome.data.inside), "gemeente", "gemeenten")
    return f" in {own_areas(outcome)} ({count})"


def own_areas(outcome: Optimalisatie) -> str:
    """Return the names of the user's own areas, or how many there are."""
    data, outside = outcome.data, set(outcome.data.outside)
    own = [group.naam for group in data.groups if not outside & set(group.members)]
    return ", ".join(own) if len(own) <= NAMED else f"{whole(len(own))} eigen regio's"
