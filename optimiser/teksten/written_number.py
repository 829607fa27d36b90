"""What a text can mean as a number: ``13.000``, ``1.234,5``, ``0,061``, ``-0.100``.

A point or a comma with exactly three digits behind it and one to three before it may mean
thousands or decimals: both are told, ``read_number`` or the reader of a column decides. A number
that starts with 0 is never thousands. Digits and exponent are limited before anything is computed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from optimiser.teksten.number_errors import ExtremeNumberError

#: Most characters and digits of a number, and largest power of ten either way.
MAX_TEXT, MAX_DIGITS, MAX_POWER = 60, 30, 30
_BLANKS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t"
_LIKE = str.maketrans(
    {
        **dict.fromkeys(_BLANKS, " "),
        "\N{MINUS SIGN}": "-",
        "\N{EN DASH}": "-",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    }
)
_NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?(?:€ ?)?(?P<body>(?:\d|[.,]\d)[\d.,' ]*)(?:[eE](?P<power>[+-]?\d+))?"
    r"(?P<percent> ?%)?",
    re.ASCII,
)
_GROUPED = re.compile(r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?", re.ASCII)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\D\d{3})+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Written:
    """What a text can mean as a number.

    Attributes
    ----------
    value
        The number; where ``other`` is set, with the mark read as decimal sign.
    other
        The number with the mark read as thousands, where that is just as possible.
    mark
        The decimal sign: ``"."``, ``","`` or ``""`` where there is none. Where ``other`` is
        set, the mark that can be either.
    percent
        Whether a percent sign follows; ``value`` is then still in percent.
    """

    value: Decimal
    other: Decimal | None = None
    mark: str = ""
    percent: bool = False


def written(text: str) -> Written | None:
    """Tell what a text can mean as a number, None if it is none.

    Raises
    ------
    ExtremeNumberError
        If it has more digits or a larger power of ten than any figure here.

    Examples
    --------
    >>> written("13.000")
    Written(value=Decimal('13.000'), other=Decimal('13000'), mark='.', percent=False)
    >>> written("-0.100"), written("twaalf")
    (Written(value=Decimal('-0.100'), other=None, mark='.', percent=False), None)
    """
    cleaned = " ".join(text.translate(_LIKE).split())
    if len(cleaned) > MAX_TEXT:
        if re.fullmatch(r"[\d.,eE+-]+", cleaned, re.ASCII):
            raise ExtremeNumberError(tekst=shown(text), cijfers=MAX_DIGITS)
        return None
    found = _NUMBER.fullmatch(cleaned)
    if found is None:
        return None
    power = found["power"] or ""
    digits = sum(c.isdigit() for c in found["body"])
    if digits > MAX_DIGITS or len(power) > 4 or abs(int(power or 0)) > MAX_POWER:
        raise ExtremeNumberError(tekst=shown(text), cijfers=MAX_DIGITS)
    forms = _forms(found["body"].strip())
    if not forms:
        return None
    tail = f"E{power}" if power else ""
    value, *more = (Decimal(f"{found['sign']}{form}{tail}") for form in forms[:-1])
    other = more[0] if more and not power else None
    return Written(value, other, forms[-1], bool(found["percent"]))


def _forms(body: str) -> tuple[str, ...]:
    """Return the plain forms of a number without sign, and last its mark; empty if it is none."""
    if _GROUPED.fullmatch(body):
        body = body.replace(" ", "").replace("'", "")
        mark = next((c for c in ".," if c in body), "")
        return body.replace(mark, ".") if mark else body, mark
    if " " in body or "'" in body:
        return ()
    points, commas = body.count("."), body.count(",")
    if points and commas:
        mark = max(".,", key=body.rindex)
        whole, _, decimals = body.rpartition(mark)
        grouped = _GROUPS.fullmatch(whole) and len({c for c in whole if not c.isdigit()}) == 1
        return (f"{re.sub(r'[.,]', '', whole)}.{decimals}", mark) if grouped and decimals else ()
    mark = "." if points else "," if commas else ""
    if points + commas > 1:
        other = "," if points else "."
        return (body.replace(mark, ""), other) if _GROUPS.fullmatch(body) else ()
    if not mark:
        return body, ""
    plain = body.replace(mark, ".")
    if body.endswith(mark):
        return ()
    if _GROUPS.fullmatch(body):
        return plain, body.replace(mark, ""), mark
    return plain, mark


def shown(text: str) -> str:
    """Return a user's text short enough for a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"
