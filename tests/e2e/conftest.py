"""The app in a real browser: a server of its own, every request recorded."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("TAAKSTELLING_TEST_CHROMIUM") or shutil.which("chromium")
OWN = {"127.0.0.1", "localhost"}
#: Whether nothing was being computed for 0,4 s.
QUIET = """() => {
  if (document.querySelector('[data-testid="stStatusWidget"], [data-stale="true"]')) {
    window.quiet = null;
    return false;
  }
  window.quiet ??= performance.now();
  return performance.now() - window.quiet > 400;
}"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def pytest_collection_modifyitems(items):
    """Keep what needs a browser apart: minutes of drawing beside seconds of computing."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def user_data(tmp_path_factory):
    """Return where the user of the server keeps data: never that of who runs the tests."""
    return tmp_path_factory.mktemp("gegevensmap")


@pytest.fixture(scope="session")
def address(user_data):
    """Start the app once; stop it at the end."""
    with fresh_server({"XDG_DATA_HOME": str(user_data)}) as url:
        yield url


@contextmanager
def fresh_server(surroundings=None, *further):
    """Start the app, that nobody has opened yet; stop it at the end."""
    port = free_port()
    flags = ["--server.port", str(port), "--server.address", "127.0.0.1", *further]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *flags],
        cwd=ROOT, env=os.environ | (surroundings or {}),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for_server(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port():
    """Return a port that nobody listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for_server(address, server):
    """Wait until a server answers, as long as its process lives."""
    url = f"{address}/_stcore/health"
    for _ in range(600):
        assert server.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(url, timeout=1) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail("the server did not answer within 30 s")


@pytest.fixture(scope="session")
def browser():
    """Return Debian's Chromium; without one the browser tests are skipped, visibly."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine; .ci/run installs it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        found = tool.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def windows(browser):
    """Return what opens windows that share what they have fetched, as those of one user do."""
    found = browser.new_context()
    yield found
    found.close()


class Visit:
    """A browser window on the app."""

    def __init__(self, windows, address, width=1280):
        self.address = address
        self.page = windows.new_page()
        self.page.set_viewport_size({"width": width, "height": 1000})
        self.page.set_default_timeout(60_000)
        self.foreign = []
        self.page.on("request", self._note)

    def _note(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OWN:
            self.foreign.append(request.url)

    def open(self, module="start", query=""):
        """Open a page by its place in the address and wait until it is drawn."""
        self.page.goto(f"{self.address}/{'' if module == 'start' else module}{query}")
        self.page.wait_for_selector("h1", timeout=60_000)
        self.page.wait_for_function("document.documentElement.lang === 'nl'", timeout=60_000)
        self.settle()
        return self

    def settle(self):
        """Wait until nothing has been computed for a while."""
        self.page.evaluate("window.quiet = null")
        self.page.wait_for_function(QUIET, timeout=60_000, polling=50)

    def resize(self, width):
        """Make the window as wide as this [pixels]."""
        self.page.set_viewport_size({"width": width, "height": 1000})
        self.settle()

    def open_everything(self):
        """Open what can be folded out."""
        closed = self.page.locator('[data-testid="stExpander"] details:not([open]) > summary')
        for _ in range(40):
            if closed.count() == 0:
                break
            closed.first.click()
            self.settle()

    def tab_to(self, role, name):
        """Walk with the Tab key to something, as a user without a mouse; return it.

        A page that was still drawing may take the focus away: then the walk goes on.
        """
        wanted = self.page.get_by_role(role, name=name, exact=True).first
        wanted.wait_for(state="visible", timeout=60_000)
        for _ in range(400):
            if wanted.evaluate("one => one.getRootNode().activeElement === one"):
                return wanted
            self.page.keyboard.press("Tab")
        pytest.fail(f"the Tab key does not come to {name}")

    def text(self):
        """Return everything a reader sees, also inside components."""
        return self.page.locator("body").inner_text()


@pytest.fixture
def visit(windows, address):
    """Open windows; close them at the end."""
    opened = []

    def open_window(module="start", query="", width=1280, at=address):
        opened.append(Visit(windows, at, width))
        return opened[-1].open(module, query)

    yield open_window
    for window in opened:
        window.page.close()
