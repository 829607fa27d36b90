"""How a file was read, for the person who brought it, before anything is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from optimiser.io.reading.cells.raw import letter
from optimiser.io.reading.rows.columns import ColumnReading, Use
from optimiser.teksten import counted, whole
from optimiser.teksten.zinnen import sentence

#: Most names or rows that are spelled out in one sentence.
SHOWN = 10
_MARKS = {",": "komma", ".": "punt"}


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """What was found in a file and what was made of it.

    Attributes
    ----------
    bestand
        Name of the file.
    facts
        ``codering``, ``scheidingsteken``, ``regeleinden`` of a CSV.
    sheet, other_sheets
        The sheet that was read, and the others with whether they are hidden.
    header_row, title_rows
        Row of the header as the user numbers it, and how many rows above it are not used.
    code_column, by_name
        Header of the column that tells the gemeente, and whether it holds names.
    completed, approximate
        Codes that were completed, and names read as a gemeente though not written alike.
    columns
        Every other column.
    skipped
        What rows are about that are no gemeente, to their row numbers.
    gemeenten, indeling
        How many gemeenten there are, and in words of which indeling.
    missing
        Names of gemeenten of that indeling that the file does not have.
    doubtful
        Rows where code and name do not agree, in words.
    first
        The first three rows: header to cell.
    notes
        Anything else, in Dutch.
    """

    bestand: str
    facts: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    header_row: int = 1
    title_rows: int = 0
    code_column: str = ""
    by_name: bool = False
    completed: int = 0
    approximate: tuple[str, ...] = ()
    columns: tuple[ColumnReading, ...] = ()
    skipped: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    gemeenten: int = 0
    indeling: str = ""
    missing: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    first: tuple[Mapping[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    def named(self, use: Use) -> list[str]:
        """Return the columns that are used in a way; one without a header by its letter."""
        return [_name(column) for column in self.columns if column.use is use]


def report_lines(report: ReadingReport) -> list[str]:
    """Return the whole report, one sentence a line."""
    facts = report.facts
    lines = []
    if facts:
        lines.append(_say("vorm", **facts))
    if report.sheet:
        lines.append(_say("blad", blad=report.sheet))
    if report.other_sheets:
        lines.append(_say("andere_bladen", bladen=_some(report.other_sheets)))
    above = counted(report.title_rows, "rij erboven hoort", "rijen erboven horen")
    told = f"; {above} niet bij de tabel" if report.title_rows else ""
    lines.append(_say("kop", rij=str(report.header_row), boven=told))
    lines += _gemeente_lines(report)
    lines += _column_lines(report.columns)
    lines += [
        _say("overgeslagen", aantal=counted(len(rows), "rij", "rijen"), wat=what, rijen=_rows(rows))
        for what, rows in report.skipped.items()
    ]
    return [*lines, *report.notes]


def short_lines(report: ReadingReport) -> list[str]:
    """Return the report for the command line: one line, and what a reader could be wrong about."""
    where = f", blad {report.sheet}" if report.sheet else ""
    used = ", ".join(report.named(Use.NUMBER)) or "geen"
    lines = [
        _say("kort", bestand=report.bestand, waar=where, rij=str(report.header_row), kolommen=used,
             gemeenten=whole(report.gemeenten), indeling=report.indeling)
    ]  # fmt: skip
    if ignored := report.named(Use.TEXT) + report.named(Use.DATE):
        lines.append(_say("niet_gebruikt", kolommen=_some(ignored)))
    lines += [_say("onbekend", kolom=_name(c), aantal=counted(c.unknown, "cel", "cellen"))
              for c in report.columns if c.unknown]  # fmt: skip
    lines += _unsure(report)
    if skipped := sum(len(rows) for rows in report.skipped.values()):
        what = ", ".join(f"{whole(len(rows))} {name}" for name, rows in report.skipped.items())
        lines.append(_say("overgeslagen_kort", aantal=counted(skipped, "rij", "rijen"), wat=what))
    return [*lines, *report.notes]


def _gemeente_lines(report: ReadingReport) -> list[str]:
    kind = "namen" if report.by_name else "codes"
    lines = [_say("gemeenten", kolom=report.code_column, soort=kind,
                  aantal=whole(report.gemeenten), indeling=report.indeling)]  # fmt: skip
    return lines + _unsure(report)


def _unsure(report: ReadingReport) -> list[str]:
    """Tell what was made of codes and names that were not exactly one."""
    lines = []
    if report.completed:
        lines.append(_completed(report))
    if report.approximate:
        lines.append(_say("ongeveer", namen=_some(report.approximate)))
    if report.doubtful:
        lines.append(_say("twijfel", rijen=_some(report.doubtful, "; ")))
    if report.missing:
        lines.append(_missing(report))
    return lines


def _completed(report: ReadingReport) -> str:
    return _say("aangevuld", aantal=counted(report.completed, "code is", "codes zijn"))


def _missing(report: ReadingReport) -> str:
    count = counted(len(report.missing), "gemeente staat", "gemeenten staan")
    return _say("ontbreken", aantal=count, namen=_some(report.missing))


def _column_lines(columns: Sequence[ColumnReading]) -> list[str]:
    lines = []
    for column in columns:
        name = _name(column)
        if column.use is not Use.NUMBER:
            if column.use is not Use.EMPTY:
                lines.append(_say(f"kolom_{column.use.value}", kolom=name))
            continue
        told = []
        if column.mark in _MARKS:
            told.append(f"decimaalteken {_MARKS[column.mark]}")
        if column.percent:
            told.append("procenten gelezen als deel: 12 % is 0,12")
        if column.empty:
            told.append(counted(column.empty, "lege cel", "lege cellen"))
        lines.append(_say("kolom_getallen", kolom=name, hoe=f" ({'; '.join(told)})" * bool(told)))
        if column.unknown:
            count = counted(column.unknown, "cel", "cellen")
            lines.append(_say("onbekend", kolom=name, aantal=count))
    if empty := [letter(c.place) for c in columns if c.use is Use.EMPTY]:
        lines.append(_say("kolom_leeg", kolommen=_some(empty)))
    return lines


def _name(column: ColumnReading) -> str:
    return column.name or f"{letter(column.place)} (zonder naam)"


def _some(names: Sequence[str], between: str = ", ") -> str:
    more = f"{between}en nog {whole(len(names) - SHOWN)}" if len(names) > SHOWN else ""
    return between.join(names[:SHOWN]) + more


def _rows(rows: Sequence[int]) -> str:
    return _some([str(row) for row in rows])


def _say(code: str, **facts: object) -> str:
    return sentence("lezen", code, facts)
