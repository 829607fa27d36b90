"""What is served at the address of a page: Streamlit's own page, told where its server is.

By itself that page looks for its server below its own address first: opened at ``/uitruil`` it asks
two addresses that are not there, and waits before it asks again. See besluit 0017.
"""

from functools import cache
from importlib import resources
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from optimiser.ui.frame.shell import ENTRIES
from optimiser.ui.widgets.component import modules

#: What Streamlit runs for every step of a user.
SCRIPT = Path(__file__).with_name("app.py")
#: Relative, so that it holds behind a proxy that puts a folder before every address.
_WHERE = 'window.__streamlit={BACKEND_BASE_URL:new URL(".",location.href).href}'
_CHANGES = {
    '<html lang="en">': '<html lang="nl">',
    "<title>Streamlit</title>": "<title>Taakstelling</title>",
    "<head>": f"<head><script>{_WHERE}</script>",
}


@cache
def page(ahead: tuple[str, ...] = ()) -> str:
    """Return the HTML of every page; what is in it comes after.

    Parameters
    ----------
    ahead
        Addresses of scripts the browser may fetch while it still starts Streamlit's own page.
    """
    html = (resources.files("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    for before, after in _CHANGES.items():
        html = html.replace(before, after, 1)
    links = "".join(f'<link rel="modulepreload" fetchpriority="low" href="{one}">' for one in ahead)
    return html.replace("</head>", f"{links}</head>", 1)


def routes() -> list[Route]:
    """Return the addresses of the pages; every other address is Streamlit's."""

    async def answer(_request: Request) -> HTMLResponse:
        return HTMLResponse(page(modules()), headers={"Cache-Control": "no-cache"})

    return [Route(f"/{entry.module}", answer) for entry in ENTRIES] + [Route("/", answer)]
