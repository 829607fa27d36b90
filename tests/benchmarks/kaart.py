"""Measure and photograph the interactive map in a real browser.

``python -m tests.benchmarks.kaart [folder]`` needs playwright (Python) and a Chromium, named by
``TAAKSTELLING_TEST_CHROMIUM``. It starts its own server, ends it, and prints medians: first paint
on a warm server, slider to new colours, bytes from the server per rerun. It also checks that the
keyboard chooses, that the focus survives the rerun, and that no request goes elsewhere.
"""

import statistics
import sys
import time
from pathlib import Path

from tests.benchmarks.browser import chromium, server

PAGE = Path(__file__).with_name("kaart_app.py")
ROUNDS = 15
FOCUSED = """() => { let a = document.activeElement;
  while (a.shadowRoot?.activeElement) a = a.shadowRoot.activeElement; return a.ariaLabel; }"""
WATCH = """() => {
  const host = [...document.querySelectorAll('*')]
    .find(one => one.shadowRoot?.querySelector('.kaarten'));
  const colours = () => [...host.shadowRoot.querySelectorAll('.gemeente')]
    .map(path => path.getAttribute('fill')).join();
  const before = colours();
  window.took = null;
  document.addEventListener('keydown', () => {
    const start = performance.now();
    const look = () => { if (colours() === before) setTimeout(look, 2);
      else requestAnimationFrame(() => setTimeout(done)); };
    const done = () => { window.took = performance.now() - start; };
    look();
  }, { once: true, capture: true });
}"""


def open_page(page, url):
    """Return the seconds until the map is painted."""
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(".gemeente[d]", state="attached")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - start


def slider(page, received):
    """Return per step the milliseconds to new colours and the bytes received."""
    steps = []
    for number in range(ROUNDS):
        page.wait_for_timeout(600)
        received.clear()
        page.evaluate(WATCH)
        page.locator("input[type=range]").focus()
        page.keyboard.press("PageDown" if number % 2 else "PageUp")
        page.wait_for_function("window.took !== null")
        page.wait_for_timeout(300)
        steps.append((page.evaluate("window.took"), sum(received)))
    return [statistics.median(column) for column in zip(*steps, strict=True)]


def by_keyboard(page):
    """Choose a gemeente by keyboard; the focus must survive the rerun."""
    page.locator("button:has-text('Heel Nederland')").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    before = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=/Keuze: GM/")
    page.wait_for_timeout(500)
    assert page.evaluate(FOCUSED) == before, (before, page.evaluate(FOCUSED))


def listen(page, url, received, elsewhere):
    """Note what the server sends, and every request to anyone else."""

    def asked(request):
        if not request.url.startswith((url, "blob:", "data:")):
            elsewhere.append(request.url)

    page.on("request", asked)
    page.on("websocket", lambda ws: ws.on("framereceived", lambda data: received.append(len(data))))


def say(line):
    """Write a line of the report."""
    sys.stdout.write(f"{line}\n")


def main(folder):
    """Measure, check, photograph."""
    from playwright.sync_api import sync_playwright

    received, elsewhere = [], []
    with server(PAGE) as (url, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        listen(page, url, received, elsewhere)
        say(f"cold {open_page(page, url):.2f} s")
        say(f"first paint {statistics.median(open_page(page, url) for _ in range(7)):.2f} s")
        by_keyboard(page)
        page.screenshot(path=folder / "kaart.png")
        for maps in ("1", "3"):
            open_page(page, f"{url}?kaarten={maps}")
            took, size = slider(page, received)
            say(f"{maps} maps: slider {took:.0f} ms, {size / 1000:.1f} kB per rerun")
            for width in (1280, 800):
                page.set_viewport_size({"width": width, "height": 1000})
                page.wait_for_timeout(400)
                page.screenshot(path=folder / f"kaarten-{maps}-{width}.png")
            page.set_viewport_size({"width": 1280, "height": 1000})
        assert page.evaluate("document.documentElement.lang") == "nl"
        assert elsewhere == []
        browser.close()


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
