"""Text cells of one column to values, with every cell that has none."""

import re
from datetime import date

import pandas as pd

from optimiser.errors import OptimiserError
from optimiser.io.reading.typed.tabel import Kolom, KolomSoort
from optimiser.teksten.getallen import MINUS
from optimiser.teksten.read_number import read_count

_CODE = re.compile(r"GM\d{4}")
_HALFJAAR = re.compile(r"(\d{4})-([12])")
_JAAR = re.compile(r"(\d{4})(JJ00|\.0)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})([ T]00:00:00)?")
_DUTCH = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
#: Row in the column, code of the sentence, the cell.
Fault = tuple[int, str, str]


def is_shielded(text: str) -> bool:
    """Tell whether a count is shielded: 1 to 4, never 0, and not known here.

    >>> is_shielded("<5"), is_shielded("< 5"), is_shielded("5")
    (True, True, False)
    """
    return text.replace(" ", "") == "<5"


def typed_column(cells: pd.Series, column: Kolom) -> tuple[pd.Series, list[Fault]]:
    """Return the values of a column and its faulty cells.

    Each different text is read once, so that a long file costs little.

    Parameters
    ----------
    cells
        Text, ``""`` where empty.
    column
        What it must hold.
    """
    known = {text: _value(text, column) for text in cells.unique()}
    values = cells.map({text: value for text, (value, _) in known.items()})
    wrong = {text for text, (_, code) in known.items() if code}
    faults = [
        (i, known[text][1], text) for i, text in enumerate(cells) if text in wrong
    ]  # fmt: skip
    if column.soort in {KolomSoort.AANTAL, KolomSoort.SALDO, KolomSoort.JAAR}:
        return pd.Series(pd.array(values.to_list(), dtype="Int64"), index=cells.index), faults
    return values.astype(object), faults


def _value(text: str, column: Kolom) -> tuple[object, str]:
    """Return the value of a cell, and the code of what is wrong with it (empty if nothing)."""
    if not text or text in {".", "x"}:
        return pd.NA, "cel_leeg" if column.verplicht and not column.leeg_mag else ""
    if column.soort is KolomSoort.AANTAL and is_shielded(text):
        return pd.NA, ""
    if column.soort is KolomSoort.TEKST:
        word = text.casefold() if column.keuzes else text
        return (pd.NA, "geen_keuze") if column.keuzes and word not in column.keuzes else (word, "")
    value = _READERS[column.soort](text)
    return (pd.NA, f"geen_{column.soort}") if value is None else (value, "")


def _code(text: str) -> str | None:
    upper = text.strip().upper()
    return upper if _CODE.fullmatch(upper) else None


def _halfjaar(text: str) -> str | None:
    found = _HALFJAAR.fullmatch(text)
    return text if found else None


def _jaar(text: str) -> int | None:
    found = _JAAR.fullmatch(text)
    return int(found[1]) if found else None


def _datum(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    elif found := _DUTCH.fullmatch(text):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _saldo(text: str) -> int | None:
    plain = text.replace(MINUS, "-")
    sign = -1 if plain.startswith("-") else 1
    size = _aantal(plain[1:] if plain[:1] in {"-", "+"} else plain)
    return None if size is None else sign * size


def _aantal(text: str) -> int | None:
    if re.fullmatch(r"\d{1,12}", text, re.ASCII):
        return int(text)
    try:
        number = read_count(text)
    except OptimiserError:
        return None
    return number if number >= 0 else None


_READERS = {
    KolomSoort.CODE: _code,
    KolomSoort.HALFJAAR: _halfjaar,
    KolomSoort.JAAR: _jaar,
    KolomSoort.DATUM: _datum,
    KolomSoort.AANTAL: _aantal,
    KolomSoort.SALDO: _saldo,
}
