"""The component, and how it gets on the page."""

from collections.abc import Callable
from typing import Any

from streamlit.runtime import exists

from optimiser.ui.widgets.component import packaged

#: Filled by the script; Streamlit sends it with every rerun, so it is short.
HTML = '<div class="kaart-wortel"></div>'


def mount(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Put the component on the page; outside a running app there is no page and nothing happens."""
    if not exists():
        return
    packaged("kaart", HTML)(key=key, data=data, on_keuze_change=on_pick)
