"""Where a register lives: an SQLite file (default), or PostgreSQL by URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, create_engine, func, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from optimiser.register.errors import SAID, RegisterUnavailableError
from optimiser.register.sqlite import open_sqlite
from optimiser.zicht.lock import settings_of
from optimiser.zicht.zicht import EVERYTHING, Zicht

#: What comes up while a damaged file is read.
DAMAGED = (DBAPIError, UnicodeDecodeError)
#: Key of the lock on the chain in PostgreSQL; any number no other program uses there.
_CHAIN = 2014_29_3
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def open_engine(place: str | Path) -> Engine:
    """Return an engine for a file or a URL.

    Parameters
    ----------
    place
        Path of an SQLite file, or a URL such as ``postgresql://gebruiker@server/naam``.

    Raises
    ------
    RegisterUnavailableError
        If the URL is not one, or the driver for it is not installed.
    """
    url = to_url(place)
    try:
        if url.get_backend_name() == "sqlite":
            return open_sqlite(url)
        return create_engine(url, pool_pre_ping=True, isolation_level="READ COMMITTED")
    except (NoSuchModuleError, ImportError) as error:
        reason = "het stuurprogramma ontbreekt; installeer taakstelling-optimiser[postgresql]"
        raise RegisterUnavailableError(register=shown(url), reden=reason) from error


def utc_now() -> datetime:
    """Return what time it is, with its zone: the clock of every store."""
    return datetime.now(UTC)


def to_url(place: str | Path) -> URL:
    """Turn a path or a URL into a URL with the driver that is used.

    >>> to_url("uitruil.sqlite").drivername, to_url("postgresql://jan@db/uitruil").drivername
    ('sqlite', 'postgresql+psycopg')
    """
    written = str(place)
    if "://" not in written:
        return URL.create("sqlite", database=str(Path(written).absolute()))
    try:
        url = make_url(written)
    except ArgumentError as error:
        reason = "dit is geen URL van een database"
        raise RegisterUnavailableError(register="(URL)", reden=reason) from error
    return url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))


def shown(url: URL) -> str:
    """Return the place for a reader: a file, or a database and its server; never a password.

    >>> shown(to_url("postgresql://jan:geheim@db/uitruil"))
    "de database 'uitruil' op de server 'db'"
    >>> shown(to_url("/gedeeld/uitruil.sqlite"))
    '/gedeeld/uitruil.sqlite'
    """
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return f"de database '{url.database or ''}' op de server '{url.host or 'localhost'}'"


def database_there(place: str | Path) -> bool:
    """Tell whether there may be a database: opening an SQLite file that is not there makes it."""
    url = to_url(place)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()


@contextmanager
def writing(engine: Engine, zicht: Zicht) -> Iterator[Connection]:
    """Give a transaction that is kept whole or not at all, as it looks to these eyes.

    Raises
    ------
    RegisterUnavailableError
        If the register stays busy, is read-only or is gone.
    """
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                # One chain over all rows: writers stand in line, as SQLite makes them do.
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHAIN})
            _look(connection, zicht)
            yield connection
    except IntegrityError:
        # Who writes knows which rule was broken, and says so.
        raise
    except DAMAGED as error:
        raise unavailable(engine, error) from error


@contextmanager
def reading(engine: Engine, zicht: Zicht | None) -> Iterator[Connection]:
    """Give a connection that takes no write lock and sees one moment only.

    Parameters
    ----------
    engine
        Of the database.
    zicht
        Whose eyes, which PostgreSQL is told; None sees no row of an agreement or a delivery.
    """
    options: dict[str, Any] = {"readonly": True}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    try:
        with engine.connect() as opened:
            connection = opened.execution_options(**options)
            _look(connection, zicht)
            yield connection
    except DAMAGED as error:
        raise unavailable(engine, error) from error


@contextmanager
def whole_view(connection: Connection, zicht: Zicht) -> Iterator[None]:
    """Inside it everything is in view, for a test against all that binds; then these eyes again."""
    _look(connection, EVERYTHING)
    yield
    _look(connection, zicht)


def _look(connection: Connection, zicht: Zicht | None) -> None:
    """Tell PostgreSQL whose eyes look, until the transaction ends."""
    if connection.dialect.name == "postgresql":
        names = [func.set_config(*one, True) for one in settings_of(zicht).items()]
        connection.execute(select(*names))


def fetched(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    """Return the rows of a query.

    Raises
    ------
    RegisterUnavailableError
        If a cell does not hold what its column is for: the file was damaged.
    """
    try:
        return [dict(row) for row in connection.execute(query).mappings()]
    except (ValueError, TypeError, OverflowError) as error:
        raise unavailable(connection.engine, error) from error


def unavailable(engine: Engine, error: Exception) -> RegisterUnavailableError:
    """Say what is wrong with the database; what it says often, in Dutch."""
    said = str(error.orig) if isinstance(error, DBAPIError) else "malformed"
    reason = f"de database meldt: {(said.splitlines() or ['niets'])[0]}"
    for part, meant in SAID.items():
        if part in said:
            reason = meant
    return RegisterUnavailableError(register=shown(engine.url), reden=reason)
