"""The one door for every table a user brings: rows of gemeenten, and how they were read.

``examine`` tells everything, faults included; ``read_table`` refuses a table with faults.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from optimiser.io.reading.book import read_codebook
from optimiser.io.reading.cells.raw import RawFile, RawSheet, letter
from optimiser.io.reading.cells.raw_file import read_raw
from optimiser.io.reading.questions import Answers, Wanted, faulty
from optimiser.io.reading.report import ReadingReport
from optimiser.io.reading.rows.checks import title
from optimiser.io.reading.rows.choose import choose_table, sheet_words
from optimiser.io.reading.rows.columns import ColumnReading, Use
from optimiser.io.reading.rows.gather import Gathered, gather
from optimiser.io.reading.rows.layout import TablePlace


@dataclass(frozen=True, slots=True)
class FileTable:
    """The rows of a file that are about gemeenten.

    Attributes
    ----------
    rows
        Row numbers as the user's program counts them.
    codes
        One ``gm_code`` per row, in the order of the file.
    texts
        Column without figures to its cells as text.
    columns
        Every column but that of the codes; figures in ``numbers``, one per row.
    faults
        Everything that is wrong, by row and column; empty if nothing is.
    report
        How it was read.
    """

    rows: tuple[int, ...]
    codes: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]
    columns: tuple[ColumnReading, ...]
    faults: tuple[str, ...]
    report: ReadingReport

    def figures(self) -> dict[str, ColumnReading]:
        """Return the columns with numbers, by name."""
        return {column.name: column for column in self.columns if column.use is Use.NUMBER}


def examine(
    content: bytes, name: str, answers: Answers | None = None, wanted: Wanted | None = None
) -> FileTable:
    """Read a table of gemeenten and tell how, with every fault in it.

    Parameters
    ----------
    content, name
        The file; its kind follows from the content.
    answers
        What the user said about it.
    wanted
        What it is for; by default figures, one row per gemeente.

    Raises
    ------
    UnknownFileTypeError, UnreadableFileError, ProtectedWorkbookError, TableTooLargeError
        If it cannot or must not be read.
    SheetChoiceError, UnknownSheetError, CodeColumnChoiceError
        What must be asked first.
    NoGemeentenError, NoHeaderError
        If it holds no table of gemeenten.
    """
    said = answers or Answers()
    book = read_codebook()
    raw = read_raw(content, name)
    purpose = wanted or Wanted()
    sheet, layout = choose_table(raw, said, book, purpose.required)
    found = gather(sheet, layout, book, said, purpose)
    return FileTable(
        found.rows,
        found.codes,
        found.texts,
        found.columns,
        found.faults,
        _report(raw, sheet, layout, found),
    )


def read_table(
    content: bytes, name: str, answers: Answers | None = None, wanted: Wanted | None = None
) -> FileTable:
    """Read a table without a fault in it.

    Raises
    ------
    InvalidTableError
        With every fault by row and column; and what ``examine`` raises.
    """
    table = examine(content, name, answers, wanted)
    if table.faults:
        raise faulty(name, table.faults)
    return table


def _report(raw: RawFile, sheet: RawSheet, layout: TablePlace, found: Gathered) -> ReadingReport:
    header = sheet.rows[layout.header]
    return ReadingReport(
        raw.name,
        raw.facts,
        sheet.name,
        tuple(sheet_words(other) for other in raw.sheets if other is not sheet and other.rows),
        header.number,
        layout.header,
        title(header, layout.column) or letter(layout.column),
        layout.by_name,
        found.completed,
        found.approximate,
        found.columns,
        found.skipped,
        len(set(found.codes)),
        found.indeling,
        found.missing,
        found.doubtful,
        found.first,
        (*raw.notes, *found.notes),
    )
