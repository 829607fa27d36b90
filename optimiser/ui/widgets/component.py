"""Own components: the browser fetches their files once, a rerun sends only what they show."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

DISTRIBUTION = "taakstelling-optimiser"
HERE = Path(__file__).parents[1]
#: Where the files of each are; the same as in ``pyproject.toml`` in ``ui``, which tells Streamlit.
FOLDERS = {"kaart": "kaart/assets", "tabel": "tabel"}
#: Scripts that are fetched when they are needed.
_LATER = {"png.js"}
_lock = Lock()


def modules() -> tuple[str, ...]:
    """Return the scripts of all components, by their address below that of the server.

    One asks for the next: fetched ahead, the browser does not wait for them four times in a row.
    """
    _tell_where_the_files_are()
    return tuple(
        f"_stcore/bidi-components/{DISTRIBUTION}.{name}/{path.name}"
        for name, folder in FOLDERS.items()
        for path in sorted((HERE / folder).glob("*.js"))
        if path.name not in _LATER
    )


def packaged(name: str, html: str) -> "ComponentRenderer":
    """Register a component with the server that runs now (each test has one of its own).

    Parameters
    ----------
    name
        One of ``FOLDERS``; its script and style are the files of that name.
    html
        What the script fills; sent with every rerun, so short.
    """
    _tell_where_the_files_are()
    full, css, js = f"{DISTRIBUTION}.{name}", f"{name}.css", f"{name}.js"
    return st.components.v2.component(full, html=html, css=css, js=js)


def _tell_where_the_files_are() -> None:
    """In a checkout: Streamlit looks for pyproject.toml in installed wheels only."""
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

    manager = get_bidi_component_manager()
    with _lock:
        if all(manager.get_component_path(f"{DISTRIBUTION}.{name}") for name in FOLDERS):
            return
        every = [ComponentConfig(name, folder) for name, folder in FOLDERS.items()]
        manifest = ComponentManifest(name=DISTRIBUTION, version="", components=every)
        manager.register_from_manifest(manifest, HERE)
