"""What a table of a user may hold at most: watched while reading, not after."""

from dataclasses import dataclass

from optimiser.errors import OptimiserError

#: Largest file [bytes], and what a workbook may unpack to [bytes].
MAX_BYTES = 10_000_000
MAX_UNPACKED = 60_000_000
MAX_PARTS = 500
#: Rows, columns, cells over all sheets, and characters in one cell (as Excel has it).
MAX_ROWS = 20_000
MAX_COLUMNS = 256
MAX_CELLS = 150_000
MAX_CHARACTERS = 32_767


@dataclass(frozen=True, slots=True)
class Limits:
    """Most rows, columns and cells of a CSV."""

    rows: int = MAX_ROWS
    columns: int = MAX_COLUMNS
    cells: int = MAX_CELLS


#: What a table of the app may hold.
TABLE = Limits()


class TableTooLargeError(OptimiserError):
    """A table is larger than is read. Facts: ``bestand``, ``wat``, ``grens``, ``waar``."""

    code = "lezen_te_groot"


def too_large(bestand: str, wat: str, grens: int, waar: str = "") -> TableTooLargeError:
    """Return the refusal of a table that passes a limit.

    >>> too_large("a.csv", "rijen", 20_000).params["waar"]
    ''
    """
    return TableTooLargeError(bestand=bestand, wat=wat, grens=grens, waar=f" ({waar})" * bool(waar))
