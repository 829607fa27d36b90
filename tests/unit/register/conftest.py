"""The same tests on SQLite and, where a server is given, on PostgreSQL."""

import os
import uuid

import pytest
from sqlalchemy import create_engine, text

from optimiser.register.engine import to_url
from optimiser.register.opening import make_register

#: URL of a throw-away PostgreSQL, as ``.ci/postgres start`` prints it.
POSTGRES = os.environ.get("TAAKSTELLING_TEST_POSTGRES", "")


def _database(name, statement):
    engine = create_engine(to_url(POSTGRES), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement.format(name)))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Return where an empty register may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "register met spatie % .sqlite")
        return
    if not POSTGRES:
        pytest.skip("TAAKSTELLING_TEST_POSTGRES is not set; .ci/run sets it")
    name = f"test_{uuid.uuid4().hex}"
    _database(name, 'CREATE DATABASE "{}"')
    yield to_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    _database(name, 'DROP DATABASE "{}" WITH (FORCE)')


@pytest.fixture
def register(place):
    """Return an empty register."""
    opened = make_register(place)
    yield opened
    opened.engine.dispose()
