"""Sixty people at once: ``python -m tests.benchmarks.dienst [SESSIONS] [SECONDS]``.

Every session asks for scenarios of its own, on four pages, a step every ten to thirty seconds
(aanname), as a user of its own in one of two werkruimtes; each answer must hold its own number,
name and werkruimte and nobody else's. Measured three times: one
visitor alone, all of them, and all of them while two more compute what is heavy (a plan of the
country, draws). On loopback; it ends by itself. On one process of the app, or on the installation
of the recipe (nginx, two processes, PostgreSQL): ``TAAKSTELLING_PROEF_DOE=tests.benchmarks.dienst
.ci/dienst/proef WHEEL FOLDER``. Exits with 1 if an answer was wrong or mixed, or a light step took
over three times as long beside the heavy ones.
"""

import asyncio
import os
import random
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from optimiser.scenario.scenario import Scenario
from optimiser.teksten import whole
from optimiser.ui.frame.link import to_link
from tests.benchmarks.browser import ROOT, memory, server
from tests.benchmarks.session_client import Visitor, come_in
from tests.e2e import installed

#: Pages with a light step.
LIGHT = ("", "vergelijken", "optimaliseren", "uitleg")
#: Heavy work: page, section in the address, first words of the button.
HEAVY = (("koppelen", "koppelen=Plan", "Maak plan"), ("vergelijken", "deel=Zekerheid", "Reken met"))
SECRET = "b" * 64
#: Both workspaces; every other visitor is of the first.
AREAS = {"zeeland": "PV29", "utrecht": "PV26"}
#: Between two steps of one visitor [s]; aanname.
THINKING = (10.0, 30.0)
#: In which all visitors come in [s].
COMING_IN = 40.0
#: Steps that one visitor alone takes.
ALONE = 40
#: What a p95 may become beside heavy work, at most so many times that of all visitors without it.
MOST = 3.0


@contextmanager
def shared_server(page: str | None = None) -> Iterator[tuple[str, int]]:
    """Run the app, or a page of this folder, as a shared installation; give address and process."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "werkruimtes.toml"
        lines = [space(name, area) for name, area in AREAS.items()]
        file.write_text("\n".join(lines), encoding="utf-8")
        environ = {
            "TAAKSTELLING_WERKRUIMTES": str(file),
            "TAAKSTELLING_AANMELDING": "proxy",
            "TAAKSTELLING_GEHEIM": SECRET,
            "XDG_DATA_HOME": folder,
        }
        place = ROOT / "app.py" if page is None else Path(__file__).with_name(page)
        with server(place, environ) as found:
            yield found


@contextmanager
def installation() -> Iterator[tuple[str, list[int]]]:
    """Give an installation of one process, or that of the recipe; with its processes."""
    if not installed.URL:
        with shared_server() as (address, pid):
            yield address, [pid]
        return
    everybody = [*range(200), *range(1_000, 1_000 + len(HEAVY))]
    spaces = "\n".join(space(name, area) for name, area in AREAS.items())
    installed.let_in(dict(map(who, everybody)), SECRET, spaces)
    yield f"{installed.URL}/", [installed.process_of(port) for port in (8501, 8502)]


def space(name: str, area: str) -> str:
    """Return the lines of a workspace."""
    return f'[[werkruimte]]\nid = "{name}"\ngroep = "{name}"\ngebied = "{area}"\nrol = "analist"\n'


def who(number: int) -> tuple[str, str]:
    """Return name and workspace of a visitor."""
    return f"bezoeker-{number}-", list(AREAS)[number % 2]


async def enter(address: str, number: int) -> Visitor:
    """Come in as a visitor of the proxy, or through it."""
    name, area = who(number)
    if address.startswith("https"):
        word = b64encode(f"{name}:{SECRET}".encode()).decode()
        given = {"Authorization": f"Basic {word}"}
        return await come_in(address, given, installed.ANY_CERTIFICATE)
    headers = {"X-Forwarded-User": name, "X-Forwarded-Groups": area}
    return await come_in(address, headers | {"X-Taakstelling-Geheim": SECRET})


def totals(number: int) -> range:
    """Return the national numbers that only this session asks for, each once.

    An address that a session wrote itself is not taken over again. No half-year has as many.
    """
    return range(40_000 + 50 * number, 40_050 + 50 * number)


async def light_step(
    visitor: Visitor, number: int, turn: int, chance: random.Random
) -> tuple[float, bool]:
    """Ask for a scenario of one's own; return seconds, and whether the answer was right."""
    total = totals(number)[turn]
    page = chance.choice(LIGHT)
    link = to_link(Scenario(halfjaar="2025-2", totaal=total))
    seconds = await visitor.go(page, f"scenario={link}")
    told = "\n".join(visitor.words)
    others = {whole(one) for other in (number - 1, number + 1) for one in totals(other)}
    name, area = who(number)
    mine = f"{whole(total)} personen" in told and f"{name} · werkruimte {area}" in told
    mine = mine and told.count("bezoeker-") == told.count(name)
    right = mine and not any(f"{one} personen" in told for one in others)
    if not right:
        sys.stdout.write(f"wrong: session {number}, page '{page}', {total}\n")
    return seconds, right


