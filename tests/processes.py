"""Processes of their own, forked from one that has read the program already: that takes seconds.

Each runs a function of this module and tells what it did through a pipe.
"""

import multiprocessing
import signal
import time
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import insert

from optimiser.datapunt.opening import open_datapunt
from optimiser.datapunt.rows_blob import new_row
from optimiser.datapunt.tables import levering
from optimiser.register import tables
from optimiser.register.gate import wettelijke_stand
from optimiser.register.opening import make_register
from optimiser.uitruil.agreement import overeenkomst
from optimiser.zicht.zicht import EVERYTHING
from tests.databases import without_waiting_for_the_disk

_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload([__name__])
# Read once, before processes split off.
wettelijke_stand("2025-2")


class Started:
    """A process that runs a function, and what it tells."""

    def __init__(self, work, *arguments):
        self._pipe, told = _FORKED.Pipe(duplex=False)
        self._process = _FORKED.Process(target=_run, args=(work, told, *arguments), daemon=True)
        self._process.start()
        told.close()

    def next(self, patience=60):
        """Return the next thing it tells."""
        assert self._pipe.poll(patience), "the process tells nothing"
        return self._pipe.recv()

    def finish(self, patience=300):
        """Return all it still tells, and how it ended: 0 when well."""
        told = []
        while self._pipe.poll(patience):
            try:
                told.append(self._pipe.recv())
            except EOFError:
                break
        self._process.join(patience)
        return told, self._process.exitcode

    def kill(self):
        """Kill it where it stands (signal 9); return what it had told and was not yet read."""
        self._process.kill()
        told, code = self.finish()
        assert code == -signal.SIGKILL
        return told


def _run(work, told, *arguments):
    without_waiting_for_the_disk()
    work(told.send, *arguments)


def write_agreements(tell, place, name, times):
    """Add agreements to a register, telling each number."""
    book = make_register(place, EVERYTHING)
    for number in range(times):
        deal = overeenkomst(f"{name} {number}", "2025-2", {"GM0106": 5, "GM0114": -5})
        tell(book.add(deal, name, again=True).nummer)


def halt_halfway_an_agreement(tell, place):
    """Add the row, tell so, and hang before the transaction is finished."""
    book = make_register(place, EVERYTHING)
    with book.engine.begin() as connection:
        connection.execute(insert(tables.overeenkomst).values(aangemaakt=datetime.now(UTC)))
        tell("halfway")
        time.sleep(60)


def import_leveringen(tell, place, name, times):
    """Store and settle leveringen of 400 rows, telling each number."""
    point = open_datapunt(place, EVERYTHING)
    for number in range(times):
        file = f"{name}-{number}"
        rows = pd.DataFrame({"periode": ["2027-1"] * 400, "taakstelling": [number] * 400})
        one = point.add("landelijk", file, file.encode(), rows, name)
        point.settle(one.nummer, name)
        tell(one.nummer)


def halt_halfway_a_levering(tell, place):
    """Store a levering, tell so, and hang before the transaction is finished."""
    point = open_datapunt(place, EVERYTHING)
    rows = pd.DataFrame({"periode": ["2027-1"], "taakstelling": [3]})
    row = new_row("landelijk", "", "half.csv", b"half", rows)
    row |= {"eigenaar": "", "opmerking": "", "afwijkingen": "[]"}
    with point.engine.begin() as connection:
        connection.execute(insert(levering).values(row))
        tell("halfway")
        time.sleep(60)
