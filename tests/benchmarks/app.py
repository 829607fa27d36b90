"""Measure the app in a real browser: ``python -m tests.benchmarks.app``.

An empty Streamlit page (``empty_app``) is measured in the same run; every figure is followed by how
many times it is that of the empty page, which is what counts on a slow day.

Medians on a warm server: the start page until map and tables are drawn, in a new browser (nothing
kept) and in one that was here before; a step of a slider on the pages that compute, until the map
has new colours; what the server sends per step; and the computing alone, in this process.
"""

import gc
import statistics
import sys
import time

from optimiser.io.gegevens import read_embedded
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.ui.frame.link import to_link
from optimiser.verdeelsleutels import find
from tests.benchmarks.browser import chromium, server, wire
from tests.benchmarks.page_times import (
    DRAWN,
    FIRST,
    MAPPED,
    compared,
    empty_page,
    first_view,
    several_views,
    slider,
)


def say(line: str) -> None:
    """Write a line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def link(url: str, page: str, scenario: Scenario, more: str = "") -> str:
    """Return the address of a page with a scenario."""
    return f"{url}{page}?scenario={to_link(scenario)}{more}"


def computing() -> str:
    """Tell how long the answers behind the slider take without app and browser [ms]."""
    figures = read_embedded()
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
    with server() as (place, _), wire(place) as (url, received), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        load, rerun = empty_page(browser)
        say(f"empty Streamlit page: load {load:.2f} s, rerun {rerun.middle:.0f} ms")
        cold, new = several_views(browser, url)
        again = browser.new_context(viewport={"width": 1280, "height": 1000})
        kept = []
        for _ in range(7):
            page = again.new_page()
            kept.append(first_view(page, url))
            page.close()
        times = compared(new, load, FIRST)
        say(f"start page, new browser: {new:.2f} s (first {cold:.2f} s); {times}")
        say(f"start page, browser that was here before: {statistics.median(kept[1:]):.2f} s")
        page = again.new_page()
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
            page.wait_for_function(MAPPED)
            page.get_by_role("group", name=label, exact=True).wait_for()
            page.wait_for_timeout(3000)
            step = slider(page, label, what, received).told(rerun.middle)
            say(f"page Optimaliseren, {name}: {step}")
        more = "&sleutels=inwoners,gemengd:inwoners%3D60%2Bhuishoudens%3D40"
        page.goto(link(url, "vergelijken", Scenario(halfjaar="2025-2"), more))
        weight = f"Gewicht van {find('inwoners').titel} (%)"
        page.get_by_role("group", name=weight, exact=True).wait_for()
        page.wait_for_function(DRAWN)
        page.wait_for_timeout(4000)
        step = slider(page, weight, "colours", received).told(rerun.middle)
        say(f"page Sleutels vergelijken, mix: {step}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
