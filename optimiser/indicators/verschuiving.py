"""What changes against the reference: moved persons, who gains, who loses, the largest change."""

from fractions import Fraction

from optimiser.indicators.maat import Eenheid, Richting, Uitleg, maat
from optimiser.indicators.measure_input import MeasureInput

_EIGEN = "eigen berekening uit beide verdelingen"
_GRENS = "Zegt niet of wie meer krijgt dat kan of wil opnemen; zie de tekorten boven kan en wil."


@maat(
    "verplaatst",
    Uitleg(
        "Personen die verschuiven",
        "Personen die naar een andere gemeente gaan dan onder de vergelijkingssleutel: de helft "
        "van alle verschillen zonder teken.",
        _EIGEN,
        _GRENS,
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
    vergelijkt=True,
)
def verplaatst(beeld: MeasureInput) -> int:
    """Count moved persons, ``1/2 sum |x - t|``, rounded up when the totals differ."""
    return (sum(abs(d) for d in beeld.verschil) + 1) // 2


@maat(
    "stijgers",
    Uitleg("Gemeenten die meer krijgen", "Aantal gemeenten met een stijging.", _EIGEN, _GRENS),
    Eenheid.GEMEENTEN,
    vergelijkt=True,
)
def stijgers(beeld: MeasureInput) -> int:
    """Count gemeenten that get more."""
    return sum(d > 0 for d in beeld.verschil)


@maat(
    "dalers",
    Uitleg("Gemeenten die minder krijgen", "Aantal gemeenten met een daling.", _EIGEN, _GRENS),
    Eenheid.GEMEENTEN,
    vergelijkt=True,
)
def dalers(beeld: MeasureInput) -> int:
    """Count gemeenten that get fewer."""
    return sum(d < 0 for d in beeld.verschil)


@maat(
    "inwoners_stijgers",
    Uitleg(
        "Inwoners van gemeenten die meer krijgen",
        "Opgeteld inwonertal van de gemeenten met een stijging.",
        _EIGEN + "; CBS, inwoners",
        _GRENS,
    ),
    Eenheid.INWONERS,
    vergelijkt=True,
)
def inwoners_stijgers(beeld: MeasureInput) -> int:
    """Inhabitants of gemeenten that get more."""
    return sum(n for d, n in zip(beeld.verschil, beeld.people, strict=True) if d > 0)


@maat(
    "inwoners_dalers",
    Uitleg(
        "Inwoners van gemeenten die minder krijgen",
        "Opgeteld inwonertal van de gemeenten met een daling.",
        _EIGEN + "; CBS, inwoners",
        _GRENS,
    ),
    Eenheid.INWONERS,
    vergelijkt=True,
)
def inwoners_dalers(beeld: MeasureInput) -> int:
    """Inhabitants of gemeenten that get fewer."""
    return sum(n for d, n in zip(beeld.verschil, beeld.people, strict=True) if d < 0)


@maat(
    "grootste_stijging",
    Uitleg(
        "Grootste stijging van één gemeente",
        "De grootste toename in personen bij één gemeente.",
        _EIGEN,
        "In personen; een grote gemeente verandert in personen al snel het meest.",
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
    vergelijkt=True,
)
def grootste_stijging(beeld: MeasureInput) -> int:
    """Largest increase [personen], 0 when nobody gets more."""
    return max(0, *beeld.verschil)


@maat(
    "grootste_daling",
    Uitleg(
        "Grootste daling van één gemeente",
        "De grootste afname in personen bij één gemeente.",
        _EIGEN,
        "In personen; een grote gemeente verandert in personen al snel het meest.",
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
    vergelijkt=True,
)
def grootste_daling(beeld: MeasureInput) -> int:
    """Largest decrease [personen], as a positive number."""
    return -min(0, *beeld.verschil)


@maat(
    "grootste_sprong",
    Uitleg(
        "Grootste sprong per 1.000 inwoners",
        "De grootste verandering, omhoog of omlaag, per 1.000 inwoners.",
        _EIGEN + "; CBS, inwoners",
        "Bij zeer kleine gemeenten telt één persoon al zwaar.",
    ),
    Eenheid.PER_1000,
    Richting.LAGER,
    vergelijkt=True,
)
def grootste_sprong(beeld: MeasureInput) -> Fraction:
    """Largest change either way per 1.000 inhabitants."""
    changes = zip(beeld.verschil, beeld.people, strict=True)
    return max(Fraction(1000 * abs(d), n) for d, n in changes)


@maat(
    "draagvlak_proxy",
    Uitleg(
        "Draagvlak (proxy)",
        "Deel van de inwoners dat woont in een gemeente die niet meer krijgt dan onder de "
        "vergelijkingssleutel. Een proxy: er is niemand gevraagd.",
        _EIGEN + "; CBS, inwoners",
        "Geen meting van draagvlak; neemt aan dat niemand bezwaar heeft tegen minder of gelijk.",
    ),
    Eenheid.DEEL,
    Richting.HOGER,
    vergelijkt=True,
)
def draagvlak_proxy(beeld: MeasureInput) -> Fraction:
    """Part of the inhabitants living where the number does not rise; a proxy, labelled so."""
    content = sum(n for d, n in zip(beeld.verschil, beeld.people, strict=True) if d <= 0)
    return Fraction(content, sum(beeld.people))
