"""Proposals of uitruil as a user writes them: through the one door, every fault told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from optimiser.io.reading.door import FileTable, examine
from optimiser.io.reading.questions import VOORSTEL, faulty
from optimiser.io.reading.report import ReadingReport
from optimiser.io.reading.rows.columns import ColumnReading
from optimiser.io.reading.van_naar import (
    HALFJAAR,
    MOST,
    half_faults,
    halfjaren,
    is_van_naar,
    name_faults,
    read_van_naar,
)
from optimiser.teksten.zinnen import sentence

#: Header of a proposal, and the column that only the what-if on reception has.
COLUMNS = ("uitruil", "gm_code", "verschil")
PLACES = "plekken"
#: A blank that no screen takes together with the next.
_SEEN = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class VoorstelFile:
    """A proposal and how it was read.

    Attributes
    ----------
    rows
        Name, gm_code and whole persons, as in the file.
    places
        Whole reception places per row; empty for a proposal.
    report
        How it was read.
    halfjaren
        Half-year per row, for an agreement over several of them; empty without that column.
    """

    rows: tuple[tuple[str, str, int], ...]
    places: tuple[int, ...]
    report: ReadingReport
    halfjaren: tuple[str, ...] = ()


def read_voorstel(content: bytes, name: str) -> list[tuple[str, str, int]]:
    r"""Read the rows of a proposal.

    Parameters
    ----------
    content, name
        The file and its name; columns ``uitruil``, ``gm_code`` and ``verschil``, or ``van``,
        ``naar`` and ``personen``; others are told and left alone.

    Returns
    -------
    list of tuple
        Name, gm_code and whole persons, as in the file.

    Raises
    ------
    InvalidTableError
        With every fault by row and column; and what ``door.examine`` raises.

    Examples
    --------
    >>> read_voorstel(b"uitruil;gm_code;verschil\nA;GM0003;+2\nA;10;-2\n", "v.csv")
    [('A', 'GM0003', 2), ('A', 'GM0010', -2)]
    """
    found = read_voorstel_file(content, name)
    if len(set(found.halfjaren)) > 1:
        told = ", ".join(sorted(set(found.halfjaren)))
        raise faulty(name, [f"kolom {HALFJAAR}: meer dan één halfjaar ({told}); geef er één"])
    return list(found.rows)


def read_opvang(content: bytes, name: str) -> list[tuple[str, str, int, int]]:
    """Read the rows of a what-if on reception: also a column ``plekken``."""
    found = read_voorstel_file(content, name, places=True)
    return [(*row, places) for row, places in zip(found.rows, found.places, strict=True)]


def has_places(content: bytes, name: str) -> bool:
    """Tell whether a file exchanges reception places: such a file is no proposal."""
    if is_van_naar(content, name):
        return False
    table = _table(content, name)
    return PLACES in {column.name.casefold() for column in table.columns}


def read_voorstel_file(content: bytes, name: str, *, places: bool = False) -> VoorstelFile:
    """Read a proposal with the report of how it was read; see ``read_voorstel``."""
    if not places and is_van_naar(content, name):
        pairs = read_van_naar(content, name)
        return VoorstelFile(pairs.rows, (), pairs.table.report, pairs.halfjaren)
    table = _table(content, name)
    wanted = ("verschil", PLACES) if places else ("verschil",)
    found = {column.name.casefold(): column for column in table.columns}
    if absent := [column for column in ("uitruil", *wanted) if column not in found]:
        others = [c.name for c in table.columns if c.name and c.name.casefold() not in wanted]
        seen = f"; gevonden: {', '.join(others)}" if others else ""
        raise faulty(name, [f"kolom {' en '.join(absent)} ontbreekt{seen}"])
    labels = table.texts[found["uitruil"].name]
    names = [" ".join(label.split()) for label in labels]
    halves = halfjaren(table)
    faults = [*table.faults, *name_faults(table, names), *_twice(table, names, halves)]
    faults += half_faults(table, halves)
    numbers = {}
    for title in wanted:
        numbers[title], more = _whole(table, found[title])
        faults += more
    if faults:
        raise faulty(name, faults)
    rows = tuple(zip(names, table.codes, numbers["verschil"], strict=True))
    report = replace(table.report, notes=(*table.report.notes, *_joined(labels, names)))
    return VoorstelFile(rows, tuple(numbers.get(PLACES, ())), report, halves)


def _table(content: bytes, name: str) -> FileTable:
    return examine(content, name, wanted=VOORSTEL)


def _twice(table: FileTable, names: Sequence[str], halves: Sequence[str]) -> list[str]:
    seen: dict[tuple[str, str, str], int] = {}
    faults = []
    periods = halves or [""] * len(names)
    for row, name, code, half in zip(table.rows, names, table.codes, periods, strict=True):
        first = seen.setdefault((name, code, half), row)
        if first != row:
            faults.append(f"rij {row}, kolom gm_code: {code} staat bij {name} ook in rij {first}")
    return faults


def _whole(table: FileTable, column: ColumnReading) -> tuple[list[int], list[str]]:
    """Return the whole numbers of a column; an empty cell and a fraction are faults."""
    told: Mapping[int, str] = dict(column.faults)
    values = column.numbers or (None,) * len(table.rows)
    faults, numbers = [], []
    for i, (row, value) in enumerate(zip(table.rows, values, strict=True)):
        where = f"rij {row}, kolom {column.name}"
        if value is None:
            numbers.append(0)
            if i not in told:
                faults.append(f"{where}: leeg is geen geheel aantal")
            continue
        if value != value.to_integral_value() or abs(value) > MOST:
            faults.append(f"{where}: {_dutch(value)} is geen geheel aantal")
        numbers.append(int(value))
    return numbers, faults


def _dutch(value: Decimal) -> str:
    return format(value, "f").replace(".", ",")


def _joined(labels: Sequence[str], names: Sequence[str]) -> list[str]:
    """Tell names that were read as one though they were not written alike."""
    changed = {repr(a): b for a, b in zip(labels, names, strict=True) if a != b}
    return [
        sentence("lezen", "naam_spaties", {"gelezen": seen.replace(" ", _SEEN), "als": repr(name)})
        for seen, name in changed.items()
    ]
