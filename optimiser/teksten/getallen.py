"""Numbers as a Dutch reader writes them: ``1.234,5``."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_TO_DUTCH = str.maketrans(",.", ".,")
#: The real minus sign, so that a column of differences lines up and reads well.
MINUS = "\N{MINUS SIGN}"

#: Names told before the rest is counted.
_NAMED = 10

Number = int | float | Fraction | Decimal


def _as_decimal(value: Number, places: int) -> Decimal:
    if isinstance(value, Fraction):
        scaled = value * 10 ** (places + 1)
        exact = Decimal(int(scaled)).scaleb(-(places + 1))
        # A digit behind the last one kept, so that half up never sees a false half.
        if scaled.denominator != 1:
            exact += Decimal(1 if scaled > 0 else -1).scaleb(-(places + 2))
    else:
        exact = Decimal(str(value))
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def decimal(value: Number, places: int = 1) -> str:
    """Write a number with a fixed count of decimals, halves away from zero.

    >>> decimal(1234.5), decimal(-0.25), decimal(Fraction(2, 3), 3)
    ('1.234,5', '−0,3', '0,667')
    """
    if places == 0 and type(value) is int:  # nearly every cell of a table
        return f"{value:,}".replace(",", ".").replace("-", MINUS)
    text = f"{_as_decimal(value, places):,f}".translate(_TO_DUTCH)
    if text.startswith("-"):
        return text[1:] if not any(c in "123456789" for c in text) else MINUS + text[1:]
    return text


def whole(value: Number) -> str:
    """Write a whole number with points between the thousands.

    >>> whole(17407585), whole(-12)
    ('17.407.585', '−12')
    """
    return decimal(value, 0)


def signed(value: Number, places: int = 0) -> str:
    """Write a difference with its sign; zero has none.

    >>> signed(12), signed(-3), signed(0), signed(0.25, 1)
    ('+12', '−3', '0', '+0,3')
    """
    text = decimal(value, places)
    return f"+{text}" if value > 0 and any(c in "123456789" for c in text) else text


def percentage(share: Number, places: int = 1) -> str:
    r"""Write a share of one as a percentage.

    >>> percentage(0.125), percentage(Fraction(1, 3))
    ('12,5\xa0%', '33,3\xa0%')
    """
    hundred = share * 100
    return f"{decimal(hundred, places)}\N{NO-BREAK SPACE}%"


def counted(count: int, one: str, more: str) -> str:
    """Write a number with the noun that fits it.

    >>> counted(1, "persoon", "personen"), counted(1200, "persoon", "personen")
    ('1 persoon', '1.200 personen')
    """
    return f"{whole(count)} {one if count == 1 else more}"


def shown_names(names: Sequence[str]) -> str:
    """Write the first ten names, and how many more the table has.

    >>> shown_names(["Almelo", "Borne"])
    'Almelo, Borne'
    """
    rest = len(names) - _NAMED
    more = f" en nog {whole(rest)} (zie de tabel)" if rest > 0 else ""
    return f"{', '.join(names[:_NAMED])}{more}"


_NOUNS = {
    "personen": "persoon",
    "gemeenten": "gemeente",
    "gebieden": "gebied",
    "plaatsen": "plaats",
    "plekken": "plek",
    "halfjaren": "halfjaar",
    "codes": "code",
    "cellen": "cel",
    "rijen": "rij",
    "regels": "regel",
    "bevindingen": "bevinding",
    "huishoudens": "huishouden",
    "woningen": "woning",
    "overeenkomsten": "overeenkomst",
    "afspraken": "afspraak",
    "partijen": "partij",
    "oplossingen": "oplossing",
}
_VERBS = {
    "hebben": "heeft",
    "worden": "wordt",
    "wisselen": "wisselt",
    "krijgen": "krijgt",
    "horen": "hoort",
    "komen": "komt",
    "kunnen": "kan",
    "lopen": "loopt",
    "staan": "staat",
    "zijn": "is",
}
_ONE = re.compile(
    rf"(?<![\d.,:-])1 (?:(extra|andere) )?({'|'.join(_NOUNS)})( (?:{'|'.join(_VERBS)})\b)?(?!\w)"
)


def agreeing(text: str) -> str:
    """Let nouns and verbs follow a number that is one: "1 persoon heeft".

    >>> agreeing("1 personen hebben geen plaats, 21 personen wel; in 1 gemeenten")
    '1 persoon heeft geen plaats, 21 personen wel; in 1 gemeente'
    >>> agreeing("1 gebieden komen tekort; 1 gemeenten kunnen er 11 huisvesten")
    '1 gebied komt tekort; 1 gemeente kan er 11 huisvesten'
    """

    def single(found: re.Match[str]) -> str:
        words = [found[1], _NOUNS[found[2]], _VERBS.get((found[3] or "").strip())]
        return " ".join(["1", *(word for word in words if word)])

    return _ONE.sub(single, text)
