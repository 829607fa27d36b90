"""Sections of a page, one at a time and kept in the address; and folds that cost nothing closed."""

from collections.abc import Callable, Iterable

import streamlit as st


def draw_when_opened(titel: str, key: str, draw: Callable[[], object]) -> None:
    """Show a fold of which the content is drawn, and sent, only when it is open."""
    with st.expander(titel, key=key, on_change="rerun") as opened:
        if opened.open:
            draw()


def pick_section(label: str, sections: Iterable[str], key: str) -> str:
    """Let the user pick a section; the first one stands open, and the address keeps the choice.

    Parameters
    ----------
    label
        Read aloud, not shown.
    sections
        Names, in the order in which they are shown.
    key
        Dutch, unique over all pages; its name in the address.
    """
    names = list(sections)
    return str(
        st.segmented_control(
            label,
            names,
            default=names[0],
            required=True,
            label_visibility="collapsed",
            key=key,
            bind="query-params",
        )
    )
