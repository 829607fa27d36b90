"""Numbers of options, by the one reader of numbers: ``13.000`` is thirteen thousand."""

from collections.abc import Callable

import typer

from optimiser.errors import OptimiserError


class BadNumber(typer.BadParameter):
    """A number that cannot be used; its message is a Dutch sentence already."""


def count(text: str) -> int:
    """Read a whole number for ``typer.Option(parser=count)``.

    >>> count("13.000")
    13000
    """
    from optimiser.teksten.read_number import read_count

    return int(_read(text, read_count))


def part(text: str) -> float:
    """Read a number with decimals, or a part with a percent sign.

    >>> part("0,07"), part("7 %")
    (0.07, 0.07)
    """
    from optimiser.teksten.read_number import read_share

    return float(str(_read(text, read_share)))


def count_between(low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from ``low`` to and including ``high``.

    >>> count_between(1, 100)("12")
    12
    """

    def read(text: str) -> int:
        value = count(text)
        if not low <= value <= high:
            msg = f"{text} ligt niet van {low} tot en met {high}."
            raise BadNumber(msg)
        return value

    return read


def _read(text: str, reader: Callable[[str], object]) -> str | int | float:
    from optimiser.teksten import melding_for

    try:
        return reader(str(text))  # type: ignore[return-value]
    except OptimiserError as error:
        told = melding_for(error)
        msg = f"{told.tekst} {told.actie}"
        raise BadNumber(msg) from None
