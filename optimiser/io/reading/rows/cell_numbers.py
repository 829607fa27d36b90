"""The numbers in the cells of one column: what each can mean, and one decimal sign for all."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from optimiser.errors import OptimiserError
from optimiser.io.reading.cells.raw import Cell, Unreadable, cell_text
from optimiser.teksten.written_number import MAX_POWER, Written, shown, written

#: A number, what a text can mean, "" for empty or unknown, None for a fault.
Form = Decimal | Written | str | None
#: What CBS writes for unknown, unreliable or secret.
UNKNOWN = "."
#: What this program writes for it.
NOT_AVAILABLE = "niet beschikbaar"
#: How the question about the decimal sign ends.
ASKED = "niets in de kolom zegt wat het decimaalteken is"
_WHY = {
    "-": "'-' betekent bij CBS nihil en bij anderen onbekend; schrijf 0 of laat de cel leeg",
    "x": "'x' is geen getal; laat de cel leeg als het onbekend is",
}


def form_of(cell: Cell) -> Form:
    """Return a number, what a text can mean, ``""`` for empty or unknown, None for a fault."""
    if cell in ("", UNKNOWN, NOT_AVAILABLE):
        return ""
    if isinstance(cell, bool | Unreadable | date | time | timedelta):
        return None
    if isinstance(cell, int | float):
        number = Decimal(repr(cell))
        if not number.is_finite() or abs(number.adjusted()) > MAX_POWER:
            return None
        return number.to_integral_value() if number == number.to_integral_value() else number
    try:
        return written(cell)
    except OptimiserError:
        return None


def sign_of_persons(forms: Sequence[Form]) -> str:
    """Return the decimal sign of whole numbers with points between thousands; else none."""
    texts = [form for form in forms if isinstance(form, Written) and form.mark]
    whole = all(form.other is not None and form.mark == "." for form in texts)
    return "," if texts and whole else ""


def decide(forms: Sequence[Form], mark: str) -> tuple[list[Decimal | None], dict[int, str]]:
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
            f"{form.other} zijn, of {str(form.value).replace('.', ',')}{more}; {ASKED}"
        )
    return values, faults


def why_not(cell: Cell) -> str:
    """Return why a cell is no number, in Dutch."""
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
    if text.endswith("*") and isinstance(form_of(text.rstrip("* ")), Written):
        return f"{text!r}: het sterretje (voorlopig cijfer) hoort niet in de cel"
    return _WHY.get(text.casefold(), f"{text!r} is geen getal")
