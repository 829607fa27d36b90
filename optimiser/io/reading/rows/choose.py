"""Which sheet and which column a file means; what it leaves open is asked."""

from collections.abc import Sequence

from optimiser.gegevens.codebook import Codebook
from optimiser.io.reading.cells.raw import RawFile, RawSheet, cell_text, letter
from optimiser.io.reading.questions import (
    Answers,
    CodeColumnChoiceError,
    NoGemeentenError,
    NoHeaderError,
    SheetChoiceError,
    UnknownSheetError,
)
from optimiser.io.reading.rows.headers import header_key
from optimiser.io.reading.rows.layout import (
    HEADER_WITHIN,
    TablePlace,
    find_layout,
    holds_names,
)


def choose_table(
    raw: RawFile, said: Answers, book: Codebook, required: frozenset[str] = frozenset()
) -> tuple[RawSheet, TablePlace]:
    """Return the one visible sheet with gemeenten and where its table stands, or ask.

    A sheet with codes goes before one that only has names, and one that has the columns the table
    must have before one that lacks them.

    Raises
    ------
    SheetChoiceError, UnknownSheetError, CodeColumnChoiceError
        What must be asked first.
    NoGemeentenError, NoHeaderError
        If there is no table of gemeenten.
    """
    if said.sheet is not None:
        sheets = [sheet for sheet in raw.sheets if sheet.name == said.sheet]
        if not sheets:
            names = [sheet.name for sheet in raw.sheets]
            raise UnknownSheetError(bestand=raw.name, blad=said.sheet, bladen=names)
    else:
        sheets = list(raw.sheets)
    found = [
        (sheet, layout) for sheet in sheets if (layout := _layout(sheet, said.code_column, book))
    ]
    shown = _best([pair for pair in found if pair[0].visible], required)
    if said.sheet is None and (len(shown) > 1 or (found and not shown)):
        told = [sheet_words(sheet) for sheet, _ in (shown or found)]
        raise SheetChoiceError(bestand=raw.name, bladen=told)
    if not found:
        raise NoGemeentenError(bestand=raw.name, gezien=_seen(sheets))
    sheet, layout = (shown or found)[0]
    if layout.header < 0:
        raise NoHeaderError(bestand=raw.name, rij=str(sheet.rows[0].number))
    if layout.rivals:
        header = sheet.rows[layout.header]
        columns = [cell_text(header.cell(c)) or letter(c) for c in (layout.column, *layout.rivals)]
        raise CodeColumnChoiceError(bestand=raw.name, kolommen=columns)
    return sheet, layout


def _best(
    found: list[tuple[RawSheet, TablePlace]], required: frozenset[str]
) -> list[tuple[RawSheet, TablePlace]]:
    coded = [pair for pair in found if not pair[1].by_name] or found
    whole = [
        (sheet, layout)
        for sheet, layout in coded
        if required <= {cell_text(c).casefold() for c in sheet.rows[max(layout.header, 0)].cells}
    ]
    return whole or coded


def _layout(sheet: RawSheet, wanted: str | None, book: Codebook) -> TablePlace | None:
    """Find the table, by the column the user named where one was named."""
    if wanted is None:
        return find_layout(sheet, book)
    for position, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        for column, cell in enumerate(row.cells):
            if cell != "" and header_key(cell) == header_key(wanted):
                by_name = holds_names(sheet.rows[position + 1 :], column, book)
                return TablePlace(position, position + 1, column, by_name)
    return None


def _seen(sheets: Sequence[RawSheet]) -> str:
    for sheet in sheets:
        for row in sheet.rows[:1]:
            cells = [cell_text(cell)[:30] for cell in row.cells[:6] if cell != ""]
            return f"rij {row.number}: {' | '.join(cells)}"
    return "geen cellen"


def sheet_words(sheet: RawSheet) -> str:
    """Return the name of a sheet, with whether it is hidden."""
    return f"{sheet.name}{'' if sheet.visible else ' (verborgen)'}"
