"""CSV of any habit to rows: encoding, delimiter and line ends found, and told."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from io import StringIO

from optimiser.errors import UnreadableFileError
from optimiser.io.reading.cells.limits import (
    MAX_CHARACTERS,
    TABLE,
    Limits,
    too_large,
)
from optimiser.io.reading.cells.raw import RawFile, RawRow, RawSheet
from optimiser.teksten.zinnen import sentence

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8 met BOM"),
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "rechte streep"}
#: Lines, and characters, that are looked at to find the delimiter.
_LOOKED_AT, _LOOKED_AT_MOST = 300, 200_000


def read_csv(content: bytes, name: str, limits: Limits = TABLE) -> RawFile:
    r"""Read a CSV as cells of text.

    Row numbers are those of a spreadsheet: blank lines count, a line ``sep=;`` does not, and a
    cell may hold line ends.

    Raises
    ------
    UnreadableFileError
        If it is no text, empty, or a quote is never closed.
    TableTooLargeError
        If a limit is passed.

    Examples
    --------
    >>> read = read_csv(b"gm_code;kan\r\rGM0014;12,5\r", "a.csv")
    >>> [(row.number, row.cells) for row in read.sheets[0].rows]
    [(1, ('gm_code', 'kan')), (3, ('GM0014', '12,5'))]
    >>> read.facts["scheidingsteken"], read.facts["regeleinden"]
    ('puntkomma', 'oude Mac (CR)')
    """
    text, encoding = decoded(content, name)
    notes = []
    if encoding.startswith("Windows"):
        notes.append(sentence("lezen", "cp1252", {}))
    first, _, rest = text.partition("\r" if "\n" not in text else "\n")
    delimiter = ""
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) <= 5:
        delimiter = first.strip("\r\n").strip('"')[4:5] or "\t"
        text = rest
        notes.append(sentence("lezen", "sep", {}))
    delimiter = delimiter or find_delimiter(text)
    facts = {
        "codering": encoding,
        "scheidingsteken": DELIMITERS.get(delimiter, repr(delimiter)),
        "regeleinden": _line_ends(text),
    }
    rows = tuple(_rows(text, delimiter, name, limits))
    if not rows:
        raise UnreadableFileError(bestand=name, reden="het bestand is leeg")
    return RawFile(name, (RawSheet("", rows),), facts, tuple(notes))


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and what its encoding is called.

    >>> decoded("Súdwest".encode("utf-16"), "a")[1], decoded("Súdwest".encode("cp1252"), "a")
    ('UTF-16', ('Súdwest', 'Windows-1252'))
    """
    tried = [(codec, told) for mark, codec, told in _MARKS if content.startswith(mark)][:1]
    if not tried:
        even, odd = content[:2000:2].count(0), content[1:2000:2].count(0)
        if odd > len(content[:2000]) // 4:
            tried.append(("utf-16-le", "UTF-16 zonder BOM"))
        elif even > len(content[:2000]) // 4:
            tried.append(("utf-16-be", "UTF-16 zonder BOM"))
        tried += [("utf-8", "UTF-8"), ("cp1252", "Windows-1252")]
    for codec, told in tried:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, told
    raise UnreadableFileError(bestand=name, reden="het is geen tekst en geen Excel-bestand")


def find_delimiter(text: str) -> str:
    r"""Return what separates the columns: most rows of one width, then the most columns.

    >>> find_delimiter("gm_code;kan\nGM0014;0,5\nGM0034;0,7\n")
    ';'
    """
    lines = _lines(text[:_LOOKED_AT_MOST])
    start = "".join(line for _, line in zip(range(_LOOKED_AT), lines, strict=False))
    best, score = ";", (0, 0, 0)
    for delimiter in DELIMITERS:
        try:
            rows = [row for row in csv.reader(_lines(start), delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        # A cell that is all code tells more than any count: GM0014;0 is none.
        codes = sum(any(cell.strip().upper().startswith("GM") and cell.strip()[2:].strip().isdigit()
                        for cell in row) for row in rows)  # fmt: skip
        if (found := (codes, count, width)) > score:
            best, score = delimiter, found
    return best


def _lines(text: str) -> StringIO:
    return StringIO(text, newline="")


def _line_ends(text: str) -> str:
    if "\r\n" in text:
        return "Windows (CRLF)"
    return "oude Mac (CR)" if "\r" in text and "\n" not in text else "LF"


def _rows(text: str, delimiter: str, name: str, limits: Limits) -> Iterator[RawRow]:
    csv.field_size_limit(MAX_CHARACTERS)
    cells = number = 0
    try:
        lines = partial(_short_lines, text, delimiter, name, limits)
        for number, row in enumerate(_forgiving(lines, delimiter), start=1):
            cells += len(row)
            if number > limits.rows:
                raise too_large(name, "rijen", limits.rows)
            stripped = tuple(cell.strip() for cell in row[: limits.columns])
            beyond = any(map(str.strip, row[limits.columns :]))
            if not beyond and not any(stripped):
                continue
            if beyond:
                raise too_large(name, "kolommen", limits.columns, f"rij {number}")
            if cells > limits.cells:
                raise too_large(name, "cellen", limits.cells)
            yield RawRow(number, stripped)
    except csv.Error as error:
        if "field larger" in str(error):
            raise too_large(
                name, "tekens in één cel", MAX_CHARACTERS, f"na rij {number}"
            ) from error
        reason = f"na rij {number} staat een aanhalingsteken dat niet wordt gesloten"
        raise UnreadableFileError(bestand=name, reden=reason) from error


def _short_lines(text: str, delimiter: str, name: str, limits: Limits) -> Iterator[str]:
    """Give line by line, so that other sessions get their turn; none of millions of cells."""
    for number, line in enumerate(_lines(text), start=1):
        if line.count(delimiter) >= limits.cells:
            raise too_large(name, "cellen", limits.cells, f"regel {number}")
        yield line


def _forgiving(lines: Callable[[], Iterator[str]], delimiter: str) -> Iterator[list[str]]:
    """Read as the standard says; where a quote stands inside a cell, as it is written."""
    read = 0
    try:
        for row in csv.reader(lines(), delimiter=delimiter, strict=True):
            yield row
            read += 1
    except csv.Error as error:
        if "expected after" not in str(error):
            raise
        for number, row in enumerate(csv.reader(lines(), delimiter=delimiter)):
            if number >= read:
                yield row
