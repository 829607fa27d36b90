"""The saldo of the country in one line, for a slide, and what a speaker must know beside it."""

from typing import TYPE_CHECKING, NamedTuple

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


def country_line(gegevens: "Gegevens") -> CountryLine:
    """Return the last known saldo of the country.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_gegevens
    >>> country_line(read_gegevens()).short
    'Laatst bekend: Nederland eind 2023-1: achterstand van 5.122 (+1,4 maanden werk).'
    """
    book = embedded_grootboek(gegevens)
    course = book.course()
    periode = last_halfjaar(course)
    row = stand_table(book, course, periode, "land").iloc[0]
    short = sentence("saldo", "laatst_bekend", {"zin": unit_sentence(row, periode)})
    return CountryLine(short, (structural_sentence(course), *notes(book)))
