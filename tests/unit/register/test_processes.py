"""Several processes on one register, and one that is killed while it writes."""

import random
import time

import pytest

from optimiser.dienst.backup import copy_database
from optimiser.register.opening import make_register
from optimiser.zicht.zicht import EVERYTHING
from tests.processes import Started, halt_halfway_an_agreement, write_agreements


@pytest.mark.parametrize("times", [100, pytest.param(500, marks=pytest.mark.lang)])
@pytest.mark.parametrize("names", [("een", "twee"), ("een", "twee", "drie", "vier")])
def test_processes_that_write_many_times_each_lose_nothing(place, names, times):
    make_register(place, EVERYTHING).engine.dispose()
    writers = [Started(write_agreements, place, name, times) for name in names]
    outputs = [writer.finish() for writer in writers]
    assert [code for _, code in outputs] == [0] * len(names)
    book = make_register(place, EVERYTHING)
    found = {one.overeenkomst.naam for one in book.stand()}
    assert found == {f"{name} {n}" for name in names for n in range(times)}
    numbers = [number for told, _ in outputs for number in told]
    assert len(set(numbers)) == book.kop().aantal == times * len(names)
    book.engine.dispose()


def test_two_processes_may_make_the_register_at_the_same_time(place):
    writers = [Started(write_agreements, place, name, 5) for name in ("een", "twee", "drie")]
    assert [writer.finish()[1] for writer in writers] == [0, 0, 0]
    book = make_register(place, EVERYTHING)
    assert len(book.stand()) == 15
    book.engine.dispose()


def test_killed_in_the_middle_of_a_write_leaves_the_last_good_state(place):
    make_register(place, EVERYTHING).engine.dispose()
    victim = Started(halt_halfway_an_agreement, place)
    assert victim.next() == "halfway"
    victim.kill()
    assert Started(write_agreements, place, "daarna", 1).finish()[1] == 0
    book = make_register(place, EVERYTHING)
    (only,) = book.stand()
    assert only.overeenkomst.naam == "daarna 0"
    with book.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM overeenkomst").scalar()
    assert rows == 1
    book.engine.dispose()


def test_killed_while_it_writes_keeps_all_that_it_reported(place):
    make_register(place, EVERYTHING).engine.dispose()
    victim = Started(write_agreements, place, "slachtoffer", 100_000)
    reported = [victim.next() for _ in range(40)]
    reported += victim.kill()
    book = make_register(place, EVERYTHING)
    kept = {one.nummer for one in book.stand()}
    assert set(reported) <= kept
    for number in kept:
        assert len(book.history(number)) == 1
    book.engine.dispose()


@pytest.mark.parametrize("times", [3, pytest.param(100, marks=pytest.mark.lang)])
def test_killed_time_after_time_at_any_moment_it_loses_nothing(place, tmp_path, times):
    """Each writer goes on in the register that the one before was killed in."""
    make_register(place, EVERYTHING).engine.dispose()
    reported, moment = set(), random.Random(times)
    for number in range(times):
        victim = Started(write_agreements, place, f"schrijver {number}", 100_000)
        reported.add(victim.next())
        time.sleep(moment.uniform(0, 0.15))
        reported |= set(victim.kill())
    book = make_register(place, EVERYTHING)
    found = book.check()
    assert reported <= set(found.rows)
    # At most the one write that each was killed in was done and not told.
    assert len(found.rows) <= len(reported) + times
    assert found.kop.aantal == len(found.rows)
    copied = copy_database(place, tmp_path / "kopie.sqlite", None)
    assert copied.kop == found.kop
    book.engine.dispose()
