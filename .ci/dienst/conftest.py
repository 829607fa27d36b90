"""Windows on the installation that `.ci/dienst/proef` made."""

import pytest

from tests.e2e.conftest import CHROMIUM, FLAGS
from tests.e2e.installed import URL, WHO, Window


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        found = tool.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def come_in(browser):
    """Open a window as somebody; a visitor may send headers of his own."""
    contexts = []

    def window(who=None, headers=None, address=URL):
        login = {"username": who, "password": WHO[who]} if who else None
        found = browser.new_context(
            ignore_https_errors=True, http_credentials=login, extra_http_headers=headers or {}
        )
        contexts.append(found)
        return Window(found, address)

    yield window
    for one in contexts:
        one.close()
