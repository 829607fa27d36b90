"""A column of figures: numbers read one way or not at all, text and dates told and left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from optimiser.errors import OptimiserError
from optimiser.io.reading.cells.raw import Cell, Unreadable, cell_text
from optimiser.teksten.written_number import Written, shown, written

#: What CBS writes for unknown, unreliable or secret.
UNKNOWN = "."
_WHY = {
    "-": "'-' betekent bij CBS nihil en bij anderen onbekend; schrijf 0 of laat de cel leeg",
    "x": "'x' is geen getal; laat de cel leeg als het onbekend is",
}


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
    values
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
    values: tuple[Decimal | None, ...] = ()
    mark: str = ""
    empty: int = 0
    unknown: int = 0
    percent: bool = False
    faults: tuple[tuple[int, str], ...] = ()


def read_column(
    name: str, place: int, cells: Sequence[Cell], mark: str = "", *, figures: bool = False
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
    """
    forms = [_form(cell) for cell in cells]
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
    decided, faults = _decided(forms, mark)
    percents = [form for form in forms if isinstance(form, Written) and form.percent]
    if percents and len(percents) < filled:
        faults |= {
            i: f"{shown(cell_text(cells[i]))!r} is een percentage, andere cellen niet"
            for i, form in enumerate(forms)
            if isinstance(form, Written) and form.percent
        }
    for i, form in enumerate(forms):
        if form is None:
            faults[i] = _why(cells[i])
    divide = 100 if percents else 1
    values = tuple(None if v is None else v / divide for v in decided)
    marks = {f.mark for f in forms if isinstance(f, Written) and f.mark and f.other is None}
    told = mark or ("?" if len(marks) > 1 else "".join(marks))
    return ColumnReading(
        name,
        place,
        Use.NUMBER,
        values,
        told,
        empty,
        unknown,
        bool(percents),
        tuple(sorted(faults.items())),
    )


def _form(cell: Cell) -> Decimal | Written | str | None:
    """Return a number, what a text can mean, ``""`` for empty or unknown, None for a fault."""
    if cell in ("", UNKNOWN):
        return ""
    if isinstance(cell, bool | Unreadable | date | time | timedelta):
        return None
    if isinstance(cell, int | float):
        number = Decimal(repr(cell))
        return number if number.is_finite() and abs(number.adjusted()) <= 30 else None
    try:
        return written(cell)
    except OptimiserError:
        return None


def _decided(
    forms: Sequence[Decimal | Written | str | None], mark: str
) -> tuple[list[Decimal | None], dict[int, str]]:
    """Read every text of a column with one decimal sign; where nothing tells it, ask."""
    marks = {f.mark for f in forms if isinstance(f, Written) and f.mark and f.other is None}
    sign = mark or (min(marks) if len(marks) == 1 else "")
    values: list[Decimal | None] = []
    faults: dict[int, str] = {}
    asked: list[int] = []
    for i, form in enumerate(forms):
        if isinstance(form, Decimal):
            values.append(form)
        elif not isinstance(form, Written):
            values.append(None)
        elif form.other is None or sign:
            if form.other is None and mark and form.mark not in {"", mark}:
                faults[i] = "dit getal kan niet met dat decimaalteken zijn geschreven"
            values.append(form.value if form.other is None or form.mark == sign else form.other)
        else:
            values.append(None)
            asked.append(i)
    if asked and isinstance(form := forms[asked[0]], Written):
        more = f" (en zo nog {len(asked) - 1} in deze kolom)" if len(asked) > 1 else ""
        faults[asked[0]] = (
            f"{form.value if form.mark == '.' else str(form.value).replace('.', ',')} kan "
            f"{form.other} zijn, of {str(form.value).replace('.', ',')}{more}; niets in de kolom "
            "zegt wat het decimaalteken is"
        )
    return values, faults


def _odd(cells: Sequence[Cell], numbers: int) -> bool:
    """Tell whether the odd cells can only stand between figures: an error, a lost formula."""
    return (
        any(isinstance(cell, Unreadable) for cell in cells)
        and not any(isinstance(cell, str) and cell not in ("", UNKNOWN) for cell in cells)
    ) or (numbers > 0 and all(not isinstance(cell, str) or not cell for cell in cells))


def _why(cell: Cell) -> str:
    text = shown(cell_text(cell))
    if isinstance(cell, Unreadable):
        if cell.why == "formule":
            return (
                "een formule zonder uitkomst; open het bestand in Excel, reken het door en sla op"
            )
        return f"Excel geeft hier een fout ({text})"
    if isinstance(cell, bool):
        return f"{text} is geen getal"
    if isinstance(cell, date | time | timedelta):
        return f"Excel heeft er een datum of tijd van gemaakt ({text})"
    if text.rstrip("*") != text and written(text.rstrip("* ")) is not None:
        return f"{text!r}: het sterretje (voorlopig cijfer) hoort niet in de cel"
    return _WHY.get(text.casefold(), f"{text!r} is geen getal")
