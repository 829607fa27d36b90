"""Realisatie in words: what the app, the command line and the slides say beside the numbers."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pandas as pd

from optimiser.compare.realisatie.beside import Realisatie, Som
from optimiser.teksten import counted, percentage
from optimiser.teksten.zinnen import sentence

#: What stands where a figure is missing; never a zero.
MISSING = "niet beschikbaar"


def summary(found: Realisatie, halfjaar: str) -> str:
    """Tell the sums, and over how many gemeenten they are."""
    som = found.totaal
    facts: dict[str, object] = {"realisatie": counted(som.realisatie, "persoon", "personen")}
    facts |= {"taakstelling": som.taakstelling, "gemeenten": som.gemeenten, "bekend": som.bekend}
    told = {"halfjaar": halfjaar, "graad": degree_text(som), "verschil": difference_text(som)}
    return sentence("realisatie", "totaal", facts | told)


def remarks(found: Realisatie, halfjaar: str) -> list[str]:
    """Tell what a reader must know beside the numbers: who is behind, what is missing, the law."""
    som = found.totaal
    equal = som.bekend - som.achter - som.voor
    counts = {"achter": som.achter, "voor": som.voor, "gelijk": equal}
    lines = [sentence("realisatie", "gemeenten", counts)]
    if absent := som.gemeenten - som.bekend:
        missing = {"gemeenten": counted(absent, "gemeente", "gemeenten")}
        lines.append(sentence("realisatie", "ontbreekt", missing))
    lines += [sentence("realisatie", code, {}) for code in ("verschil", "wet")]
    return [*lines, source_line(found, halfjaar)]


def source_line(found: Realisatie, halfjaar: str) -> str:
    """Tell whose figures these are, and of when."""
    return sentence("realisatie", "bron", {"bestand": found.bestand, "halfjaar": halfjaar})


def slide_line(found: Realisatie) -> str:
    """Tell sum, realisatiegraad and how many gemeenten are behind in one line of a slide."""
    som = found.totaal
    facts: dict[str, object] = {"realisatie": som.realisatie, "taakstelling": som.taakstelling}
    facts |= {"graad": degree_text(som), "achter": som.achter, "bekend": som.bekend}
    return sentence("realisatie", "dia", facts)


def degree_text(som: Som) -> str:
    r"""Write the realisatiegraad.

    >>> degree_text(Som(3, 2, 40, 31, 1, 0)), degree_text(Som(1, 1, 0, 4, 0, 1))
    ('77,5\xa0%', 'niet beschikbaar')
    """
    return MISSING if som.graad is None else percentage(som.graad)


def difference_text(som: Som) -> str:
    """Write the difference as what it is.

    >>> difference_text(Som(3, 2, 40, 31, 1, 0)), difference_text(Som(1, 1, 4, 5, 0, 1))
    ('een achterstand van 9 personen', 'een voorsprong van 1 persoon')
    """
    if som.verschil == 0:
        return sentence("realisatie", "gelijk", {})
    which = "achterstand" if som.verschil > 0 else "voorsprong"
    persons = counted(abs(som.verschil), "persoon", "personen")
    return sentence("realisatie", which, {"personen": persons})


def file_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table for a file: the degree in percent, words where a figure is missing.

    Parameters
    ----------
    table
        ``Realisatie.gemeenten`` or ``Realisatie.provincies``.
    """
    hundred = [MISSING if pd.isna(v) else _percent(v) for v in table["realisatiegraad"]]
    shown = table.drop(columns="realisatiegraad").astype(object)
    return shown.where(shown.notna(), MISSING).assign(realisatiegraad_pct=hundred)


def _percent(share: Fraction) -> Decimal:
    """Return a share that is not negative in percent, one decimal, halves up.

    >>> _percent(Fraction(2, 3)), _percent(Fraction(1, 16))
    (Decimal('66.7'), Decimal('6.3'))
    """
    return Decimal(floor(1000 * share + Fraction(1, 2))).scaleb(-1)
