"""The cells of a file, its kind taken from what is in it."""

from pathlib import Path

from optimiser.errors import UnknownFileTypeError, UnreadableFileError
from optimiser.io.reading.cells.csv_text import read_csv
from optimiser.io.reading.cells.limits import MAX_BYTES, TABLE, Limits
from optimiser.io.reading.cells.raw import RawFile
from optimiser.io.reading.cells.xlsx_sheet import read_xlsx
from optimiser.teksten.zinnen import sentence

ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm")


def read_raw(content: bytes, name: str, limits: Limits = TABLE) -> RawFile:
    """Read the cells of a file, whatever it is called.

    Parameters
    ----------
    content, name
        The file and its name.
    limits
        Of a CSV; a workbook has those of a table.

    Raises
    ------
    UnknownFileTypeError, UnreadableFileError, ProtectedWorkbookError, TableTooLargeError
        If it cannot or must not be read.
    """
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        raise UnknownFileTypeError(bestand=name, bekend=[".csv", ".xlsx"])
    if len(content) > MAX_BYTES:
        reason = f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB"
        raise UnreadableFileError(bestand=name, reden=reason)
    zipped = content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))
    workbook = ending.startswith(".xls")
    raw = read_xlsx(content, name) if zipped else read_csv(content, name, limits)
    if zipped is workbook:
        return raw
    kind = "een Excel-werkmap" if zipped else "tekst (CSV)"
    note = sentence("lezen", "soort_anders", {"soort": kind})
    return RawFile(raw.name, raw.sheets, raw.facts, (note, *raw.notes))
