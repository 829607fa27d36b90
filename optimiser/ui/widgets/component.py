"""Own components: the browser fetches their files once, a rerun sends only what they show."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

HERE = Path(__file__).parents[1]
#: Where the files of each are; its script and style are the files of its name.
FOLDERS = {"kaart": "kaart/assets", "tabel": "tabel"}
#: Scripts that are fetched when they are needed.
_LATER = {"png.js"}
#: What a component begins with; its name is filled in.
_BEGIN = (HERE / "onderdeel.js").read_text(encoding="utf-8")
#: Goes along with every rerun that shows something else, so it is short: where that beginning is.
_START = """const {default: begin} = await import(
new URL("@ADRES@", window.__streamlit.BACKEND_BASE_URL));
export default begin;"""


@cache
def files() -> dict[str, bytes]:
    """Return the scripts and styles of all components, by their address below that of the server.

    The address holds a sum of them all: what it leads to never changes, so a browser keeps it.
    """
    found = {
        f"{name}/{path.name}": path.read_bytes()
        for name, folder in FOLDERS.items()
        for path in sorted((HERE / folder).iterdir())
        if path.suffix in {".js", ".css"}
    }
    found |= {f"{name}/begin.js": _BEGIN.replace("@NAAM@", name).encode() for name in FOLDERS}
    told = sha256(b"".join(name.encode() + content for name, content in found.items()))
    return {f"onderdelen/{told.hexdigest()[:8]}/{name}": one for name, one in found.items()}


def ahead() -> tuple[str, ...]:
    """Return the addresses of what a browser may fetch while Streamlit's own page still starts.

    One script asks for the next: fetched ahead, the browser does not wait four times in a row.
    """
    return tuple(name for name in files() if Path(name).name not in _LATER)


def packaged(name: str, html: str) -> "ComponentRenderer":
    """Register a component with the server that runs now (each test has one of its own).

    Parameters
    ----------
    name
        One of ``FOLDERS``.
    html
        What the script fills; sent with every rerun, so short.
    """
    begin = next(one for one in files() if one.endswith(f"/{name}/begin.js"))
    script = _START.replace("@ADRES@", begin)
    return st.components.v2.component(f"optimiser.{name}", html=html, js=script)
