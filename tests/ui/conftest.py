"""Pages driven from ``app.py``, without a browser."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


class Screen:
    """One visit to the app."""

    def __init__(self, link: str | None = None) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        if link is not None:
            self.app.query_params["scenario"] = link
        self.app.run()

    def goto(self, module: str) -> "Screen":
        """Open a page by its place in the address."""
        pages = self.app._registered_pages  # AppTest.switch_page knows only pages in files
        (found,) = [h for h, info in pages.items() if info.get("url_pathname") == module]
        self.app._page_hash = found
        self.app.run()
        return self

    def tables(self) -> dict[str, dict]:
        """Return what the tables on the page show, by caption."""
        found = {}
        for element in self.app.get("bidi_component"):
            told = json.loads(element.proto.json or "null")
            if isinstance(told, dict) and "rows" in told:
                found[told["titel"]] = told
        return found

    def maps(self) -> list[dict]:
        """Return what the maps on the page show."""
        told = (json.loads(e.proto.json or "null") for e in self.app.get("bidi_component"))
        return [one for one in told if isinstance(one, dict) and "kaarten" in one]

    def link(self) -> str:
        """Return the scenario as the address has it."""
        text = self.app.query_params["scenario"]
        return text if isinstance(text, str) else text[0]

    def errors(self) -> list[str]:
        """Return the messages on the page."""
        assert not self.app.exception
        return [message.value for message in self.app.error]

    def words(self) -> str:
        """Return all running text on the page."""
        return "\n".join(part.value for part in [*self.app.title, *self.app.markdown])


@pytest.fixture
def screen():
    """A first visit."""
    return Screen()


@pytest.fixture
def visit():
    """Open the app with a scenario in the address."""
    return Screen
