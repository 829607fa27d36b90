"""What rounding to whole persons does: does it favour large or small gemeenten."""

from fractions import Fraction

from optimiser.indicators.maat import Eenheid, Richting, Uitleg, maat
from optimiser.indicators.measure_input import MeasureInput

_BRON = "naar Balinski & Young (1982), Fair Representation, hoofdstuk 9"
_GRENZEN = (
    "Een derde van het aantal gemeenten, naar exact aandeel; Adams geeft kleine gemeenten per "
    "definitie iets meer en grote iets minder."
)


def _third(beeld: MeasureInput, *, large: bool) -> Fraction:
    pairs = sorted(zip(beeld.exact, beeld.counts, strict=True), key=lambda pair: float(pair[0]))
    size = len(pairs) // 3
    chosen = pairs[len(pairs) - size :] if large else pairs[:size]
    return sum((count - Fraction(exact) for exact, count in chosen), Fraction(0))


@maat(
    "afronding_groot",
    Uitleg(
        "Afronding: grote gemeenten",
        "Hele personen min exact aandeel, opgeteld over het derde deel van de gemeenten met het "
        "grootste aandeel.",
        _BRON,
        _GRENZEN,
    ),
    Eenheid.PERSONEN,
    Richting.NUL,
)
def afronding_groot(beeld: MeasureInput) -> Fraction:
    """Persons that rounding adds to the largest third of the gemeenten."""
    return _third(beeld, large=True)


@maat(
    "afronding_klein",
    Uitleg(
        "Afronding: kleine gemeenten",
        "Hele personen min exact aandeel, opgeteld over het derde deel van de gemeenten met het "
        "kleinste aandeel.",
        _BRON,
        _GRENZEN,
    ),
    Eenheid.PERSONEN,
    Richting.NUL,
)
def afronding_klein(beeld: MeasureInput) -> Fraction:
    """Persons that rounding adds to the smallest third of the gemeenten."""
    return _third(beeld, large=False)


#: Half-years of a council's term: four years.
TERM = 8


@maat(
    "afronding_opgeteld",
    Uitleg(
        "Afronding: grootste afwijking na acht halfjaren",
        "Acht halfjaren achter elkaar hetzelfde landelijke aantal en dezelfde aanspraken, elk "
        "halfjaar zo afgerond: de som van de hele personen min de som van de exacte aandelen, bij "
        "de gemeente waar die het verst van nul ligt.",
        "acht maal de afwijking van dit halfjaar; 'taakstelling afronden' rekent met aantallen "
        "die verschillen",
        "Afronden over de halfjaren heen houdt deze afwijking onder één persoon, maar vraagt een "
        "wetswijziging: artikel 29 rondt elk halfjaar af.",
    ),
    Eenheid.PERSONEN,
    Richting.LAGER,
)
def afronding_opgeteld(beeld: MeasureInput) -> Fraction:
    """Largest deviation after eight equal half-years, rounded each by itself [personen]."""
    pairs = zip(beeld.counts, beeld.exact, strict=True)
    return TERM * max(abs(count - Fraction(exact)) for count, exact in pairs)
