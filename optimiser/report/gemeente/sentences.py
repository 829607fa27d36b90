"""The number of a gemeente or region in a sentence, and why it became that."""

from fractions import Fraction

from optimiser.report.gemeente.profile import Profiel
from optimiser.report.papier.words import halfjaar_in_words
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import counted, decimal, percentage
from optimiser.teksten.zinnen import sentence


def answer_lines(profiel: Profiel, scenario: Scenario) -> tuple[str, ...]:
    """Return the number in one sentence; for a region also what it is made of."""
    facts = told_facts(profiel, scenario)
    lines = [sentence("gemeente", "antwoord", facts)]
    if profiel.soort != "gemeente":
        lines.append(sentence("gemeente", "leden", facts))
    return tuple(lines)


def why_sentence(profiel: Profiel) -> str:
    """Tell in one sentence how the number came about: share, exact number, rounding."""
    every = profiel.wettelijk.gemeenten["inwoners"]
    facts = {
        "peiljaar": str(profiel.wettelijk.herkomst.peiljaar),
        "inwoners": profiel.inwoners,
        "iedereen": int(every.sum()),
        "aandeel": percentage(Fraction(profiel.inwoners, int(every.sum())), 3),
        "totaal": profiel.wettelijk.totaal,
        "exact": decimal(profiel.exact, 2),
        "personen": profiel.personen,
        "gemeenten": gemeenten(len(profiel.leden)),
    }
    code = "waarom" if profiel.soort == "gemeente" else "waarom_regio"
    return sentence("gemeente", code, facts)


def persons(number: int) -> str:
    """Count persons.

    >>> persons(1), persons(1234)
    ('1 persoon', '1.234 personen')
    """
    return counted(number, "persoon", "personen")


def gemeenten(number: int) -> str:
    """Count gemeenten.

    >>> gemeenten(1)
    '1 gemeente'
    """
    return counted(number, "gemeente", "gemeenten")


def told_facts(profiel: Profiel, scenario: Scenario) -> dict[str, object]:
    """Return what sentences about a profile are filled with."""
    return {
        "naam": profiel.naam,
        "halfjaar": halfjaar_in_words(scenario.halfjaar),
        "personen": persons(profiel.personen),
        "totaal": profiel.wettelijk.totaal,
        "per_1000": decimal(profiel.per_1000, 2),
        "gemeenten": gemeenten(len(profiel.leden)),
        "inwoners": profiel.inwoners,
    }
