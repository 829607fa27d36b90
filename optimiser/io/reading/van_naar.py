"""A proposal in the layout ``van, naar, personen``: one row per agreement between two gemeenten."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from optimiser.io.reading.cells.raw import cell_text
from optimiser.io.reading.cells.raw_file import read_raw
from optimiser.io.reading.door import FileTable, examine
from optimiser.io.reading.questions import Answers, Wanted, faulty
from optimiser.teksten import counted
from optimiser.teksten.zinnen import sentence

FROM, TO, PERSONS, NAME = "van", "naar", "personen", "uitruil"
#: Column of an agreement over several half-years, in either layout.
HALFJAAR = "halfjaar"
_COLUMNS = frozenset({FROM, TO, PERSONS})
_WANTED = Wanted(True, frozenset({NAME, FROM, TO, HALFJAAR}), _COLUMNS)
_HALF = re.compile(r"20\d\d-[12]")
#: Rows in which a header may stand.
_HEAD = 30
#: Most persons or places in one row.
MOST = 9_999_999
#: Longest name of an agreement [characters].
MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class VanNaar:
    """Such a file as rows of a proposal.

    Attributes
    ----------
    rows
        Name, gm_code and whole persons: what each gemeente takes over or hands over.
    table
        How it was read; its codes are those of the column ``van``.
    halfjaren
        Half-year per row; empty without that column.
    """

    rows: tuple[tuple[str, str, int], ...]
    table: FileTable
    halfjaren: tuple[str, ...] = ()


def is_van_naar(content: bytes, name: str) -> bool:
    """Tell whether a file has the columns ``van``, ``naar`` and ``personen``."""
    return _header(content, name) is not None


def _header(content: bytes, name: str) -> dict[str, str] | None:
    """Return the names in the header, as they are written, by their name in small letters."""
    for sheet in read_raw(content, name).sheets:
        for row in sheet.rows[:_HEAD]:
            written = {text.casefold(): text for text in (cell_text(c).strip() for c in row.cells)}
            if written.keys() >= _COLUMNS:
                return written
    return None


def read_van_naar(content: bytes, name: str) -> VanNaar:
    r"""Read such a file.

    Without a column ``uitruil`` every row is an agreement of its own, numbered in order.

    Raises
    ------
    InvalidTableError
        With every fault by row and column; and what ``door.examine`` raises.

    Examples
    --------
    >>> read_van_naar(b"van;naar;personen\nAssen;Emmen;3\n", "v.csv").rows
    (('Uitruil 1', 'GM0106', -3), ('Uitruil 1', 'GM0114', 3))
    """
    # Capitals in the header do not count; the file is read by each of its two columns of gemeenten.
    written = _header(content, name) or {}
    giving, taking = (
        examine(content, name, Answers(code_column=written.get(column, column)), _WANTED)
        for column in (FROM, TO)
    )
    faults = [*giving.faults, *(fault for fault in taking.faults if fault not in giving.faults)]
    if not faults and giving.rows != taking.rows:
        missing = sorted(set(giving.rows) ^ set(taking.rows))
        faults = [f"rij {row}: vul zowel {FROM} als {TO} in" for row in missing]
    if faults:
        raise faulty(name, faults)
    counts = _persons(giving, name)
    names, halves = _names(giving), halfjaren(giving)
    faults = [*name_faults(giving, names), *_same(giving, taking), *half_faults(giving, halves)]
    if faults:
        raise faulty(name, faults)
    net: dict[tuple[str, str, str], int] = {}
    deals = zip(names, halves or [""] * len(names), strict=True)
    for deal, van, naar, count in zip(deals, giving.codes, taking.codes, counts, strict=True):
        net[*deal, van] = net.get((*deal, van), 0) - count
        net[*deal, naar] = net.get((*deal, naar), 0) + count
    rows = tuple((deal, code, count) for (deal, _, code), count in net.items())
    periods = tuple(half for _, half, _ in net) if halves else ()
    note = sentence("lezen", "van_naar", {"aantal": counted(len(giving.rows), "rij", "rijen")})
    seen = len({*giving.codes, *taking.codes})
    told = replace(giving.report, gemeenten=seen, notes=(*giving.report.notes, note))
    return VanNaar(rows, replace(giving, report=told), periods)


def _persons(table: FileTable, name: str) -> list[int]:
    found = {column.name.casefold(): column for column in table.columns}
    column = found[PERSONS]
    told: Mapping[int, str] = dict(column.faults)
    values = column.numbers or (None,) * len(table.rows)
    good, faults = [], []
    for place, (row, value) in enumerate(zip(table.rows, values, strict=True)):
        whole = value is not None and value == value.to_integral_value() and 0 < value <= MOST
        if value is not None and whole:
            good.append(int(value))
        elif place not in told:
            faults.append(f"rij {row}, kolom {PERSONS}: geen geheel aantal van ten minste 1")
    if faults:
        raise faulty(name, faults)
    return good


def _names(table: FileTable) -> Sequence[str]:
    written = {name.casefold(): texts for name, texts in table.texts.items()}
    if NAME not in written:
        return [f"Uitruil {number}" for number in range(1, len(table.rows) + 1)]
    return [" ".join(text.split()) for text in written[NAME]]


def halfjaren(table: FileTable) -> tuple[str, ...]:
    """Return the half-year of each row of a proposal; empty without such a column."""
    written = {name.casefold(): texts for name, texts in table.texts.items()}
    return tuple(text.strip() for text in written.get(HALFJAAR, ()))


def half_faults(table: FileTable, halves: Sequence[str]) -> list[str]:
    """Tell the rows of a proposal that name no half-year."""
    return [
        f"rij {row}, kolom {HALFJAAR}: {text!r} is geen halfjaar; schrijf bijvoorbeeld 2025-2"
        for row, text in zip(table.rows, halves, strict=False)
        if not _HALF.fullmatch(text)
    ]


def name_faults(table: FileTable, names: Sequence[str]) -> list[str]:
    """Tell the rows of a proposal whose agreement has no usable name."""
    return [
        f"rij {row}, kolom {NAME}: een naam van 1 tot en met {MAX_NAME} tekens"
        for row, deal in zip(table.rows, names, strict=True)
        if not deal or len(deal) > MAX_NAME or not deal.isprintable()
    ]


def _same(giving: FileTable, taking: FileTable) -> list[str]:
    return [
        f"rij {row}: {FROM} en {TO} zijn dezelfde gemeente ({code})"
        for row, code, other in zip(giving.rows, giving.codes, taking.codes, strict=True)
        if code == other
    ]
