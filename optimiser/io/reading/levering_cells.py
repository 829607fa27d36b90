"""A delivered file as rows of text: longer than a table of the app may be, exports of StatLine too.

Title lines above the heading and the line "Bron: CBS" below the table are left out.
"""

from collections.abc import Container
from typing import NamedTuple

from optimiser.errors import UnreadableFileError
from optimiser.io.parsed import parsed_fields
from optimiser.io.reading.cells.limits import MAX_BYTES, Limits, too_large
from optimiser.io.reading.cells.raw import RawFile, RawSheet, cell_text
from optimiser.io.reading.cells.raw_file import read_raw
from optimiser.io.reading.typed.headings import our_heading, plain_heading
from optimiser.teksten.zinnen import sentence

#: Twenty years of monthly figures per gemeente are 82.000 rows.
LEVERING = Limits(rows=250_000, columns=60, cells=15_000_000)
#: Rows of a sheet in which its heading may stand.
_HEAD = 30


class Cells(NamedTuple):
    """A table as text.

    Attributes
    ----------
    headings
        Names of the columns, as written.
    rows
        Cells, stripped; an empty one is ``""``.
    numbers
        Row numbers in the file, from 1.
    notes
        How it was read, in Dutch, where a reader could be wrong about it.
    """

    headings: list[str]
    rows: list[list[str]]
    numbers: list[int]
    notes: tuple[str, ...] = ()


def levering_cells(content: bytes, name: str, known: Container[str] = ()) -> Cells:
    r"""Read the table of a CSV or XLSX file, or the one array of tables of a TOML file.

    Parameters
    ----------
    content, name
        The file and its name.
    known
        Our names of headings: they tell the sheet of a workbook that holds the table.

    Raises
    ------
    UnreadableFileError, TableTooLargeError
        If it is no table, or larger than is read; or if more than one sheet holds a table.

    Examples
    --------
    >>> levering_cells(b"Regio's;Perioden\nGM0014;2026JJ00\nBron: CBS;\n", "a.csv").rows
    [['GM0014', '2026JJ00']]
    """
    if len(content) > MAX_BYTES:
        raise too_large(name, "bytes", MAX_BYTES)
    if name.lower().endswith(".toml"):
        return _toml(content, name)
    raw = read_raw(content, name, LEVERING)
    sheet = _sheet(raw, known)
    notes = list(raw.notes)
    if len(raw.sheets) > 1:
        notes.append(sentence("lezen", "blad", {"blad": sheet.name}))
    lines = [[cell_text(cell).strip() for cell in row.cells] for row in sheet.rows]
    top = next((n for n, row in enumerate(lines) if sum(map(bool, row)) > 1), None)
    if top is None:
        raise UnreadableFileError(bestand=name, reden="er staat geen tabel in")
    headings = lines[top]
    while not headings[-1]:
        headings = headings[:-1]
    if len(headings) > LEVERING.columns:
        raise too_large(name, "kolommen", LEVERING.columns)
    rows, numbers = [], []
    for row, line in zip(sheet.rows[top + 1 :], lines[top + 1 :], strict=True):
        if _is_source(line):
            continue
        if any(line[len(headings) :]) or (not sheet.name and len(line) < len(headings)):
            reason = f"rij {row.number} heeft een ander aantal kolommen dan de kop"
            raise UnreadableFileError(bestand=name, reden=reason)
        rows.append([*line, *[""] * len(headings)][: len(headings)])
        numbers.append(row.number)
    return Cells(headings, rows, numbers, tuple(notes))


def _sheet(raw: RawFile, known: Container[str]) -> RawSheet:
    """Return the visible sheet with most of our headings; two that are alike are not guessed."""
    filled = [sheet for sheet in raw.visible() if sheet.rows]
    if not filled:
        raise UnreadableFileError(bestand=raw.name, reden="er staat geen tabel in")
    counts = [_headings_in(sheet, known) for sheet in filled]
    best = [sheet for sheet, count in zip(filled, counts, strict=True) if count == max(counts)]
    if len(best) > 1:
        told = ", ".join(sheet.name for sheet in best)
        reason = f"er staat een tabel op meer dan één blad ({told}); bewaar er één per bestand"
        raise UnreadableFileError(bestand=raw.name, reden=reason)
    return best[0]


def _headings_in(sheet: RawSheet, known: Container[str]) -> int:
    """Return the most of our headings in one of the first rows."""
    texts = ([cell_text(cell) for cell in row.cells] for row in sheet.rows[:_HEAD])
    return max(
        sum(plain_heading(t) in known or our_heading(t) in known for t in row) for row in texts
    )


def _toml(content: bytes, name: str) -> Cells:
    """Read ``[[trede]]`` blocks as rows; the row number is that of the block."""
    found = parsed_fields(content, name)
    blocks = next(iter(found.values()), None)
    if len(found) != 1 or not isinstance(blocks, list) or len(blocks) > LEVERING.rows:
        raise UnreadableFileError(bestand=name, reden="er hoort één soort [[blok]] in te staan")
    if not all(isinstance(block, dict) for block in blocks):
        raise UnreadableFileError(bestand=name, reden="er hoort één soort [[blok]] in te staan")
    headings = list(dict.fromkeys(key for block in blocks for key in block))
    rows = [[str(block.get(key, "")).strip() for key in headings] for block in blocks]
    return Cells(headings, rows, list(range(1, len(rows) + 1)))


def _is_source(row: list[str]) -> bool:
    if any(row[1:]):
        return False
    return row[0].casefold().lstrip("©").strip().startswith(("bron", "cbs"))
