"""The names under which people put codes, names and figures of gemeenten."""

import re

from optimiser.io.reading.cells.raw import Cell, cell_text

#: Headers under which a gm_code is found, without capitals and marks.
CODE_HEADERS = frozenset(
    {
        "gmcode",
        "gemeentecode",
        "gemcode",
        "statcode",
        "gmstatcode",
        "gemeentecodegm",
        "gemeentecodes",
        "regiocodegemeente",
        "regiocode",
        "regios",
        "code",
        "codering",
        "codering3",
        "gwbcode",
        "gwbcode10",
        "gemeentenummer",
        "gemeentenr",
        "gemnr",
        "cbscode",
        "cbsgemeentecode",
        "gmid",
        "gemeenteid",
        "gm",
        "identificatie",
        "gemid",
    }
)
NAME_HEADERS = frozenset(
    {
        "gemeente",
        "gemeentenaam",
        "gemeenten",
        "gemeentenamen",
        "statnaam",
        "gmnaam",
        "naam",
        "gmstatnaam",
        "regio",
        "regios",
        "regionaam",
        "gemeentenaamgm",
        "regionaamgemeente",
        "plaats",
    }
)
#: Headers that promise figures, so that a text under them is a fault.
FIGURES = frozenset({"kan", "wil", "plekken", "mutatiegraad", "realisatie", "verschil", "personen"})
#: Those that hold whole numbers.
PERSONS = FIGURES - {"mutatiegraad"}


def header_key(cell: Cell) -> str:
    """Return a header without capitals and marks, to recognise it by.

    >>> header_key("Regiocode (gemeente)"), header_key("GM_Code")
    ('regiocodegemeente', 'gmcode')
    """
    return re.sub(r"[^a-z0-9]", "", cell_text(cell).casefold())
