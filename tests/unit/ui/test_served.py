"""The page that is served, with any promised Streamlit."""

import asyncio
from gzip import decompress

import pytest
from starlette.requests import Request

from optimiser.ui import served
from optimiser.ui.frame.shell import ENTRIES
from optimiser.ui.widgets.component import files


def test_the_page_is_streamlits_with_what_we_tell_it():
    page = served.page()
    told = page.index("window.__streamlit={BACKEND_BASE_URL:")
    assert page.index("<head>") < told < page.index('<script type="module"')
    assert '<html lang="nl">' in page
    assert "<title>Taakstelling</title>" in page


def test_every_page_has_its_address():
    told = {route.path for route in served.routes()} - {f"/{name}" for name in files()}
    assert told == {"/", *(f"/{entry.module}" for entry in ENTRIES)}


def test_what_is_fetched_ahead_is_there():
    page = served.page(("_stcore/een.js", "twee.css"))
    asked = (
        '<link rel="modulepreload" fetchpriority="low" href="_stcore/een.js">'
        '<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="twee.css"></head>'
    )
    assert asked in page
    assert page.replace(asked, "</head>") == served.page()


@pytest.mark.parametrize("accepted", ["gzip, br", "br"])
def test_a_file_of_a_component_is_kept_by_the_browser(accepted):
    asked = Request({"type": "http", "headers": [(b"accept-encoding", accepted.encode())]})
    answers = {route.path: route.endpoint for route in served.routes()}
    for address, content in files().items():
        told = asyncio.run(answers[f"/{address}"](asked))
        packed = told.headers.get("Content-Encoding") == "gzip"
        assert packed == accepted.startswith("gzip")
        assert (decompress(told.body) if packed else told.body) == content
        assert told.headers["Cache-Control"].endswith("immutable")
        assert told.headers["Content-Type"].startswith(("text/javascript", "text/css"))
