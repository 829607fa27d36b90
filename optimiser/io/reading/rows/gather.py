"""From the rows of a sheet to gemeenten and figures, with every fault told at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from optimiser.gegevens.codebook import Codebook, completed_code
from optimiser.io.reading.cells.raw import RawRow, RawSheet, cell_text, letter
from optimiser.io.reading.questions import SHOWN, Answers, Wanted
from optimiser.io.reading.rows.areas import Area, area_of
from optimiser.io.reading.rows.checks import doubtful, hint, merged, notes, stray, title, twice
from optimiser.io.reading.rows.columns import ColumnReading, Use, read_column
from optimiser.io.reading.rows.headers import (
    CODE_HEADERS,
    FIGURES,
    NAME_HEADERS,
    PERSONS,
    header_key,
)
from optimiser.io.reading.rows.layout import TablePlace
from optimiser.io.reading.rows.which_indeling import belonging

_ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a sheet gave; see ``ReadingReport`` and ``FileTable``."""

    rows: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: tuple[ColumnReading, ...] = ()
    faults: tuple[str, ...] = ()
    skipped: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    completed: int = 0
    approximate: tuple[str, ...] = ()
    indeling: str = ""
    missing: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    first: tuple[dict[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def gather(
    sheet: RawSheet, layout: TablePlace, book: Codebook, said: Answers, wanted: Wanted
) -> Gathered:
    """Read the rows below the header and every column of them."""
    header = sheet.rows[layout.header]
    titled = title(header, layout.column) or letter(layout.column)
    kept, wrong, skipped, faults = _sorted_rows(sheet, layout, book, said)
    rows = [row for row, _ in kept]
    codes = [str(area.code) for _, area in kept]
    fit = belonging(codes, book)
    if not wanted.repeated:
        faults += twice(rows, codes, titled, header)
        faults += [
            f"rij {row.number}, kolom {titled}: {fit.foreign[code]}"
            for row, code in zip(rows, codes, strict=True)
            if code in fit.foreign
        ]
    # Rows without a good code are looked at too, so that every fault is told at once.
    columns = _columns(header, layout, [*rows, *wrong], said, wanted)
    faults += _column_faults(header, columns, [*rows, *wrong])
    columns = tuple(replace(c, numbers=c.numbers[: len(rows)]) for c in columns)
    faults += [*stray(header, sheet, layout), *merged(sheet, layout, rows, header)]
    return Gathered(
        rows=tuple(row.number for row in rows),
        codes=tuple(codes),
        texts=_texts(header, columns, rows),
        columns=columns,
        faults=tuple(faults),
        skipped=skipped,
        completed=sum(area.how == "aangevuld" for _, area in kept),
        approximate=_approximate(kept, layout, book),
        indeling=fit.words(),
        missing=() if wanted.repeated else fit.missing,
        doubtful=tuple(doubtful(header, layout, kept, book)),
        first=_first(header, rows, columns),
        notes=tuple(notes(sheet, layout, columns)),
    )


def _sorted_rows(
    sheet: RawSheet, layout: TablePlace, book: Codebook, said: Answers
) -> tuple[list[tuple[RawRow, Area]], list[RawRow], dict[str, tuple[int, ...]], list[str]]:
    """Part the rows: gemeenten, wrong ones, what is skipped and why; and the faults."""
    titled = title(sheet.rows[layout.header], layout.column) or letter(layout.column)
    kept: list[tuple[RawRow, Area]] = []
    wrong: list[RawRow] = []
    skipped: dict[str, list[int]] = {}
    faults: list[str] = []
    for row in sheet.rows[layout.first :]:
        area = _answered(row, layout, book, said)
        if area.code is not None:
            kept.append((row, area))
        elif area.skipped:
            skipped.setdefault(area.skipped, []).append(row.number)
        else:
            wrong.append(row)
            near = hint(area.unknown, book) if len(faults) < SHOWN else ""
            faults.append(f"rij {row.number}, kolom {titled}: {area.fault}{near}")
    if not kept and not faults:
        faults.append("er staan geen gemeenten onder de kop")
    told = {what: tuple(numbers) for what, numbers in skipped.items()}
    return kept, wrong, told, faults


def _answered(row: RawRow, layout: TablePlace, book: Codebook, said: Answers) -> Area:
    text = cell_text(row.cell(layout.column))
    if text in said.names:
        return Area(said.names[text], how="naam ongeveer")
    return area_of(row, layout.column, book, by_name=layout.by_name)


def _columns(
    header: RawRow, layout: TablePlace, rows: Sequence[RawRow], said: Answers, wanted: Wanted
) -> tuple[ColumnReading, ...]:
    width = max([len(header.cells), *(len(row.cells) for row in rows)])
    readings = []
    for place in range(width):
        if place == layout.column:
            continue
        name, cells = title(header, place), [row.cell(place) for row in rows]
        if name.casefold() in wanted.labels:
            readings.append(ColumnReading(name, place, Use.LABEL))
            continue
        figures, persons = name.casefold() in FIGURES, name.casefold() in PERSONS
        reading = read_column(name, place, cells, said.decimal, figures=figures, persons=persons)
        if reading.use is Use.TEXT and header_key(name) in NAME_HEADERS:
            reading = ColumnReading(name, place, Use.NAME)
        elif header_key(name) in CODE_HEADERS and all(_same_code(cell) for cell in cells):
            reading = ColumnReading(name, place, Use.CODE)
        readings.append(reading)
    return tuple(readings)


def _column_faults(
    header: RawRow, columns: Sequence[ColumnReading], rows: Sequence[RawRow]
) -> list[str]:
    names = Counter(column.name for column in columns if column.use is not Use.EMPTY)
    faults: list[str] = []
    for column in columns:
        if column.use is not Use.NUMBER:
            continue
        shown, at = column.name or letter(column.place), f"rij {header.number}, kolom "
        if not column.name:
            faults.append(f"{at}{shown}: er staan getallen onder, maar de kolom heeft geen naam")
        elif names[column.name] > 1:
            faults.append(f"{at}{letter(column.place)}: dubbele kolom {column.name!r}")
        faults += [f"rij {rows[i].number}, kolom {shown}: {why}" for i, why in column.faults]
    return faults


def _first(
    header: RawRow, rows: Sequence[RawRow], columns: Sequence[ColumnReading]
) -> tuple[dict[str, str], ...]:
    """Return the first rows as they were read: numbers with the comma, other cells as they are."""
    figures = {column.place: column.numbers for column in columns if column.use is Use.NUMBER}
    return tuple(
        {
            title(header, c) or letter(c): _told(figures[c][i]) if c in figures else cell_text(cell)
            for c, cell in enumerate(row.cells)
        }
        for i, row in enumerate(rows[:_ROWS_SHOWN])
    )


def _told(number: Decimal | None) -> str:
    return "" if number is None else format(number, "f").replace(".", ",")


def _same_code(cell: object) -> bool:
    return cell == "" or (isinstance(cell, str | int | float) and bool(completed_code(str(cell))))


def _texts(
    header: RawRow, columns: Sequence[ColumnReading], rows: Sequence[RawRow]
) -> dict[str, tuple[str, ...]]:
    return {
        title(header, c.place): tuple(cell_text(row.cell(c.place)) for row in rows)
        for c in columns
        if c.use in {Use.TEXT, Use.NAME, Use.LABEL} and title(header, c.place)
    }


def _approximate(
    kept: Sequence[tuple[RawRow, Area]], layout: TablePlace, book: Codebook
) -> tuple[str, ...]:
    told = {
        cell_text(row.cell(layout.column))[:40]: book.names.get(str(area.code), str(area.code))
        for row, area in kept
        if area.how == "naam ongeveer"
    }
    return tuple(f"{text} = {name}" for text, name in told.items())
