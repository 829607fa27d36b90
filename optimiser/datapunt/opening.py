"""Open a data point: in the database of the register, with tables and migrations of its own."""

from pathlib import Path

from optimiser.datapunt.store import Datapunt
from optimiser.datapunt.tables import metadata
from optimiser.register.migrate import TableGroup
from optimiser.register.opening import open_migrated
from optimiser.zicht.zicht import Zicht

#: The data point: tables beside those of the register, with a layout of their own.
DATAPUNT = TableGroup("optimiser.datapunt", "datapunt_layout", metadata)


def open_datapunt(place: str | Path, zicht: Zicht) -> Datapunt:
    """Open the data point of a database, make it if it is new, bring it to the newest layout.

    The register in the same database is not touched: its layout has its own table.

    Parameters
    ----------
    place
        Path of an SQLite file, or the URL of a PostgreSQL database.
    zicht
        Whose eyes: what they see and may do.

    Raises
    ------
    RegisterUnavailableError, NewerLayoutError
        If it cannot be opened or written, or a newer program made it.
    """
    return Datapunt(open_migrated(place, DATAPUNT), zicht)
