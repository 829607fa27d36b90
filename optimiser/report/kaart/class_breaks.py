"""Class breaks as a user writes them: Dutch numbers, one after the other."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from optimiser.errors import OptimiserError
from optimiser.maps.errors import MapClassesError
from optimiser.maps.style import MAX_CLASSES
from optimiser.teksten.number_errors import AmbiguousNumberError
from optimiser.teksten.read_number import read_number

#: Between two breaks; the comma is in the numbers themselves.
BETWEEN = ";"


def read_breaks(text: str, verschil: bool = False) -> tuple[float, ...]:
    """Read breaks such as ``10; 25; 2.500,5``; an end without a number is left out.

    Parameters
    ----------
    text
        What the user wrote.
    verschil
        Whether the map shows a difference; see ``around_zero``.

    Returns
    -------
    tuple of float
        As written, not yet mirrored; empty if nothing was written.

    Raises
    ------
    MapClassesError
        If a part is not a number or can mean two (``1.234``), or the breaks cannot be used.

    >>> read_breaks("10; 25; 2.500,5"), read_breaks("12;")
    ((10.0, 25.0, 2500.5), (12.0,))
    """
    parts = [part.strip() for part in text.split(BETWEEN)]
    breaks = tuple(_number(part) for part in parts if part)
    _check(breaks, verschil)
    return breaks


def _number(part: str) -> float:
    try:
        return float(read_number(part))
    except AmbiguousNumberError as error:
        reason = f"'{part}' kan twee getallen zijn; schrijf duizendtallen zonder punt"
        raise MapClassesError(reden=reason) from error
    except OptimiserError as error:
        reason = f"'{part}' is geen getal; schrijf bijvoorbeeld 10; 25; 2.500,5"
        raise MapClassesError(reden=reason) from error


def around_zero(breaks: Sequence[float]) -> tuple[float, ...]:
    """Return breaks of a difference: those above zero hold below it as well.

    >>> around_zero((1.0, 5.0)), around_zero((-5.0, -1.0, 1.0, 5.0))
    ((-5.0, -1.0, 1.0, 5.0), (-5.0, -1.0, 1.0, 5.0))
    """
    if all(value > 0 for value in breaks):
        return (*(-value for value in reversed(breaks)), *breaks)
    return tuple(breaks)


def breaks_text(breaks: Sequence[float]) -> str:
    """Write breaks the way ``read_breaks`` reads them; one alone keeps its semicolon.

    >>> breaks_text((10.0, 2500.5)), breaks_text((12.0,))
    ('10; 2500,5', '12;')
    """
    texts = [f"{Decimal(repr(value)):f}".removesuffix(".0").replace(".", ",") for value in breaks]
    return f"{texts[0]}{BETWEEN}" if len(texts) == 1 else f"{BETWEEN} ".join(texts)


def places_of(breaks: Sequence[float]) -> int:
    """Return the decimals that the breaks need, so that a legend prints what was used.

    >>> places_of((10.0, 25.0)), places_of((2.5, 10.25))
    (0, 2)
    """
    written = (breaks_text((value,)).removesuffix(BETWEEN) for value in breaks)
    return max((len(text.partition(",")[2]) for text in written), default=0)


def _check(breaks: tuple[float, ...], verschil: bool) -> None:
    for low, high in pairwise(breaks):
        if low >= high:
            after, before = breaks_text((high,)), breaks_text((low,))
            reason = f"de grenzen moeten oplopen: {after} staat na {before}"
            raise MapClassesError(reden=reason.replace(BETWEEN, ""))
    used = around_zero(breaks) if verschil else breaks
    mirrored = tuple(-value for value in reversed(used))
    if verschil and (mirrored != used or 0 in used):
        reason = "bij een verschil horen grenzen boven nul; ze gelden aan beide kanten van nul"
        raise MapClassesError(reden=reason)
    if len(used) >= MAX_CLASSES:
        most = (MAX_CLASSES - 1) // (2 if verschil and used != breaks else 1)
        raise MapClassesError(reden=f"er passen hooguit {most} grenzen, het zijn er {len(breaks)}")
