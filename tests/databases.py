"""An empty database of its own per test: SQLite, and PostgreSQL where a server is given."""

import os
import uuid
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, create_engine, event, text

from optimiser.dienst.lock import prepare
from optimiser.register.engine import to_url

#: URL of a throw-away PostgreSQL, as ``.ci/postgres start`` prints it.
POSTGRES = os.environ.get("TAAKSTELLING_TEST_POSTGRES", "")


def without_waiting_for_the_disk():
    """Let SQLite not wait for the disk in this process: only a power cut could tell.

    What one process writes another sees at once, also when the first is killed.
    """

    @event.listens_for(Engine, "checkout")
    def _settings(connection, _record, _proxy):
        if hasattr(connection, "create_function"):
            connection.execute("PRAGMA synchronous = OFF")


def _database(name, statement):
    engine = create_engine(to_url(POSTGRES), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement.format(name)))
    engine.dispose()


@contextmanager
def locked_place(kind, path):
    """Give a path, or a new PostgreSQL with empty tables of another: see ``dienst.lock``."""
    with empty_place("postgresql" if kind == "locked" else kind, path) as place:
        if kind != "locked":
            yield place
            return
        app, engine = f"app_{uuid.uuid4().hex}", create_engine(to_url(place))
        _database(app, 'CREATE ROLE "{}" LOGIN')
        prepare(engine, app)
        engine.dispose()
        yield to_url(place).set(username=app).render_as_string(hide_password=False)
    _database(app, 'DROP ROLE "{}"')


def owner_of(place):
    """Return the URL with which the owner of the tables of a ``locked_place`` comes in."""
    return to_url(place).set(username=to_url(POSTGRES).username).render_as_string()


@contextmanager
def empty_place(kind, path):
    """Give where something may be made: this path, or a new database on the server."""
    if kind == "sqlite":
        yield str(path)
        return
    if not POSTGRES:
        pytest.skip("TAAKSTELLING_TEST_POSTGRES is not set; .ci/run sets it")
    name = f"test_{uuid.uuid4().hex}"
    _database(name, 'CREATE DATABASE "{}"')
    yield to_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    _database(name, 'DROP DATABASE "{}" WITH (FORCE)')
