"""A bookmark on a server that nobody opened yet: the page itself, and nothing that is not there."""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_every_page import PAGES, TITLES
from tests.e2e.unopened import hub


@pytest.fixture(scope="module")
def fresh_server():
    with hub() as server:
        yield server


@pytest.mark.parametrize("module", PAGES)
def test_any_address_may_be_the_first_request(windows, fresh_server, module):
    missing = []
    with fresh_server() as url:
        page = windows.new_page()
        page.on("response", lambda r: missing.append(r.url) if r.status >= 400 else None)
        page.goto(f"{url}/{'' if module == 'start' else module}")
        page.wait_for_selector(".st-key-pagina_inhoud h1", timeout=60_000)
        page.wait_for_function("name => document.title.startsWith(name)", arg=TITLES[module])
        assert page.locator('[data-testid="stSidebarNav"]').count() == 0
        links = page.locator(".st-key-navigatie a")
        # Drawn after the answer.
        expect(links).to_have_text([TITLES[name] for name in PAGES], timeout=20_000)
        page.close()
    assert missing == []
