"""The page that is served, with any promised Streamlit."""

from optimiser.ui import served
from optimiser.ui.frame.shell import ENTRIES


def test_the_page_is_streamlits_with_what_we_tell_it():
    page = served.page()
    told = page.index("window.__streamlit={BACKEND_BASE_URL:")
    assert page.index("<head>") < told < page.index('<script type="module"')
    assert '<html lang="nl">' in page
    assert "<title>Taakstelling</title>" in page


def test_every_page_has_its_address():
    assert {route.path for route in served.routes()} == {"/", *(f"/{e.module}" for e in ENTRIES)}


def test_scripts_that_are_fetched_ahead_are_there():
    page = served.page(("_stcore/een.js",))
    asked = '<link rel="modulepreload" fetchpriority="low" href="_stcore/een.js"></head>'
    assert asked in page
    assert page.replace(asked, "</head>") == served.page()
