"""The same tests on SQLite and, where a server is given, on PostgreSQL."""

import pytest

from optimiser.register.opening import make_register
from optimiser.zicht.zicht import EVERYTHING
from tests.databases import empty_place


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Return where an empty register may be made."""
    with empty_place(request.param, tmp_path / "register met spatie % .sqlite") as found:
        yield found


@pytest.fixture
def register(place):
    """Return an empty register."""
    opened = make_register(place, EVERYTHING)
    yield opened
    opened.engine.dispose()
