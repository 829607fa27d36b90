"""The one reader of numbers in options and fields; what can mean two things is asked.

===================  ========================================================================
``read_count``       persons and other whole numbers: ``13.000`` is thirteen thousand
``read_number``      decimals too: ``0,061``, ``2.5``; ``1.234`` is asked
``read_share``       a part of one: ``0,12`` or ``12 %``
``read_percentage``  a number of percents: ``12`` or ``12 %``
===================  ========================================================================
"""

from decimal import Decimal

from optimiser.teksten.number_errors import (
    AmbiguousNumberError,
    NotANumberError,
    NotWholeNumberError,
)
from optimiser.teksten.written_number import Written, shown, written


def read_count(text: str) -> int:
    """Read a whole number as a Dutch reader writes it: points between thousands.

    Raises
    ------
    NotANumberError, ExtremeNumberError
        If it is no number, or far too large.
    NotWholeNumberError
        If it has decimals.
    AmbiguousNumberError
        If it is written with one comma before three digits: ``13,000``.

    Examples
    --------
    >>> read_count("13.000"), read_count("13 000"), read_count("−12")
    (13000, 13000, -12)
    """
    found = _known(text)
    if found.percent:
        raise NotANumberError(tekst=shown(text))
    value = found.value
    if found.other is not None:
        if found.mark == ",":
            raise _ambiguous(text, found)
        value = found.other
    if value != value.to_integral_value():
        raise NotWholeNumberError(tekst=shown(text))
    return int(value)


def read_number(text: str) -> Decimal:
    """Read a number that may have decimals: comma as decimal sign, a point where it is certain.

    Raises
    ------
    NotANumberError, ExtremeNumberError
        If it is no number (a percentage is none), or far too large or small.
    AmbiguousNumberError
        If it is written with one point before three digits: ``1.234``.

    Examples
    --------
    >>> [str(read_number(text)) for text in ("1.234,5", "2.5", "0.125", "1,234", "1.234.567")]
    ['1234.5', '2.5', '0.125', '1.234', '1234567']
    """
    found = _known(text)
    if found.percent:
        raise NotANumberError(tekst=shown(text))
    return _certain(text, found)


def read_percentage(text: str) -> Decimal:
    """Read a number of percents; the sign may be left out.

    >>> str(read_percentage("−10 %")), str(read_percentage("2,5"))
    ('-10', '2.5')
    """
    return _certain(text, _known(text))


def read_share(text: str) -> Decimal:
    """Read a part of one; with a percent sign it is divided by a hundred.

    >>> str(read_share("12 %")), str(read_share("0,12"))
    ('0.12', '0.12')
    """
    found = _known(text)
    return _certain(text, found) / (100 if found.percent else 1)


def _known(text: str) -> Written:
    found = written(text)
    if found is None:
        raise NotANumberError(tekst=shown(text))
    return found


def _certain(text: str, found: Written) -> Decimal:
    if found.other is not None and found.mark == ".":
        raise _ambiguous(text, found)
    return found.value


def _ambiguous(text: str, found: Written) -> AmbiguousNumberError:
    return AmbiguousNumberError(
        tekst=shown(text),
        duizendtal=str(found.other),
        decimaal=str(found.value).replace(".", ","),
    )
