"""What can be wrong with a table beyond one cell, and what a reader should know of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from optimiser.gegevens.codebook import Codebook, plain_name
from optimiser.io.reading.cells.raw import RawRow, RawSheet, Unreadable, cell_text, letter
from optimiser.io.reading.rows.areas import Area
from optimiser.io.reading.rows.columns import ColumnReading
from optimiser.io.reading.rows.headers import NAME_HEADERS, header_key
from optimiser.io.reading.rows.layout import TablePlace
from optimiser.teksten import counted
from optimiser.teksten.zinnen import sentence


def title(header: RawRow, place: int) -> str:
    """Return the header of a column, its blanks made single."""
    cell = header.cell(place)
    return "" if isinstance(cell, Unreadable) else " ".join(cell_text(cell).split())


def twice(rows: Sequence[RawRow], codes: Sequence[str], titled: str, header: RawRow) -> list[str]:
    """Tell gemeenten that stand in more than one row, or what makes all of them do so."""
    count = Counter(codes)
    more = [code for code, times in count.items() if times > 1]
    if len(more) > max(20, len(count) // 2):
        kinds = [
            cell_text(cell)
            for c, cell in enumerate(header.cells)
            if 1 < len({cell_text(row.cell(c)) for row in rows}) <= max(count.values())
        ]
        hint = f"; kies één waarde van {' of '.join(kinds[:4])}" if kinds else ""
        return [f"kolom {titled}: {len(more)} gemeenten staan er meer dan eens in{hint}"]
    seen: dict[str, int] = {}
    faults = []
    for row, code in zip(rows, codes, strict=True):
        if code in seen:
            where = f"rij {row.number}, kolom {titled}"
            faults.append(f"{where}: {code} komt dubbel voor, ook in rij {seen[code]}")
        seen.setdefault(code, row.number)
    return faults


def stray(header: RawRow, sheet: RawSheet, layout: TablePlace) -> Iterable[str]:
    """Tell rows of a CSV that are longer than the header: a comma inside a number, mostly."""
    if sheet.name:
        return
    width = len(header.cells)
    for row in sheet.rows[layout.first :]:
        if any(cell != "" for cell in row.cells[width:]):
            yield (
                f"rij {row.number}: {len(row.cells)} cellen, de kop heeft er {width}; staat het "
                "scheidingsteken ook in een getal of tekst?"
            )


def merged(
    sheet: RawSheet, layout: TablePlace, rows: Sequence[RawRow], header: RawRow
) -> Iterable[str]:
    """Tell cells below each other that are shown as one: only the first has the value."""
    used = {row.number for row in rows}
    for north, west, south, east in sheet.merged:
        if south == north or not used & set(range(north + 1, south + 1)):
            continue
        for column in range(west, min(east, len(header.cells) - 1) + 1):
            filled = any(
                row.cell(column) != "" and not isinstance(row.cell(column), str)
                for row in rows
                if row.number == north
            )
            if filled or column == layout.column:
                shown = title(header, column) or letter(column)
                yield (
                    f"rij {north} tot en met {south}, kolom {shown}: samengevoegde cellen, alleen "
                    "de bovenste heeft een waarde"
                )


def hint(unknown: str, book: Codebook) -> str:
    """Suggest what a name that no gemeente has may mean; empty without one."""
    near = book.suggestions(unknown) if unknown else []
    return f"; bedoeld is misschien {' of '.join(near)}" if near else ""


def doubtful(
    header: RawRow, layout: TablePlace, kept: Sequence[tuple[RawRow, Area]], book: Codebook
) -> Iterable[str]:
    """Compare the code with the name beside it: a column that was sorted alone shows here."""
    if layout.by_name:
        return
    columns = [
        c
        for c, cell in enumerate(header.cells)
        if header_key(cell) in NAME_HEADERS and c != layout.column
    ]
    for row, area in kept:
        for column in columns[:1]:
            text = cell_text(row.cell(column))
            codes = book.spoken.get(plain_name(text), frozenset())
            if codes and area.code not in codes:
                named = book.names.get(str(area.code), "onbekend")
                yield f"rij {row.number}: {area.code} is {named}, er staat {text[:40]}"


def notes(sheet: RawSheet, layout: TablePlace, columns: Sequence[ColumnReading]) -> Iterable[str]:
    """Tell what is hidden and was read all the same."""
    hidden = [r.number for r in sheet.rows[layout.first :] if r.number in sheet.hidden_rows]
    if hidden:
        facts = {
            "aantal": counted(len(hidden), "rij is", "rijen zijn"),
            "rijen": [str(number) for number in hidden[:10]],
        }
        yield sentence("lezen", "verborgen_rijen", facts)
    width = len(sheet.rows[layout.header].cells)
    if hidden_columns := sorted(c for c in sheet.hidden_columns if c < width):
        facts = {"kolommen": [letter(c) for c in hidden_columns[:10]]}
        yield sentence("lezen", "verborgen_kolommen", facts)
    for column in columns:
        if column.mark == "?":
            yield sentence("lezen", "beide_tekens", {"kolom": column.name})
