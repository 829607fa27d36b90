"""An SQLite file that several programs write: who comes second waits."""

import sqlite3
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

#: Seconds a writer waits for another before it gives up.
PATIENCE = 30


def _keep_a_log(cursor: sqlite3.Cursor) -> None:
    """Set the log that lets readers and a writer go on; SQLite itself does not wait to set it."""
    patient = monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Others open the same new file at this moment.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > patient:
                raise
            sleep(0.01)
        else:
            return


def open_sqlite(url: URL) -> Engine:
    """Return an engine for a file, which is made where it is not there."""
    engine = create_engine(url, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's object
        # The driver's own transactions start too late; ours start below.
        connection.isolation_level = None
        cursor = connection.cursor()
        _keep_a_log(cursor)
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's connection
        # Take the write lock at once: a reader that turns writer could only fail.
        readonly = connection.get_execution_options().get("readonly", False)
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return engine
