"""XLSX to rows: calamine reads the values, a survey before it keeps to the limits.

Calamine lays a sheet out as a full rectangle, so one cell in XFD1048576 would take all memory,
and it gives an empty text for an error and for a formula that was never computed. The survey
streams over the same XML first: it refuses what is too large and marks those cells.
"""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from optimiser.errors import UnreadableFileError
from optimiser.io.reading.cells.limits import (
    MAX_CELLS,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    too_large,
)
from optimiser.io.reading.cells.raw import Cell, RawFile, RawRow, RawSheet, Unreadable, letter
from optimiser.io.reading.cells.xlsx_package import Package, damaged, open_package, scan_xml

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_EXCEL_ERROR = re.compile(r"#[A-Z0-9/?!_]{2,20}", re.ASCII)


class Survey:
    """What a sheet holds, counted while its XML streams by."""

    def __init__(self, name: str, sheet: str, budget: int) -> None:
        self.name, self.sheet, self.left = name, sheet, budget
        self.odd: dict[tuple[int, int], Unreadable] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.row = self.column = self.inside = 0
        self.kind, self.formula, self.value, self.text = "n", False, False, ""

    def start(self, tag: str, found: dict[str, str]) -> None:
        """Take an element in."""
        if tag == "c":
            self._cell(found)
        elif tag in {"v", "is"}:
            self.value = tag == "is" or self.value
            self.inside += 1
            self._within()
        elif tag == "f":
            self.formula = True
            self._within()
        elif tag == "row":
            self.row = int(found["r"]) if found.get("r", "").isdigit() else self.row + 1
            self.column = -1
            if found.get("hidden") in {"1", "true"}:
                self.hidden_rows.add(self.row)
        elif tag == "col" and found.get("hidden") in {"1", "true"}:
            low, high = int(found.get("min", "1")), int(found.get("max", "1"))
            self.hidden_columns |= set(range(low - 1, min(high, MAX_COLUMNS)))
        elif tag == "mergeCell" and len(ends := _PLACE.findall(found.get("ref", ""))) == 2:
            (west, north), (east, south) = ends
            self.merged.append((int(north), number_of(west), int(south), number_of(east)))

    def end(self, tag: str) -> None:
        """Close a cell or its value."""
        local = tag.rpartition(" ")[2]
        if local in {"v", "is"}:
            self.inside -= 1
        elif local == "c":
            place = (self.row, self.column)
            if self.kind == "e":
                known = _EXCEL_ERROR.fullmatch(self.text.strip())
                self.odd[place] = Unreadable("fout", known[0] if known else "#FOUT")
            elif self.formula and not self.value:
                self.odd[place] = Unreadable("formule")

    def data(self, text: str) -> None:
        """Take the text of a value in."""
        if self.inside and text:
            self.value = True
            self.text += text
            if len(self.text) > MAX_CHARACTERS:
                raise too_large(self.name, "tekens in één cel", MAX_CHARACTERS, self._where())

    def _cell(self, found: dict[str, str]) -> None:
        place = _PLACE.fullmatch(found.get("r", ""))
        self.column = number_of(place[1]) if place else self.column + 1
        self.row = int(place[2]) if place else self.row
        self.kind, self.formula, self.value, self.text = found.get("t", "n"), False, False, ""
        self.left -= 1
        if self.left < 0:
            raise too_large(self.name, "cellen", MAX_CELLS, f"blad {self.sheet}")

    def _within(self) -> None:
        if self.row > MAX_ROWS:
            raise too_large(self.name, "rijen", MAX_ROWS, self._where())
        if self.column >= MAX_COLUMNS:
            raise too_large(self.name, "kolommen", MAX_COLUMNS, self._where())

    def _where(self) -> str:
        return f"blad {self.sheet}, cel {letter(self.column)}{self.row}"


def number_of(letters: str) -> int:
    """Return the number of a column from 0.

    >>> number_of("A"), number_of("XFD")
    (0, 16383)
    """
    total = 0
    for one in letters:
        total = total * 26 + ord(one) - 64
    return total - 1


def read_xlsx(content: bytes, name: str) -> RawFile:
    """Read every sheet of a workbook with its values, hidden ones too.

    Raises
    ------
    ProtectedWorkbookError, UnreadableFileError, TableTooLargeError
        If it cannot or must not be read.
    """
    package = open_package(content, name)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(package.clean))
        metadata = book.sheets_metadata
        sheets, left = [], MAX_CELLS
        for about in metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            survey = _surveyed(package, about.name, name, left)
            left = survey.left
            values = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
            visible = about.visible is SheetVisibleEnum.Visible
            sheets.append(_sheet(about.name, values, survey, visible))
    except (CalamineError, ValueError, OSError, OverflowError, KeyError, IndexError) as error:
        raise damaged(name) from error
    except BaseException as error:
        # A panic in calamine derives from BaseException; nothing else may pass here unseen.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from error
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableFileError(bestand=name, reden="er staat geen werkblad met cellen in")
    return RawFile(name, tuple(sheets))


def _surveyed(package: Package, sheet: str, name: str, budget: int) -> Survey:
    survey = Survey(name, sheet, budget)
    part = package.parts.get(package.sheets.get(sheet, ""))
    if part is None:
        raise damaged(name)
    scan_xml(
        part, survey.start, name, EndElementHandler=survey.end, CharacterDataHandler=survey.data
    )
    return survey


def _sheet(name: str, values: Sequence[Sequence[Cell]], survey: Survey, visible: bool) -> RawSheet:
    odd: dict[int, dict[int, Unreadable]] = {}
    for (row, column), cell in survey.odd.items():
        odd.setdefault(row, {})[column] = cell
    rows = []
    for number in range(1, max(len(values), *odd, 0) + 1):
        cells = [_plain(cell) for cell in values[number - 1]] if number <= len(values) else []
        for column, cell in odd.get(number, {}).items():
            cells += [""] * (column + 1 - len(cells))
            cells[column] = cell
        if any(cell != "" for cell in cells):
            rows.append(RawRow(number, tuple(cells)))
    return RawSheet(
        name,
        tuple(rows),
        visible,
        frozenset(survey.hidden_rows),
        frozenset(survey.hidden_columns),
        tuple(survey.merged),
    )


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return cell.strip()
    return cell if isinstance(cell, bool | int | float | date | time | timedelta) else str(cell)
