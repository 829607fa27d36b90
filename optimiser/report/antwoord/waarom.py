"""Why this number, in Dutch sentences."""

from fractions import Fraction

from optimiser.compare.gemeente.deler import decimals_of
from optimiser.compare.gemeente.waarom import Waarom
from optimiser.rounding import METHODS
from optimiser.teksten import decimal, load_teksten, percentage, signed, whole

#: Column of the figures to what a reader calls it.
COLUMNS = {
    "inwoners": "Inwoners",
    "huishoudens": "Huishoudens",
    "woningvoorraad": "Woningen",
    "pct_corporatie": "Corporatieaandeel in procenten",
    "inwoners_per_km2_land": "Inwoners per km² land",
}


def why_lines(gevonden: Waarom) -> list[str]:
    """Return the steps as numbered Dutch sentences, the provenance last.

    Examples
    --------
    >>> from optimiser.compare.vraag import WETTELIJK, Vraag
    >>> from optimiser.compare.gemeente.waarom import explain_taakstelling
    >>> from optimiser.io.gegevens import read_embedded
    >>> why = explain_taakstelling("Groningen", WETTELIJK, Vraag("2025-2"), read_embedded())
    >>> print(why_lines(why)[2])
    3. Inwoners op 1 januari 2024: 243.768, van 17.942.942 in heel Nederland.
    """
    template = load_teksten()["waarom"]
    lines = []
    for number, stap in enumerate(gevonden.stappen, start=1):
        facts = {name: _written(name, value) for name, value in stap.feiten.items()}
        facts["gemeente"] = gevonden.gemeente
        lines.append(f"{number}. {template[stap.naam].format_map(facts)}")
    return [*lines, gevonden.verdeling.herkomst.line()]


def _written(name: str, value: object) -> str:
    match name, value:
        case "eigen", bool():
            return " (zelf opgegeven)" if value else " (bekendgemaakt)"
        case "kolom", str():
            return COLUMNS.get(value, value)
        case "afronding", str():
            return METHODS[value].titel
        case (("aandeel" | "gewicht"), Fraction()):
            return percentage(value, 4 if name == "aandeel" else 1)
        case "deler", Fraction():
            return decimal(value, 8 if (places := decimals_of(value)) is None else places)
        case (("quotient" | "exact"), Fraction()):
            return decimal(value, 4)
        case "verschil", int():
            return signed(value)
        case _, int():
            return whole(value)
        case _, Fraction():
            return whole(value) if value.denominator == 1 else decimal(value, 3)
    return str(value)
