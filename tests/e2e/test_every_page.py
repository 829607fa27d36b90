"""What holds on every page: Dutch, whole, accessible, nothing fetched from elsewhere."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from optimiser.ui.frame.shell import ENTRIES
from tests.e2e.conftest import Visit

PAGES = [e.module for e in ENTRIES if find_spec(f"optimiser.ui.{e.module}.page") is not None]
TITLES = {entry.module: entry.titel for entry in ENTRIES}
AXE = os.environ.get("TAAKSTELLING_TEST_AXE", "")
FOUND = """
async () => (await axe.run(document, {resultTypes: ['violations']})).violations
  .map(v => [v.id, v.nodes.map(n => n.target.join(' ')).slice(0, 4)])
"""
ENGLISH = ("Drag and drop", "Browse files", "Press Enter", "Choose an option", "Traceback", "Error")


@pytest.fixture(scope="module", params=PAGES)
def window(request, windows, address):
    """Open a page once for all that must hold on it."""
    opened = Visit(windows, address).open(request.param)
    opened.module = request.param
    yield opened
    opened.page.close()


def test_a_page_is_dutch_whole_and_fetches_nothing(window):
    told = window.text()
    assert window.page.evaluate("document.documentElement.lang") == "nl"
    assert TITLES[window.module] in window.page.title()
    assert "redacted" not in told
    for english in ENGLISH:
        assert english not in told, english
    assert window.foreign == []


def test_nothing_is_cut_off_on_a_tablet(window):
    window.resize(800)
    wide = window.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 800


def test_axe_finds_no_violation(window):
    if not AXE:
        pytest.skip("TAAKSTELLING_TEST_AXE is not set; .ci/run sets it")
    window.resize(1280)
    window.open_everything()
    window.page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    for _ in range(6):  # a part that is still fading in has too little contrast for a moment
        found = window.page.evaluate(FOUND)
        if not found:
            break
        window.page.wait_for_timeout(1_500)
    assert found == []


def test_the_first_view_is_the_statutory_table(visit):
    window = visit()
    assert "13.000" in window.text()
    assert window.page.get_by_text("Zuid-Holland").first.is_visible()  # inside the table


def test_a_link_gives_the_same_numbers_in_a_second_browser(visit, browser):
    window = visit()
    first, link = window.text(), window.page.url
    other = browser.new_context().new_page()
    other.goto(link)
    other.wait_for_selector("h1", timeout=60_000)
    other.wait_for_timeout(2_000)
    assert "13.000" in other.locator("body").inner_text()
    assert "13.000" in first
    other.close()
