"""A column of figures: numbers read one way or not at all, text and dates told and left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from optimiser.io.reading.cells.raw import Cell, Unreadable, cell_text
from optimiser.io.reading.rows.cell_numbers import (
    UNKNOWN,
    Form,
    decide,
    form_of,
    sign_of_persons,
    why_not,
)
from optimiser.teksten.written_number import Written, shown


class Use(StrEnum):
    """What is done with a column."""

    CODE = "code"
    NAME = "naam"
    LABEL = "benaming"
    NUMBER = "getallen"
    TEXT = "tekst"
    DATE = "datums"
    EMPTY = "leeg"


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """How one column was read.

    Attributes
    ----------
    name, place
        Header, and the column from 0.
    use
        What it is.
    numbers
        Exact numbers per row, None where unknown; empty unless ``use`` is numbers.
    mark
        Decimal sign of its texts: ``","``, ``"."``, ``"?"`` where both occur, or ``""``.
    empty, unknown
        Cells that are empty, and that hold CBS's sign for unknown.
    percent
        Whether its numbers were percentages, divided by a hundred.
    faults
        Position of a row to what is wrong there.
    """

    name: str
    place: int
    use: Use
    numbers: tuple[Decimal | None, ...] = ()
    mark: str = ""
    empty: int = 0
    unknown: int = 0
    percent: bool = False
    faults: tuple[tuple[int, str], ...] = ()


def read_column(
    name: str,
    place: int,
    cells: Sequence[Cell],
    mark: str = "",
    *,
    figures: bool = False,
    persons: bool = False,
) -> ColumnReading:
    """Decide what a column is and read its numbers.

    Parameters
    ----------
    name, place
        Header, and the column from 0.
    cells
        One per row that counts.
    mark
        The decimal sign, where the user answered that question.
    figures
        Whether the name promises figures: then text in it is a fault, never a text column.
    persons
        Whether the name promises whole numbers: then ``1.234`` can only be thousands.
    """
    forms = [form_of(cell) for cell in cells]
    empty = sum(cell == "" for cell in cells)
    unknown = sum(cell == UNKNOWN for cell in cells)
    filled = len(cells) - empty - unknown
    numbers = sum(isinstance(form, Decimal | Written) for form in forms)
    if filled == 0:
        use = Use.NUMBER if unknown or figures else Use.EMPTY
        return ColumnReading(name, place, use, (None,) * len(cells), "", empty, unknown)
    if not figures and numbers * 2 < filled and not _odd(cells, numbers):
        dates = sum(isinstance(cell, date | time | timedelta) for cell in cells)
        return ColumnReading(name, place, Use.DATE if dates * 2 > filled else Use.TEXT)
    sign = mark or (sign_of_persons(forms) if persons else "")
    decided, faults = decide(forms, sign)
    percents = any(isinstance(form, Written) and form.percent for form in forms)
    faults |= _percent_faults(cells, forms, filled)
    faults |= {i: why_not(cells[i]) for i, form in enumerate(forms) if form is None}
    divide = 100 if percents else 1
    values = tuple(None if v is None else v / divide for v in decided)
    marks = {f.mark for f in forms if isinstance(f, Written) and f.mark and f.other is None}
    told = sign or ("?" if len(marks) > 1 else "".join(marks))
    return ColumnReading(
        name,
        place,
        Use.NUMBER,
        values,
        told,
        empty,
        unknown,
        percents,
        tuple(sorted(faults.items())),
    )


def _percent_faults(cells: Sequence[Cell], forms: Sequence[Form], filled: int) -> dict[int, str]:
    """Tell percentages among numbers that are none: no one knows what those are."""
    percents = [i for i, f in enumerate(forms) if isinstance(f, Written) and f.percent]
    if len(percents) == filled:
        return {}
    return {
        i: f"{shown(cell_text(cells[i]))!r} is een percentage, andere cellen niet" for i in percents
    }


def _odd(cells: Sequence[Cell], numbers: int) -> bool:
    """Tell whether the odd cells can only stand between figures: an error, a lost formula."""
    return (
        any(isinstance(cell, Unreadable) for cell in cells)
        and not any(isinstance(cell, str) and cell not in ("", UNKNOWN) for cell in cells)
    ) or (numbers > 0 and all(not isinstance(cell, str) or not cell for cell in cells))
