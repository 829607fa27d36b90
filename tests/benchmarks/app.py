"""Measure the app in a real browser: ``python -m tests.benchmarks.app``.

Medians on a warm server: the start page until map and tables are drawn, in a new browser (nothing
kept) and in one that was here before; a step of a slider on the pages that compute, until the map
has new colours; what the server sends per step; and the computing alone, in this process.
"""

import gc
import statistics
import sys
import time
from typing import Any

from optimiser.io.gegevens import read_gegevens
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.ui.frame.link import to_link
from optimiser.verdeelsleutels import find
from tests.benchmarks.browser import chromium, server

#: Steps of a slider, every one to an answer that was not there yet.
STEPS = 7
DRAWN = """() => {
  const seen = (root, css) => [...root.querySelectorAll('*')]
    .some(one => one.shadowRoot?.querySelector(css));
  return seen(document, '.gemeente[d]') && seen(document, 'table tbody tr') &&
    document.body.innerText.includes('Huisvestingswet');
}"""
WATCH = """(what) => {
  const maps = () => [...document.querySelectorAll('*')]
    .filter(one => one.shadowRoot?.querySelector('.gemeente[d]'))
    .map(host => [...host.shadowRoot.querySelectorAll('.gemeente')]
      .map(path => path.getAttribute('fill')).join());
  const told = () => [...document.querySelectorAll('[data-testid=stAlert]')]
    .map(one => one.innerText);
  const now = () => (what === 'colours' ? maps() : told()).join('|');
  const before = now();
  window.took = null;
  document.addEventListener('keydown', () => {
    const start = performance.now();
    const look = () => { if (now() === before) setTimeout(look, 2);
      else requestAnimationFrame(() => setTimeout(done)); };
    const done = () => { window.took = performance.now() - start; };
    look();
  }, { once: true, capture: true });
}"""


def say(line: str) -> None:
    """Write a line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def first_view(page: Any, url: str) -> float:
    """Return the seconds until map, tables and footer of the start page are drawn."""
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(DRAWN, polling=10)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - start


def slider(page: Any, label: str, what: str, received: list[int]) -> str:
    """Walk a slider to the left; tell the milliseconds to the new picture, and the bytes."""
    took, size = [], []
    for _ in range(STEPS):
        page.wait_for_timeout(900)
        received.clear()
        page.evaluate(WATCH, what)
        page.get_by_role("group", name=label, exact=True).locator("input").focus()
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("window.took !== null", timeout=20_000)
        page.wait_for_timeout(400)
        took.append(page.evaluate("window.took"))
        size.append(sum(received))
    middle, worst = statistics.median(took), max(took)
    return f"median {middle:.0f} ms, worst {worst:.0f} ms, {statistics.median(size) / 1000:.0f} kB"


def link(url: str, page: str, scenario: Scenario, more: str = "") -> str:
    """Return the address of a page with a scenario."""
    return f"{url}{page}?scenario={to_link(scenario)}{more}"


def computing() -> str:
    """Tell how long the answers behind the slider take without app and browser [ms]."""
    figures = read_gegevens()
    start = read_scenario(embedded_scenarios()["plafond-12"])
    solve_scenario(start, figures, prove=True)
    gc.collect()
    gc.freeze()  # as the app does after its first page
    took = []
    for number in range(25):
        part = f"{0.18 - number * 0.0025:.4f}"
        asked = start.adjusted(capaciteit=start.capaciteit.adjusted(maximum_aandeel=part))
        began = time.perf_counter()
        solve_scenario(asked, figures, prove=True)
        took.append((time.perf_counter() - began) * 1000)
    return f"median {statistics.median(took):.0f} ms, worst {max(took):.0f} ms"


def main() -> int:
    """Measure and tell."""
    from playwright.sync_api import sync_playwright

    say(f"computing one step of the ceiling: {computing()}")
    received: list[int] = []
    with server() as (url, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        new = []
        for _ in range(7):
            page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
            new.append(first_view(page, url))
            page.context.close()
        again = browser.new_context(viewport={"width": 1280, "height": 1000})
        kept = []
        for _ in range(7):
            page = again.new_page()
            kept.append(first_view(page, url))
            page.close()
        say(f"start page, new browser: {statistics.median(new[1:]):.2f} s (first {new[0]:.2f} s)")
        say(f"start page, browser that was here before: {statistics.median(kept[1:]):.2f} s")
        page = again.new_page()
        page.on("websocket", lambda w: w.on("framereceived", lambda d: received.append(len(d))))
        twelve = read_scenario(embedded_scenarios()["plafond-12"])
        ceiling = "Hoogste aandeel van de vrijkomende sociale huurwoningen"
        budget = "Verplaats hooguit zoveel personen"
        for name, part, label, what in (
            ("ceiling, closes", "0.155", ceiling, "colours"),
            ("ceiling, does not close", "0.115", ceiling, "colours"),
            ("frontier", "0.12", budget, "answer"),
        ):
            capaciteit = twelve.capaciteit.adjusted(maximum_aandeel=part)
            page.goto(link(url, "optimaliseren", twelve.adjusted(capaciteit=capaciteit)))
            page.wait_for_function(DRAWN)
            page.get_by_role("group", name=label, exact=True).wait_for()
            page.wait_for_timeout(3000)
            say(f"page Optimaliseren, {name}: {slider(page, label, what, received)}")
        more = "&sleutels=inwoners,gemengd:inwoners%3D60%2Bhuishoudens%3D40"
        page.goto(link(url, "vergelijken", Scenario(halfjaar="2025-2"), more))
        weight = f"Gewicht van {find('inwoners').titel} (%)"
        page.get_by_role("group", name=weight, exact=True).wait_for()
        page.wait_for_function(DRAWN)
        page.wait_for_timeout(4000)
        say(f"page Sleutels vergelijken, mix: {slider(page, weight, 'colours', received)}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
