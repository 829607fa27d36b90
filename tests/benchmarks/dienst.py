"""Sixty people at once: ``python -m tests.benchmarks.dienst [SESSIONS] [SECONDS]``.

Every session asks for scenarios of its own, on four pages, a step every ten to thirty seconds
(aanname), and each answer must hold its own number and nobody else's. Measured three times: one
visitor alone, all of them, and all of them while two more compute what is heavy (a plan of the
country, draws). On loopback, on one process of the app; it ends by itself. Exits with 1 if an
answer was wrong or mixed, or a light step took over three times as long beside the heavy ones.
"""

import asyncio
import random
import sys
import time
from itertools import count
from statistics import median, quantiles

from optimiser.scenario.scenario import Scenario
from optimiser.teksten import whole
from optimiser.ui.frame.link import to_link
from tests.benchmarks.browser import memory, server
from tests.benchmarks.session_client import Visitor, come_in

#: Pages with a light step.
LIGHT = ("", "vergelijken", "optimaliseren", "uitleg")
#: Heavy work: page, section in the address, first words of the button.
HEAVY = (("koppelen", "koppelen=Plan", "Maak plan"), ("vergelijken", "deel=Zekerheid", "Reken met"))
#: Between two steps of one visitor [s]; aanname.
THINKING = (10.0, 30.0)
#: Steps that one visitor alone takes.
ALONE = 40
#: What a p95 may become beside heavy work, at most so many times that of all visitors without it.
MOST = 3.0


def totals(number: int) -> range:
    """Return the national numbers that only this session asks for, each once.

    An address that a session wrote itself is not taken over again.
    """
    return range(10_000 + 50 * number, 10_050 + 50 * number)


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
    mine = f"{whole(total)} personen" in told
    return seconds, mine and not any(f" {one} personen" in told for one in others)


async def visit(address: str, number: int, until: float) -> list[tuple[float, bool]]:
    """Let one visitor think and step until a moment; the first step, that fills caches, is left."""
    visitor, chance, found = await come_in(address), random.Random(number), []
    await asyncio.sleep(chance.uniform(0, THINKING[0]))
    await light_step(visitor, number, 0, chance)
    for turn in count(1):
        await asyncio.sleep(chance.uniform(*THINKING))
        if time.perf_counter() > until:
            break
        found.append(await light_step(visitor, number, turn, chance))
    await visitor.socket.close()
    return found


async def compute(address: str, what: tuple[str, str, str], until: float) -> int:
    """Ask for heavy work again and again until a moment; return how often it was asked."""
    (page, section, button), visitor, times = what, await come_in(address), 0
    while time.perf_counter() < until:
        link = to_link(Scenario(halfjaar="2025-2", totaal=9_000 + times))
        await visitor.go(page, f"{section}&scenario={link}")
        label = next((one for one in visitor.drawn if one.startswith(button)), None)
        if label is None:
            sys.exit(f"no button '{button} ...' on page {page}: {sorted(visitor.drawn)}")
        await visitor.press(label)
        times += 1
        await visitor.follow(lambda: time.perf_counter() > until)
    await visitor.socket.close()
    return times


async def everybody(
    address: str, sessions: int, seconds: float, heavy: bool
) -> list[tuple[float, bool]]:
    """Return the light steps of all visitors."""
    until = time.perf_counter() + seconds
    work = [asyncio.create_task(compute(address, what, until)) for what in HEAVY] if heavy else []
    steps = await asyncio.gather(*(visit(address, n, until) for n in range(sessions)))
    times = await asyncio.gather(*work)
    if heavy:
        sys.stdout.write(f"heavy work asked: {times}\n")
    return [one for own in steps for one in own]


async def one_alone(address: str) -> list[tuple[float, bool]]:
    """Return the steps of one visitor, without thinking."""
    visitor, chance = await come_in(address), random.Random(0)
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
    with server() as (address, pid):
        alone = asyncio.run(one_alone(address))
        told("one visitor alone", alone)
        held = [memory(pid)]
        everyone = asyncio.run(everybody(address, sessions, seconds, heavy=False))
        before = told(f"{sessions} visitors", everyone)
        held.append(memory(pid))
        beside = asyncio.run(everybody(address, sessions, seconds, heavy=True))
        after = told(f"{sessions} visitors beside two heavy jobs", beside)
        held.append(memory(pid))
    sys.stdout.write(f"memory of the server after each [MB]: {[round(one) for one in held]}\n")
    right = all(good for _, good in [*alone, *everyone, *beside])
    sys.stdout.write(f"p95 beside heavy work: {after / before:.1f} x that without\n")
    return 0 if right and after <= MOST * before else 1


if __name__ == "__main__":
    sys.exit(main())
