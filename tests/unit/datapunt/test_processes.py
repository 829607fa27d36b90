"""Several importers at once, one that is killed, on SQLite and where given on PostgreSQL."""

import pandas as pd
import pytest

from optimiser.datapunt.opening import open_datapunt
from optimiser.zicht.zicht import EVERYTHING
from tests.databases import empty_place
from tests.processes import Started, halt_halfway_a_levering, import_leveringen


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Return where an empty data point may be made."""
    with empty_place(request.param, tmp_path / "register.sqlite") as found:
        yield found


def test_two_importers_at_once_lose_nothing(place):
    writers = [Started(import_leveringen, place, name, 25) for name in ("een", "twee")]
    outputs = [writer.finish() for writer in writers]
    assert [code for _, code in outputs] == [0, 0]
    numbers = [number for told, _ in outputs for number in told]
    assert len(set(numbers)) == 50
    point = open_datapunt(place, EVERYTHING)
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
    open_datapunt(place, EVERYTHING).close()
    victim = Started(halt_halfway_a_levering, place)
    assert victim.next() == "halfway"
    victim.kill()
    point = open_datapunt(place, EVERYTHING)
    assert point.leveringen() == ()
    rows = pd.DataFrame({"periode": ["2027-1"], "taakstelling": [3]})
    again = point.add("landelijk", "half.csv", b"half", rows, "Jan")
    assert [one.nummer for one in point.leveringen()] == [again.nummer]
    point.close()


def test_killed_while_it_imports_keeps_all_that_it_reported(place):
    open_datapunt(place, EVERYTHING).close()
    victim = Started(import_leveringen, place, "slachtoffer", 10_000)
    reported = [victim.next() for _ in range(10)]
    reported += victim.kill()
    point = open_datapunt(place, EVERYTHING)
    kept = {one.nummer for one in point.leveringen()}
    assert set(reported) <= kept
    for number in kept:
        assert len(point.rows(number)) == 400
    point.close()
