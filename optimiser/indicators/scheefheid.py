"""The registered measures of skewness: per inhabitant, and per freed social dwelling."""

from fractions import Fraction

from optimiser.indicators.concentratie import gini, hoover, theil, theil_split
from optimiser.indicators.maat import Eenheid, Richting, Uitleg, maat
from optimiser.indicators.measure_input import MeasureInput

_HOOVER_BRON = "Hoover (1936); cijfers CBS"
_GINI_BRON = "Gini (1912), gewogen; cijfers CBS"
_THEIL_BRON = "Theil (1967), splitsing Shorrocks (1980); cijfers CBS"
_VRIJKOMEND = (
    "Vrijgekomen sociale huur is corporatiewoningen maal de mutatiegraad, gedeeld door twee; met "
    "één landelijke mutatiegraad (aanname) valt die hier weg."
)


@maat(
    "hoover_vrijkomend",
    Uitleg(
        "Scheefheid ten opzichte van vrijkomende sociale huur",
        "Het deel van de taakstelling dat zou moeten verschuiven om elke gemeente hetzelfde deel "
        "van haar vrijkomende corporatiewoningen te laten inzetten.",
        _HOOVER_BRON,
        _VRIJKOMEND + " Zegt niet of een gemeente meer kan of wil opnemen.",
    ),
    Eenheid.DEEL,
    Richting.LAGER,
)
def hoover_vrijkomend(beeld: MeasureInput) -> Fraction | None:
    """Hoover of persons over freed social dwellings [part of the persons]."""
    return None if beeld.dwellings is None else hoover(beeld.counts, beeld.dwellings)


@maat(
    "hoover_inwoners",
    Uitleg(
        "Scheefheid ten opzichte van inwoners",
        "Het deel van de taakstelling dat zou moeten verschuiven om elke gemeente evenveel per "
        "inwoner te laten huisvesten.",
        _HOOVER_BRON,
        "De wettelijke sleutel scoort hier vanzelf het best; wat overblijft is afronding.",
    ),
    Eenheid.DEEL,
    Richting.LAGER,
)
def hoover_inwoners(beeld: MeasureInput) -> Fraction:
    """Hoover of persons over inhabitants [part of the persons]."""
    return hoover(beeld.counts, beeld.people)


@maat(
    "gini_vrijkomend",
    Uitleg(
        "Ongelijkheid van de last op vrijkomende sociale huur (Gini)",
        "Gewogen Gini-coëfficiënt van personen per vrijkomende corporatiewoning: 0 is overal "
        "gelijk, 1 is alles in één gemeente.",
        _GINI_BRON,
        _VRIJKOMEND,
    ),
    Eenheid.VERHOUDING,
    Richting.LAGER,
)
def gini_vrijkomend(beeld: MeasureInput) -> Fraction | None:
    """Weighted Gini of persons per freed dwelling."""
    return None if beeld.dwellings is None else gini(beeld.counts, beeld.dwellings)


@maat(
    "gini_inwoners",
    Uitleg(
        "Ongelijkheid van de last per inwoner (Gini)",
        "Gewogen Gini-coëfficiënt van personen per inwoner: 0 is overal gelijk.",
        _GINI_BRON,
        "Weegt gemeenten naar inwoners; zegt niets over woningen.",
    ),
    Eenheid.VERHOUDING,
    Richting.LAGER,
)
def gini_inwoners(beeld: MeasureInput) -> Fraction:
    """Weighted Gini of persons per inhabitant."""
    return gini(beeld.counts, beeld.people)


@maat(
    "theil_inwoners",
    Uitleg(
        "Ongelijkheid van de last per inwoner (Theil)",
        "Theil-index van personen per inwoner, gewogen naar inwoners; 0 is overal gelijk.",
        _THEIL_BRON,
        "Vooral bedoeld om te splitsen tussen en binnen provincies.",
    ),
    Eenheid.NATS,
    Richting.LAGER,
)
def theil_inwoners(beeld: MeasureInput) -> float | None:
    """Theil of persons per inhabitant [nats]."""
    return theil(beeld.counts, beeld.people)


@maat(
    "theil_tussen",
    Uitleg(
        "Daarvan tussen provincies (deel van Theil)",
        "Het deel van de Theil-index per inwoner dat verschil tussen provincies is; de rest is "
        "verschil tussen gemeenten binnen een provincie.",
        _THEIL_BRON,
        "Zonder ongelijkheid bestaat het deel niet.",
    ),
    Eenheid.DEEL,
)
def theil_tussen(beeld: MeasureInput) -> float | None:
    """Part of the Theil index that lies between provinces."""
    split = theil_split(beeld.counts, beeld.people, list(beeld.provincie))
    if split is None or split[0] + split[1] <= 0:
        return None
    return split[0] / (split[0] + split[1])
