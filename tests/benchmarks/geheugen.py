"""What sessions cost in memory: ``python -m tests.benchmarks.geheugen [INTERACTIONS]``.

One session takes a step after another, each with a question that nobody asked before, over all
pages; then many come, take a few steps and go. Every figure is after garbage collection, and after
what is free is given back. Exits with 1 if steps go on costing memory: between the step at which
the answers that are kept are at their most (``FULL``) and the last, or per session that has gone.
"""

import asyncio
import json
import random
import sys
import urllib.request

from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame.link import to_link
from tests.benchmarks.dienst import enter, shared_server
from tests.benchmarks.session_client import Visitor

#: Pages with the part of them that is opened.
PAGES = (
    ("", ""), ("gemeente", "gemeente=GM0664"), ("vergelijken", ""), ("optimaliseren", ""),
    ("uitruil", "stap=Gebied"), ("verloop", "onderdeel=Stand"), ("lrt", ""), ("uitleg", ""),
)  # fmt: skip
#: Step by which the two hundred answers that are kept have been reached.
FULL = 200
#: Between two figures [steps].
EVERY = 100
#: Sessions that come and go, and their steps.
SESSIONS, STEPS = 40, 5
#: How long a session that has gone is kept for who comes back [s]: Streamlit's own, and some more.
GONE = 130
#: What all steps after ``FULL`` may cost together, and a session that has gone [MB].
MOST, MOST_GONE = 25.0, 0.5


def held(address: str) -> dict:
    """Return what the app holds."""
    with urllib.request.urlopen(f"{address}geheugen", timeout=60) as answer:
        return json.loads(answer.read())


async def step(visitor: Visitor, number: int, chance: random.Random) -> None:
    """Ask something new on a page at random."""
    page, query = chance.choice(PAGES)
    link = to_link(Scenario(halfjaar="2025-2", totaal=5_000 + number))
    await visitor.go(page, f"{query}&scenario={link}")


async def one_session(address: str, steps: int) -> list[dict]:
    """Return what is held after every so many steps of one session."""
    visitor, chance = await enter(address, 0), random.Random(0)
    found = []
    for number in range(1, steps + 1):
        await step(visitor, number, chance)
        if number % EVERY == 0:
            found.append(await asyncio.to_thread(held, address))
            sys.stdout.write(f"after {number} steps: {found[-1]['mb']:.0f} MB, ")
            sys.stdout.write(f"{found[-1]['objects']:,} objects\n")
    await visitor.socket.close()
    return found


async def many_sessions(address: str) -> tuple[float, float]:
    """Return the memory per session while they are there, and after they went [MB]."""
    chance, before = random.Random(1), held(address)["mb"]
    visitors = [await enter(address, 2 * number) for number in range(SESSIONS)]
    for turn in range(STEPS):
        for number, visitor in enumerate(visitors):
            await step(visitor, 20_000 + turn * SESSIONS + number, chance)
    there = await asyncio.to_thread(held, address)
    for visitor in visitors:
        await visitor.socket.close()
    await asyncio.sleep(GONE)
    await step(await enter(address, 1), 1, chance)  # who comes makes Streamlit clean up
    gone = await asyncio.to_thread(held, address)
    return (there["mb"] - before) / SESSIONS, (gone["mb"] - before) / SESSIONS


def main() -> int:
    """Measure, and tell."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with shared_server("geheugen_app.py") as (address, _):
        found = asyncio.run(one_session(address, steps))
        here, gone = asyncio.run(many_sessions(address))
    more = found[-1]["mb"] - found[FULL // EVERY - 1]["mb"]
    sys.stdout.write(f"from step {FULL} to {steps}: {more:+.1f} MB\n")
    before, after = (dict(found[at]["kinds"]) for at in (FULL // EVERY - 1, -1))
    growth = sorted(((n - before.get(k, 0), k) for k, n in after.items()), reverse=True)[:8]
    sys.stdout.write(f"more objects: {', '.join(f'{k} {n:+,}' for n, k in growth if n > 0)}\n")
    sys.stdout.write(f"per session of {SESSIONS}: {here:.2f} MB, gone {gone:+.2f} MB\n")
    return 0 if more <= MOST and gone <= MOST_GONE else 1


if __name__ == "__main__":
    sys.exit(main())
