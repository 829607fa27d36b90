"""Twenty people at once: ``python -m tests.benchmarks.sessies [SESSIONS] [ROUNDS]``.

Every session asks for its own scenario by link, again and again, half of them on page Start and
half on page Optimaliseren, and checks that it gets its own answer back and nobody else's. Prints
the memory of the server after each round. Needs Chromium (TAAKSTELLING_TEST_CHROMIUM or the path).
"""

import sys
import time
from statistics import median
from typing import Any

from optimiser.io.gegevens import read_embedded
from optimiser.report.antwoord.headline import headline
from optimiser.scenario.beperkingen import Capaciteit, Gebied, Uitruil
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.teksten import whole
from optimiser.ui.frame.link import to_link
from tests.benchmarks.browser import chromium, memory, server


def asked(number: int, turn: int) -> tuple[str, Scenario]:
    """Return the page and the scenario of one session in one round; no two are the same."""
    total = 10_000 + 100 * number + turn
    if number % 2:
        return "", Scenario(halfjaar="2025-2", totaal=total)
    limits = Capaciteit(maximum_aandeel="0.14", mutatiegraad="0.07", personen_per_woning=2)
    area = Uitruil(binnen=Gebied.LAND)
    return "optimaliseren", Scenario(
        halfjaar="2025-2", totaal=total, capaciteit=limits, uitruil=area
    )


def expected(page: str, scenario: Scenario) -> str:
    """Return the words that only this scenario has, computed without the app."""
    if page == "":
        return f"{whole(scenario.totaal)} personen"
    outcome = solve_scenario(scenario, read_embedded(), prove=True).optimalisatie
    return headline(outcome)


def visit(pages: list[Any], address: str, turn: int) -> tuple[int, list[float]]:
    """Let every session ask; return how many answers were wrong and how long each took [s]."""
    questions = [asked(number, turn) for number in range(len(pages))]
    started = time.perf_counter()
    for page, (place, scenario) in zip(pages, questions, strict=True):
        page.goto(f"{address}{place}?scenario={to_link(scenario)}", wait_until="commit")
    wrong, seconds = 0, []
    answers = [expected(*question) for question in questions]
    for page, own in zip(pages, answers, strict=True):
        page.get_by_text(own).first.wait_for(timeout=180_000)
        told = page.locator("body").inner_text()
        wrong += any(other in told for other in set(answers) - {own})
        seconds.append(time.perf_counter() - started)
    return wrong, seconds


def main() -> int:
    """Ask, count, tell."""
    from playwright.sync_api import sync_playwright

    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    wrong, seconds, held = 0, [], []
    with server() as (address, pid), sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        pages = [browser.new_context().new_page() for _ in range(sessions)]
        for turn in range(rounds):
            mistakes, took = visit(pages, address, turn)
            wrong += mistakes
            seconds += took
            held.append(round(memory(pid)))
        browser.close()
    sys.stdout.write(
        f"{sessions} sessions, {rounds} rounds: {wrong} wrong or mixed answers\n"
        f"all drawn after {max(seconds):.1f} s, median {median(seconds):.1f} s\n"
        f"memory of the server per round [MB]: {held}\n"
    )
    return 0 if wrong == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
