"""What is served at the address of a page: Streamlit's own page, told where its server is.

By itself that page looks for its server below its own address first: opened at ``/uitruil`` it asks
two addresses that are not there, and waits before it asks again. See besluit 0017.
"""

from functools import cache
from gzip import compress
from importlib import resources
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from optimiser.ui.frame.shell import ENTRIES
from optimiser.ui.widgets import component

#: What Streamlit runs for every step of a user.
SCRIPT = Path(__file__).with_name("app.py")
#: Relative, so that it holds behind a proxy that puts a folder before every address.
_WHERE = 'window.__streamlit={BACKEND_BASE_URL:new URL(".",location.href).href}'
_CHANGES = {
    '<html lang="en">': '<html lang="nl">',
    "<title>Streamlit</title>": "<title>Taakstelling</title>",
    "<head>": f"<head><script>{_WHERE}</script>",
}
#: Said by ourselves: what Windows holds for the kind of a script can be wrong.
_KINDS = {".js": "text/javascript", ".css": "text/css"}


@cache
def page(ahead: tuple[str, ...] = ()) -> str:
    """Return the HTML of every page; what is in it comes after.

    Parameters
    ----------
    ahead
        Addresses of scripts and styles the browser may fetch while it starts Streamlit's own page.
    """
    html = (resources.files("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    for before, after in _CHANGES.items():
        html = html.replace(before, after, 1)
    links = "".join(_link(one) for one in ahead)
    return html.replace("</head>", f"{links}</head>", 1)


def _link(address: str) -> str:
    kind = (
        'rel="preload" as="fetch" crossorigin'
        if address.endswith(".css")
        else 'rel="modulepreload"'
    )
    return f'<link {kind} fetchpriority="low" href="{address}">'


def routes() -> list[Route]:
    """Return the addresses of the pages and of our components; every other one is Streamlit's."""

    async def answer(_request: Request) -> HTMLResponse:
        html = page(component.ahead())
        return HTMLResponse(html, headers={"Cache-Control": "no-cache"})

    pages = [Route(f"/{entry.module}", answer) for entry in ENTRIES]
    return [*pages, Route("/", answer), *map(_file, component.files())]


def _file(address: str) -> Route:
    """Return the route of a file that never changes, compressed once."""
    content = component.files()[address]
    packed, kind = compress(content, mtime=0), _KINDS[Path(address).suffix]
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}

    async def answer(request: Request) -> Response:
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(packed, media_type=kind, headers=headers | {"Content-Encoding": "gzip"})
        return Response(content, media_type=kind, headers=headers)

    return Route(f"/{address}", answer)
