"""What an answer rests on without being a measured figure: each assumption with its value."""

from fractions import Fraction

from optimiser.scenario.beperkingen import Capaciteit
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import Aannamen
from optimiser.solve.result import Verdeling
from optimiser.teksten import counted, decimal, percentage, whole
from optimiser.teksten.zinnen import sentence

#: Most decimals an assumption is written with.
_MOST_DECIMALS = 6


def assumption_lines(scenario: Scenario, verdeling: Verdeling) -> list[str]:
    """Return a Dutch line per assumption, always with its value.

    Parameters
    ----------
    scenario, verdeling
        Question and answer.

    Returns
    -------
    list of str
        Empty where nothing was assumed.
    """
    wanted, used = scenario.capaciteit, verdeling.aannamen
    lines = []
    if used is None and wanted.plekken:
        lines.append(in_persons_line())
    if used is not None:
        lines.append(dwellings_line(wanted, used))
    if wanted.maximum_aandeel is not None:
        part = Fraction(wanted.maximum_aandeel)
        most = percentage(part, max(0, _places(part) - 2))
        lines.append(sentence("aannamen", "aandeel", {"deel": most}))
    for facility in wanted.plekken:
        facts = {
            "naam": facility.naam,
            "plekken": counted(facility.plekken, "plek", "plekken"),
            "opening": facility.opening,
            "halfjaren": counted(facility.halfjaren, "halfjaar", "halfjaren"),
        }
        lines.append(sentence("aannamen", "plekken", facts))
        if facility.eenheden is not None and facility.personen_per_eenheid is not None:
            facts = {
                "eenheden": counted(facility.eenheden, "wooneenheid", "wooneenheden"),
                "personen": whole(facility.personen_per_eenheid),
            }
            lines.append(sentence("aannamen", "eenheden", facts))
    return lines


def dwellings_line(wanted: Capaciteit, used: Aannamen) -> str:
    """Return the assumptions behind freed dwellings, with their values and what they leave out."""
    rate = used.mutatiegraad
    facts = {
        "graad": "" if rate is None else percentage(rate, max(0, _places(rate) - 2)),
        "kolom": wanted.mutatiegraad_kolom,
        "per_woning": decimal(used.personen_per_woning, _places(used.personen_per_woning)),
    }
    told = sentence("aannamen", "kolom" if rate is None else "woningen", facts)
    return f"{told} {in_persons_line()}"


def in_persons_line() -> str:
    """Say what capacity does not tell: enough room for persons may be the wrong dwellings.

    >>> in_persons_line().split(":")[0]
    'Geteld in personen, niet naar huishoudensgrootte'
    """
    return sentence("aannamen", "grootte", {})


def _places(value: Fraction) -> int:
    """Return how many decimals write a number exactly, six at most.

    >>> _places(Fraction(7, 100)), _places(Fraction(2)), _places(Fraction(1, 3))
    (2, 0, 6)
    """
    whole_numbers = (p for p in range(_MOST_DECIMALS) if (value * 10**p).denominator == 1)
    return next(whole_numbers, _MOST_DECIMALS)
