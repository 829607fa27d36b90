"""The component: where its files are, and how it gets on the page."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime import exists

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

DISTRIBUTION = "taakstelling-optimiser"
NAME = f"{DISTRIBUTION}.kaart"
#: Filled by the script; Streamlit sends it with every rerun, so it is short.
HTML = '<div class="kaart-wortel"></div>'
HERE = Path(__file__).parent
_lock = Lock()


def mount(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Put the component on the page; outside a running app there is no page and nothing happens."""
    if not exists():
        return
    _component()(key=key, data=data, on_keuze_change=on_pick)


def _component() -> "ComponentRenderer":
    """Register the component with the server that runs now (each test has one of its own)."""
    with _lock:
        try:
            return st.components.v2.component(NAME, html=HTML, css="kaart.css", js="kaart.js")
        except StreamlitAPIException:
            # A checkout: Streamlit looks for pyproject.toml in installed wheels only.
            _tell_where_the_files_are()
        return st.components.v2.component(NAME, html=HTML, css="kaart.css", js="kaart.js")


def _tell_where_the_files_are() -> None:
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

    manifest = ComponentManifest(
        name=DISTRIBUTION, version="", components=[ComponentConfig("kaart", "assets")]
    )
    get_bidi_component_manager().register_from_manifest(manifest, HERE)
