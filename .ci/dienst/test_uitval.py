"""What goes down while people write: no step is lost, double or half, and they read what happens.

Each writer is a session at one of the app processes, with the headers of the proxy; a step counts
as told when the page that follows shows it in the register.
"""

import asyncio
import json
import os
import random
import re
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from websockets.exceptions import WebSocketException

from tests.benchmarks.session_client import come_in
from tests.e2e.installed import DATABASE, as_service, fetched, process_of, until

SECRET = Path("/etc/taakstelling/geheim")
ADD = "Zet de afspraken uit de tabel als concept in het register"
CLOSED = "Het register kan niet worden geopend"
#: Below the register.
HEAD = "Kop van het register"
#: How long the database is away [s].
AWAY = 10.0
AMSTERDAM, OTHERS = "GM0363", ("GM0394", "GM0392", "GM0361", "GM0385")
TURNS = count(random.randrange(20_000))


@dataclass
class Writer:
    """Somebody who adds one agreement after another.

    Attributes
    ----------
    number, port
        Which writer, at which process.
    told, tried
        Names of agreements that the page showed after the step, and of all that were tried.
    said
        Messages that were read.
    broken
        How often the connection broke.
    """

    number: int
    port: int
    told: list = field(default_factory=list)
    tried: list = field(default_factory=list)
    said: set = field(default_factory=set)
    broken: int = 0

    async def write(self, stop):
        who = {"X-Forwarded-User": f"schrijver-{self.number}", "X-Forwarded-Groups": "tst-bzk"}
        secret = {"X-Taakstelling-Geheim": SECRET.read_text(encoding="utf-8").strip()}
        while not stop.is_set():
            try:
                visitor = await come_in(f"http://127.0.0.1:{self.port}/", who | secret)
                while not stop.is_set():
                    await self._step(visitor)
                await visitor.socket.close()
            except (OSError, WebSocketException):
                self.broken += 1
                await asyncio.sleep(0.2)

    async def _step(self, visitor):
        many, few = divmod(next(TURNS), 140)  # no agreement does what another does
        counts = {self.number: many + 1, (self.number + 1) % len(OTHERS): few + 1}
        name = f"uitval {time.monotonic_ns()} schrijver {self.number}"
        rows = [[name, AMSTERDAM, -sum(counts.values())]]
        rows += [[name, OTHERS[number], persons] for number, persons in counts.items()]
        await visitor.go("uitruil", f"stap=Register&afspraken={json.dumps(rows)}")
        if ADD in visitor.drawn:
            self.tried.append(name)
            await visitor.press(ADD)
            if any(name in text for text in visitor.words) and not visitor.alerts:
                self.told.append(name)
        self.said |= set(visitor.alerts)
        await asyncio.sleep(0.05)


@contextmanager
def writing():
    """Let four people write, two at each process, before, during and after what happens."""
    writers = [Writer(number, port) for number, port in enumerate((8501, 8502, 8501, 8502))]
    stop = threading.Event()

    async def everybody():
        await asyncio.gather(*(one.write(stop) for one in writers))

    running = threading.Thread(target=asyncio.run, args=[everybody()])
    running.start()
    try:
        some_steps(writers)
        yield writers
        some_steps(writers)
    finally:
        stop.set()
        running.join()


def some_steps(writers):
    """Wait until everybody has written two more agreements."""
    before = [len(one.told) for one in writers]
    pairs = list(zip(writers, before, strict=True))
    until(lambda: all(len(one.told) >= n + 2 for one, n in pairs), patience=120)


def asked(sql):
    """Return what the database itself holds, a line per row."""
    told = ["runuser", "-u", "postgres", "--", "psql", "-d", "taakstelling", "-tAc", sql]
    return subprocess.run(told, cwd="/", check=True, capture_output=True, text=True).stdout


def nothing_lost_or_half(writers):
    """Compare what was told with what is kept; print how much was in doubt and kept."""
    code, told = as_service("uitruil", "register", "controleer", "--register", DATABASE)
    assert code == 0, told
    alone = "SELECT nummer FROM overeenkomst EXCEPT SELECT nummer FROM versie"
    assert asked(alone).split() == []
    kept = asked("SELECT inhoud FROM versie")
    for one in writers:
        assert {name: kept.count(name) for name in one.told} == dict.fromkeys(one.told, 1)
        assert all(kept.count(name) <= 1 for name in one.tried)
    tried, sure = (sum(len(getattr(one, part)) for one in writers) for part in ("tried", "told"))
    unsure = sum(kept.count(name) for one in writers for name in set(one.tried) - set(one.told))
    print(f"tried {tried}, told {sure}, of the rest kept {unsure}")  # noqa: T201


def a_static_file():
    """Return the address of a script of Streamlit that every page loads."""
    (place,) = Path("/opt/taakstelling").glob("lib/*/site-packages/streamlit/static/index.html")
    return re.search(r"/static/js/index\.[^\"]*\.js", place.read_text(encoding="utf-8"))[0]


def database(*order):
    cluster = subprocess.run(["pg_lsclusters", "-h"], capture_output=True, text=True).stdout.split()
    subprocess.run(["pg_ctlcluster", *cluster[:2], *order], check=True)


def press(window, step):
    """Press a step of page Uitruil."""
    window.page.get_by_role("radio", name=step, exact=True).click()
    window.settle()


def press_until(window, text):
    """Press from step to step until the register is there: a press without a connection is lost."""

    def seen():
        press(window, "Afspraken")
        press(window, "Register")
        return text in window.text()

    until(seen, patience=120)


def test_the_database_is_killed_for_ten_seconds_while_people_write(come_in):
    window = come_in("bakker").open("uitruil", "?stap=Afspraken")
    with writing() as writers:
        database("stop", "-m", "immediate")
        back = time.monotonic() + AWAY
        press(window, "Register")
        window.sees(CLOSED)
        assert "Traceback" not in window.text()
        time.sleep(max(0.0, back - time.monotonic()))
        database("start")
        window.page.get_by_role("button", name="Probeer het opnieuw", exact=True).click()
        window.sees(HEAD)
        assert CLOSED not in window.text()
    nothing_lost_or_half(writers)
    for one in writers:
        assert one.said
        assert all(CLOSED in told for told in one.said), one.said
        assert one.broken == 0


def kill_the_app():
    """Kill every process of the app that is there."""
    for port in (8501, 8502):
        if process := process_of(port):
            os.kill(process, 9)


def test_the_app_is_killed_again_and_again_while_people_write(come_in):
    window = come_in("bakker").open("uitruil", "?stap=Afspraken")

    def told():
        kill_the_app()
        return "De app antwoordt nu niet" in window.text()

    with writing() as writers:
        kill_the_app()
        assert fetched(a_static_file())[0] == 200
        until(told)
        assert "Connection" not in window.text()
        press_until(window, HEAD)
        assert "Traceback" not in window.text()
    nothing_lost_or_half(writers)
    for one in writers:
        assert one.broken >= 1
        assert one.said == set()
