"""The saldo of the country in one line, for a slide, and what a speaker must know beside it."""

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from optimiser.maps.charts.waterfall_svg import Bar
from optimiser.report.verloop.pictures import bars_of
from optimiser.report.verloop.tables import stand_table
from optimiser.report.verloop.words import notes, structural_sentence, unit_sentence
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.printed import embedded_grootboek
from optimiser.tijd.grootboek.stand import last_halfjaar

if TYPE_CHECKING:
    from optimiser.gegevens.gegevens import Gegevens


class CountryLine(NamedTuple):
    """What a slide says about the saldo.

    Attributes
    ----------
    short
        One line.
    notes
        For the speaker.
    """

    short: str
    notes: tuple[str, ...]


class CountryBars(NamedTuple):
    """The country from saldo to saldo.

    Attributes
    ----------
    bars
        For the waterfall.
    alt
        What the picture says.
    periode
        Half-year.
    short, notes
        As ``CountryLine``.
    """

    bars: list[Bar]
    alt: str
    periode: str
    short: str
    notes: tuple[str, ...]


def country_bars(gegevens: "Gegevens") -> CountryBars | None:
    """Return the last half-year that is over and whose saldo at both ends is known.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> found = country_bars(read_embedded())
    >>> found.periode, [bar.amount for bar in found.bars]
    ('2023-1', [-1782, 21200, -14296, 5122])
    """
    book = embedded_grootboek(gegevens)
    course = book.course()
    periode = last_halfjaar(course)
    row = stand_table(book, course, periode, "land").iloc[0]
    if pd.isna(row["saldo_begin"]) or pd.isna(row["saldo"]):
        return None
    line = unit_sentence(row, periode)
    return CountryBars(bars_of(row), line, str(periode), line, tuple(notes(book)))


def country_line(gegevens: "Gegevens") -> CountryLine:
    """Return the last known saldo of the country.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> country_line(read_embedded()).short
    'Laatst bekend: Nederland eind 2023-1: achterstand van 5.122 (+1,4 maanden werk).'
    """
    book = embedded_grootboek(gegevens)
    course = book.course()
    periode = last_halfjaar(course)
    row = stand_table(book, course, periode, "land").iloc[0]
    short = sentence("saldo", "laatst_bekend", {"zin": unit_sentence(row, periode)})
    return CountryLine(short, (structural_sentence(course), *notes(book)))
