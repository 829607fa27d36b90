"""On a page: one map, or two or three that move together."""

from collections.abc import Mapping, Sequence
from typing import Unpack

import pandas as pd
import streamlit as st

from optimiser.maps import MapStyle, Panel
from optimiser.ui.kaart.choice import Choice, followed, picked
from optimiser.ui.kaart.mount import mount
from optimiser.ui.kaart.payload import component_data
from optimiser.ui.kaart.settings import MapSettings


def show_map(
    values: pd.Series,
    style: MapStyle,
    *,
    key: str,
    names: Mapping[str, str] | None = None,
    **settings: Unpack[MapSettings],
) -> tuple[str, ...]:
    """Show a map on which gemeenten can be chosen.

    Parameters
    ----------
    values
        Index ``gm_code`` of today's gemeenten; NA is *geen gegevens*. A value of a code that is not
        on the map is named below it.
    style
        Title, classes, colours; the same for maps that are compared.
    key
        Unique over all pages.
    names
        ``gm_code`` to name; by default the names of the embedded map.
    **settings
        See ``MapSettings``.

    Returns
    -------
    tuple of str
        Chosen codes, in the order they were chosen.
    """
    return show_maps([Panel("", values, style)], key=key, names=names, **settings)


def show_maps(
    panels: Sequence[Panel],
    *,
    key: str,
    names: Mapping[str, str] | None = None,
    sync: bool = True,
    **settings: Unpack[MapSettings],
) -> tuple[str, ...]:
    """Show maps beside each other: one choice, one view, one zoom for all.

    Parameters
    ----------
    panels
        Two or three, such as A, B and their difference.
    key, names, **settings
        As in ``show_map``.
    sync
        Point at the same gemeente on every map, with all its values.

    Returns
    -------
    tuple of str
        Chosen codes, in the order they were chosen.
    """
    # A click reaches Python once; what it chose is a widget value that is kept here.
    slot = f"{key}_keuze"
    held = followed(_held(slot), tuple(map(str, settings.get("selected", ()))))
    st.session_state[slot] = held
    multiple = settings.get("multiple", False)
    on_change = settings.get("on_change")

    def on_pick() -> None:
        event = st.session_state[key].get("keuze")
        after = picked(_held(slot) or Choice(), event, multiple=multiple)
        st.session_state[slot] = after
        kept = None if on_change is None else on_change(after.chosen)
        if kept is not None:
            st.session_state[slot] = after._replace(chosen=tuple(kept))

    data = component_data(panels, names, settings)
    data |= {"samen": sync, "gekozen": list(held.chosen), "nr": held.number}
    mount(data, key, on_pick)
    return held.chosen


def _held(slot: str) -> Choice | None:
    kept = st.session_state.get(slot)
    return None if kept is None else Choice(*kept)
