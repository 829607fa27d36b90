"""What ``app`` measures in a browser, and the empty page it is held against."""

import statistics
import time
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.browser import server

EMPTY = Path(__file__).with_name("empty_app.py")
#: Bars: times an empty page, of its load and of its rerun; and of what a step sends [kB].
FIRST, SLIDE, SENT = 3.0, 6.0, 20
#: Steps of a slider, every one to an answer that was not there yet.
STEPS = 7
EMPTY_DRAWN = "() => document.body.textContent.includes('Waarde 50')"
DRAWN = """() => {
  const seen = (root, css) => [...root.querySelectorAll('*')]
    .some(one => one.shadowRoot?.querySelector(css));
  return seen(document, '.gemeente[d]') && seen(document, 'table tbody tr') &&
    document.body.textContent.includes('Huisvestingswet');
}"""
#: Also where no table is drawn: a scenario that cannot close.
MAPPED = DRAWN.replace(" && seen(document, 'table tbody tr')", "")
#: Looks when something changed, not all the time: looking would be most of what is measured.
WATCH = """(what) => {
  const hosts = () => [...document.querySelectorAll('*')]
    .filter(one => one.shadowRoot?.querySelector('.gemeente[d]'));
  let held = hosts();
  const drawn = host => [...host.shadowRoot.querySelectorAll('.gemeente')]
    .map(path => path.getAttribute('fill')).join()
    + [...host.shadowRoot.querySelectorAll('.cirkels circle')]
      .map(circle => circle.getAttribute('r')).join();
  const told = css => () => [...document.querySelectorAll(`[data-testid=${css}]`)]
    .map(one => one.textContent);
  const maps = () => held.map(drawn);
  const looked = { colours: maps, answer: told('stAlert'), text: told('stText') }[what];
  const now = () => looked().join('|');
  const before = now();
  window.took = null;
  document.addEventListener('keydown', () => {
    const start = performance.now();
    const look = () => {
      if (!held.every(one => one.isConnected)) held = hosts();
      if (now() === before) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - start; }));
    };
    const seen = new MutationObserver(look);
    const change = { subtree: true, childList: true, characterData: true };
    if (what === 'colours') {
      const attributes = { ...change, attributes: true, attributeFilter: ['fill', 'r'] };
      held.forEach(host => seen.observe(host.shadowRoot, attributes));
    } else seen.observe(document.body, change);
  }, { once: true, capture: true });
}"""


class Slide(NamedTuple):
    """Milliseconds to a new picture (middle, worst), and kB that the server sent for it."""

    middle: float
    worst: float
    size: float

    def told(self, empty: float) -> str:
        """Tell it, held against the rerun of an empty page [ms]."""
        sent = f"{self.size:.0f} kB (bar {SENT} kB)"
        figures = f"median {self.middle:.0f} ms, worst {self.worst:.0f} ms, {sent}"
        return f"{figures}; {compared(self.middle, empty, SLIDE)}"


def first_view(page: Any, url: str, drawn: str = DRAWN) -> float:
    """Return the seconds until map, tables and footer of the start page are drawn."""
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(drawn, polling=10)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - start


def slider(page: Any, label: str, what: str, received: list[int]) -> Slide:
    """Walk a slider to the left; return the milliseconds to the new picture, and the bytes."""
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
    return Slide(statistics.median(took), max(took), statistics.median(size) / 1000)


def several_views(browser: Any, url: str, drawn: str = DRAWN) -> tuple[float, float]:
    """Return the first load of a page in a new browser, and the median of those after it [s]."""
    took = []
    for _ in range(7):
        page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
        took.append(first_view(page, url, drawn))
        page.context.close()
    return took[0], statistics.median(took[1:])


def empty_page(browser: Any) -> tuple[float, Slide]:
    """Return the load [s] and the rerun of an empty page, measured as the app is."""
    with server(EMPTY) as (url, _):
        _, load = several_views(browser, url, EMPTY_DRAWN)
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function(EMPTY_DRAWN)
        page.wait_for_timeout(1000)
        rerun = slider(page, "Getal", "text", [])
        page.close()
    return load, rerun


def compared(value: float, empty: float, bar: float) -> str:
    """Tell how many times an empty page a figure is, beside its bar."""
    return f"{value / empty:.1f} x an empty page (bar {bar:.0f} x)"
