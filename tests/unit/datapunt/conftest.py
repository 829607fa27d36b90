"""A data point in a folder of the test, and files in the form in which they come."""

from datetime import UTC, datetime

import pytest

from optimiser.datapunt.opening import open_datapunt
from optimiser.io.gegevens import read_embedded
from optimiser.zicht.zicht import EVERYTHING


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 7, 1, 12, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def place(tmp_path):
    return tmp_path / "register.sqlite"


@pytest.fixture
def datapunt(place, clock):
    opened = open_datapunt(place, EVERYTHING)
    made = type(opened)(opened.engine, EVERYTHING, clock=clock)
    yield made
    made.close()


@pytest.fixture(scope="session")
def gegevens():
    return read_embedded()


@pytest.fixture(scope="session")
def statline(gegevens):
    """Return a made-up StatLine export of 1-1-2026: every gemeente 1 % more than in 2025."""
    table = gegevens.gemeenten[2025][0].tabel

    def export(jaar=2026, column="Bevolking op 1 januari (aantal)", change=None, drop=()):
        counts = {code: int(n * 1.01) for code, n in table["inwoners"].items()} | (change or {})
        lines = [f'"Regio\'s";"Perioden";"{column}"']
        lines.append(f'"NL01  ";"{jaar}JJ00";"18000000"')
        lines += [f'"{c}    ";"{jaar}JJ00";"{n}"' for c, n in counts.items() if c not in drop]
        return ("\n".join([*lines, '"Bron: CBS"', ""])).encode("utf-8-sig")

    return export


@pytest.fixture(scope="session")
def national():
    return b"periode;taakstelling;datum;bron\n2027-1;14.000;2026-10-01;rekenvoorbeeld\n"
