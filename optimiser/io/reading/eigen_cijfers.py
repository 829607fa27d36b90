"""Columns a user brings, per gemeente: through the one door, as exact text for the figures."""

from pathlib import Path

import pandas as pd

from optimiser.errors import UnreadableFileError
from optimiser.io.reading.cells.limits import MAX_BYTES
from optimiser.io.reading.door import FileTable, read_table
from optimiser.io.reading.questions import Answers, faulty


def read_file(path: Path) -> bytes:
    """Read a user's file, up to ``MAX_BYTES``.

    Raises
    ------
    UnreadableFileError
        If it does not exist, may not be read or is too large.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES and path.is_file() else b""
    except (OSError, ValueError) as error:
        reason = "het bestaat niet of mag niet worden gelezen"
        raise UnreadableFileError(bestand=str(path), reden=reason) from error
    if size > MAX_BYTES:
        reason = f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB"
        raise UnreadableFileError(bestand=str(path), reden=reason)
    if not path.is_file():
        raise UnreadableFileError(bestand=str(path), reden="het is geen bestand")
    return content


def read_columns(content: bytes, name: str, answers: Answers | None = None) -> pd.DataFrame:
    r"""Read numeric columns per gemeente.

    Parameters
    ----------
    content, name
        The file and its name.
    answers
        What the user said about it, where it can be read in more than one way.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code`` ascending; cells are numbers as exact text with a decimal point, or NA.

    Raises
    ------
    InvalidTableError
        With every wrong cell by row and column; and what ``door.examine`` raises.

    Examples
    --------
    >>> read_columns(b"gm_code;kan\n14;12,5\n34;.\n", "a.csv")["kan"].tolist()
    ['12.5', <NA>]
    """
    return columns_of(read_table(content, name, answers))


def columns_of(table: FileTable) -> pd.DataFrame:
    """Return the figures of a table that was read; see ``read_columns``.

    Raises
    ------
    InvalidTableError
        If it has no column with numbers.
    """
    figures = table.figures()
    if not figures:
        raise faulty(table.report.bestand, ["er is geen kolom met getallen naast de gemeenten"])
    numbers = {
        name: [pd.NA if value is None else format(value, "f") for value in column.numbers]
        for name, column in figures.items()
    }
    index = pd.Index(table.codes, name="gm_code")
    return pd.DataFrame(numbers, index=index, dtype=object).sort_index()