async def visit(address: str, number: int, ends: list[float]) -> list[list[tuple[float, bool]]]:
    """Let one visitor think and step; return the steps of each period, by when they end.

    Coming in loads pages and is not counted: all do so in the first period.
    """
    visitor, chance = await enter(address, number), random.Random(number)
    found: list[list[tuple[float, bool]]] = [[] for _ in ends]
    await asyncio.sleep(chance.uniform(0, max(0.0, ends[0] - time.perf_counter() - THINKING[0])))
    for turn in count():
        step = await light_step(visitor, number, turn, chance)
        await asyncio.sleep(chance.uniform(*THINKING))
        now = [k for k, end in enumerate(ends) if time.perf_counter() <= end]
        if not now:
            break
        found[now[0]].append(step)
    await visitor.socket.close()
    return found


async def compute(address: str, what: tuple[str, str, str], until: float) -> int:
    """Ask for heavy work again and again until a moment; return how often it was asked."""
    (page, section, button), times = what, 0
    visitor = await enter(address, 1_000 + HEAVY.index(what))
    while time.perf_counter() < until:
        link = to_link(Scenario(halfjaar="2025-2", totaal=9_000 + times))
        await visitor.go(page, f"{section}&scenario={link}")
        label = next((one for one in visitor.drawn if one.startswith(button)), None)
        if label is None:
            sys.exit(f"no button '{button} ...' on page {page}: {sorted(visitor.drawn)}")
        await visitor.press(label)
        await visitor.follow(lambda: time.perf_counter() > until)
        if visitor.alerts:
            sys.exit(f"heavy work on page {page} failed: {visitor.alerts}")
        times += 1
    await visitor.socket.close()
    return times


async def everybody(address: str, sessions: int, seconds: float) -> list[list[tuple[float, bool]]]:
    """Return the light steps of all visitors: without, and beside two heavy jobs."""
    begin = time.perf_counter() + COMING_IN
    ends = [begin, begin + seconds, begin + 2 * seconds]
    visitors = [asyncio.create_task(visit(address, n, ends)) for n in range(sessions)]
    await asyncio.sleep(ends[1] - time.perf_counter())
    times = await asyncio.gather(*(compute(address, what, ends[2]) for what in HEAVY))
    sys.stdout.write(f"heavy work asked: {times}\n")
    found = await asyncio.gather(*visitors)
    return [[step for own in found for step in own[period]] for period in (1, 2)]


async def one_alone(address: str) -> list[tuple[float, bool]]:
    """Return the steps of one visitor, without thinking."""
    visitor, chance = await enter(address, 0), random.Random(0)
    for page in LIGHT:  # the pages are loaded
        await visitor.go(page, "")
    found = [await light_step(visitor, 0, turn, chance) for turn in range(ALONE)]
    await visitor.socket.close()
    return found


def told(name: str, steps: list[tuple[float, bool]]) -> float:
    """Print what was measured; return the p95 [s]."""
    seconds = [one for one, _ in steps]
    p95 = quantiles(seconds, n=20)[-1]
    wrong = sum(not right for _, right in steps)
    sys.stdout.write(
        f"{name}: {len(steps)} steps, {wrong} wrong or mixed; median {median(seconds):.2f} s, "
        f"p95 {p95:.2f} s, longest {max(seconds):.2f} s\n"
    )
    return p95


def main() -> int:
    """Measure, and tell."""
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    with installation() as (address, pids):
        alone = asyncio.run(one_alone(address))
        told("one visitor alone", alone)
        held = [memory(pid) for pid in pids]
        everyone, beside = asyncio.run(everybody(address, sessions, seconds))
        before = told(f"{sessions} visitors", everyone)
        after = told(f"{sessions} visitors beside two heavy jobs", beside)
        held += [memory(pid) for pid in pids]
    sys.stdout.write(f"memory before and after, per process [MB]: {[round(one) for one in held]}\n")
    sys.stdout.write(f"load average {os.getloadavg()}\n")
    right = all(good for _, good in [*alone, *everyone, *beside])
    sys.stdout.write(f"p95 beside heavy work: {after / before:.1f} x that without\n")
    return 0 if right and after <= MOST * before else 1


if __name__ == "__main__":
    sys.exit(main())
