"""A day as a Dutch reader writes it."""

from datetime import UTC, date, datetime

from optimiser.errors import InvalidDatumError

_FORMS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y")


def read_datum(text: str) -> date:
    """Read a day.

    Raises
    ------
    InvalidDatumError
        If it is none.

    >>> read_datum("1-10-2021"), read_datum("2021-10-01")
    (datetime.date(2021, 10, 1), datetime.date(2021, 10, 1))
    """
    for form in _FORMS:
        try:
            return datetime.strptime(text.strip(), form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise InvalidDatumError(datum=text)
