"""Open a data point: in the database of the register, with tables and migrations of its own."""

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from optimiser.datapunt.store import Datapunt
from optimiser.register.engine import open_engine, unavailable
from optimiser.register.migrate import migrate

#: Table in which alembic keeps the layout, apart from that of the register.
VERSION_TABLE = "datapunt_layout"


def open_datapunt(place: str | Path, werkruimte: str = "") -> Datapunt:
    """Open the data point of a database, make it if it is new, bring it to the newest layout.

    The register in the same database is not touched: its layout has its own table.

    Parameters
    ----------
    place
        Path of an SQLite file, or the URL of a PostgreSQL database.
    werkruimte
        Whose deliveries; empty on one's own machine.

    Raises
    ------
    RegisterUnavailableError
        If it cannot be opened or written.
    """
    engine = open_engine(place)
    try:
        migrate(engine, "optimiser.datapunt", VERSION_TABLE)
    except DBAPIError as error:
        engine.dispose()
        raise unavailable(engine, error) from error
    return Datapunt(engine, werkruimte)
