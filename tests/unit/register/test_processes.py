"""Several processes on one register, and one that is killed while it writes."""

import signal
import subprocess
import sys
import time

import pytest

from optimiser.register.opening import make_register

WRITER = """
import sys
from optimiser.register.opening import make_register
from optimiser.uitruil.agreement import overeenkomst
book = make_register(sys.argv[1])
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]} {number}"
    deal = overeenkomst(name, "2025-2", {"GM0106": 5, "GM0114": -5})
    written = book.add(deal, sys.argv[2], again=True)
    print(written.nummer, flush=True)
"""
#: Adds the row, tells so, and hangs before the transaction is finished.
HALFWAY = """
import sys, time
from datetime import UTC, datetime
from sqlalchemy import insert
from optimiser.register.opening import make_register
from optimiser.register.tables import overeenkomst
book = make_register(sys.argv[1])
with book.engine.begin() as connection:
    connection.execute(insert(overeenkomst).values(aangemaakt=datetime.now(UTC)))
    print("halfway", flush=True)
    time.sleep(60)
"""


def start(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("names", [("een", "twee"), ("een", "twee", "drie", "vier")])
def test_processes_that_write_five_hundred_times_each_lose_nothing(place, names):
    make_register(place).engine.dispose()
    writers = [start(WRITER, place, name, 500) for name in names]
    outputs = [writer.communicate(timeout=300)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * len(names)
    book = make_register(place)
    found = {one.overeenkomst.naam for one in book.stand()}
    assert found == {f"{name} {n}" for name in names for n in range(500)}
    numbers = [int(line) for output in outputs for line in output.split()]
    assert len(set(numbers)) == book.kop().aantal == 500 * len(names)
    book.engine.dispose()


def test_two_processes_may_make_the_register_at_the_same_time(place):
    writers = [start(WRITER, place, name, 5) for name in ("een", "twee", "drie")]
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    book = make_register(place)
    assert len(book.stand()) == 15
    book.engine.dispose()


def test_killed_in_the_middle_of_a_write_leaves_the_last_good_state(place):
    book = make_register(place)
    book.engine.dispose()
    victim = start(HALFWAY, place)
    assert victim.stdout.readline() == "halfway\n"
    victim.send_signal(signal.SIGKILL)
    victim.communicate(timeout=10)
    assert victim.returncode == -signal.SIGKILL
    survivor = start(WRITER, place, "daarna", 1)
    survivor.communicate(timeout=40)
    assert survivor.returncode == 0
    book = make_register(place)
    (only,) = book.stand()
    assert only.overeenkomst.naam == "daarna 0"
    with book.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM overeenkomst").scalar()
    assert rows == 1
    book.engine.dispose()


def test_killed_while_it_writes_keeps_all_that_it_reported(place):
    make_register(place).engine.dispose()
    victim = start(WRITER, place, "slachtoffer", 100_000)
    reported = [victim.stdout.readline() for _ in range(40)]
    time.sleep(0.05)
    victim.kill()
    reported += victim.communicate(timeout=10)[0].splitlines()[:-1]
    book = make_register(place)
    kept = {one.nummer for one in book.stand()}
    assert {int(line) for line in reported} <= kept
    for number in kept:
        assert len(book.history(number)) == 1
    book.engine.dispose()
