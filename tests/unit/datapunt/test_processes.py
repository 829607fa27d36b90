"""Several importers at once, one that is killed, on SQLite and where given on PostgreSQL."""

import signal
import subprocess
import sys

import pandas as pd
import pytest

from optimiser.datapunt.opening import open_datapunt
from tests.databases import empty_place

IMPORTER = """
import sys
import pandas as pd
from optimiser.datapunt.opening import open_datapunt
point = open_datapunt(sys.argv[1])
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}"
    rows = pd.DataFrame({"periode": ["2027-1"] * 400, "taakstelling": [number] * 400})
    one = point.add("landelijk", name, name.encode(), rows, sys.argv[2])
    point.settle(one.nummer, sys.argv[2])
    print(one.nummer, flush=True)
"""
#: Stores a levering, tells so, and hangs before the transaction is finished.
HALFWAY = """
import sys, time
import pandas as pd
from sqlalchemy import insert
from optimiser.datapunt.opening import open_datapunt
from optimiser.datapunt.rows_blob import new_row
from optimiser.datapunt.tables import levering
point = open_datapunt(sys.argv[1])
rows = pd.DataFrame({"periode": ["2027-1"], "taakstelling": [3]})
row = new_row("landelijk", "", "half.csv", b"half", rows)
row |= {"eigenaar": "", "opmerking": "", "afwijkingen": "[]"}
with point.engine.begin() as connection:
    connection.execute(insert(levering).values(row))
    print("halfway", flush=True)
    time.sleep(60)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Return where an empty data point may be made."""
    with empty_place(request.param, tmp_path / "register.sqlite") as found:
        yield found


def start(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


def test_two_importers_at_once_lose_nothing(place):
    writers = [start(IMPORTER, place, name, 25) for name in ("een", "twee")]
    outputs = [writer.communicate(timeout=120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    numbers = [int(line) for output in outputs for line in output.split()]
    assert len(set(numbers)) == 50
    point = open_datapunt(place)
    found = point.leveringen()
    assert {one.bestand for one in found} == {
        f"{w}-{n}" for w in ("een", "twee") for n in range(25)
    }
    # All are about 2027-1: exactly one counts, and it is one that was really settled.
    assert len(point.settled("landelijk")) == 1
    for one in found:
        assert len(point.rows(one.nummer)) == 400
    point.close()


def test_killed_in_the_middle_of_an_import_nothing_is_half_stored(place):
    open_datapunt(place).close()
    victim = start(HALFWAY, place)
    assert victim.stdout.readline() == "halfway\n"
    victim.send_signal(signal.SIGKILL)
    victim.communicate(timeout=10)
    assert victim.returncode == -signal.SIGKILL
    point = open_datapunt(place)
    assert point.leveringen() == ()
    rows = pd.DataFrame({"periode": ["2027-1"], "taakstelling": [3]})
    again = point.add("landelijk", "half.csv", b"half", rows, "Jan")
    assert [one.nummer for one in point.leveringen()] == [again.nummer]
    point.close()


def test_killed_while_it_imports_keeps_all_that_it_reported(place):
    open_datapunt(place).close()
    victim = start(IMPORTER, place, "slachtoffer", 10_000)
    reported = [victim.stdout.readline() for _ in range(10)]
    victim.kill()
    reported += victim.communicate(timeout=10)[0].splitlines()[:-1]
    point = open_datapunt(place)
    kept = {one.nummer for one in point.leveringen()}
    assert {int(line) for line in reported} <= kept
    for number in kept:
        assert len(point.rows(number)) == 400
    point.close()
