"""Sections of a page: one at a time, kept in the address."""

from collections.abc import Iterable

import streamlit as st


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
