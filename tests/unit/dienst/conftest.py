"""Where an empty database may be made: SQLite and, where a server is given, PostgreSQL."""

import pytest

from tests.databases import empty_place


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    with empty_place(request.param, tmp_path / "een % register.sqlite") as found:
        yield found
