"""Pages driven from ``optimiser/ui/app.py``, without a browser."""

import json
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from optimiser.ui.served import SCRIPT
from tests.ui.shared_hand import claims, proxy

__all__ = ["claims", "proxy"]  # fixtures


@cache
def _numbered() -> dict:
    return Screen().app._registered_pages


def _unpacked(told: dict) -> dict:
    """Read a packed table as the browser does."""
    columns = [
        column["cells"] if column["at"] is None else [column["cells"][n] for n in column["at"]]
        for column in told["columns"]
    ]
    rows = list(zip(*columns, strict=True))
    return {
        name: [[cell[k] if isinstance(cell, list) else cell for cell in row] for row in rows]
        for k, name in enumerate(("rows", "values"))
    }


class Screen:
    """One visit to the app, that opens on the page of its first ``goto``, or else on Start."""

    def __init__(self, link: str | None = None) -> None:
        self._app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        self._drawn = False
        if link is not None:
            self._app.query_params["scenario"] = link

    @property
    def app(self) -> AppTest:
        """What is on the screen."""
        if not self._drawn:
            self._drawn = True
            self._app.run()
        return self._app

    def goto(self, module: str) -> "Screen":
        """Open a page by its place in the address."""
        # AppTest.switch_page knows only pages in files; how they are numbered holds for all visits.
        pages = self._app._registered_pages or _numbered()
        (self._app._page_hash,) = (n for n, one in pages.items() if one["url_pathname"] == module)
        self._app.run()
        self._drawn = True
        return self

    def tables(self) -> dict[str, dict]:
        """Return what the tables on the page show, by caption."""
        found = {}
        for element in self.app.get("bidi_component"):
            told = json.loads(element.proto.json or "null")
            if isinstance(told, dict) and "columns" in told:
                found[told["titel"]] = told | _unpacked(told)
        return found

    def maps(self) -> list[dict]:
        """Return what the maps on the page show."""
        told = (json.loads(e.proto.json or "null") for e in self.app.get("bidi_component"))
        return [one for one in told if isinstance(one, dict) and "kaarten" in one]

    def link(self) -> str:
        """Return the scenario as the address has it."""
        text = self.app.query_params["scenario"]
        return text if isinstance(text, str) else text[0]

    def opened(self, fold: str) -> list[str]:
        """Open a fold that is drawn when opened; return the commands on the page."""
        self.app.session_state[fold] = True
        self.app.run()
        return [one.value for one in self.app.code]

    def errors(self) -> list[str]:
        """Return the messages on the page."""
        assert not self.app.exception
        return [message.value for message in self.app.error]

    def words(self) -> str:
        """Return all running text on the page."""
        return "\n".join(part.value for part in [*self.app.title, *self.app.markdown])


@pytest.fixture(autouse=True, scope="session")
def packages_read_once():
    """Let Streamlit look through all installed packages for components once, not at every run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        yield


@pytest.fixture
def screen():
    """A first visit."""
    return Screen()


@pytest.fixture
def visit():
    """Open the app with a scenario in the address."""
    return Screen
