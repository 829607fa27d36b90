"""The commands that answer the same outside the app."""

import shlex

import streamlit as st

from optimiser.ui.frame.statutory import statutory
from optimiser.ui.koppelen.choice import Koppelkeuze


def show_opdracht(keuze: Koppelkeuze) -> None:
    """Show the command lines."""
    asked = statutory()
    with st.expander("Toon koppelen als commando"):
        st.markdown("Past het, per land en per COA-regio:")
        for area in ("land", "coa_regio"):
            line = past_command(asked.halfjaar, asked.totaal, keuze.start.aandeel, area)
            st.code(line, language=None, wrap_lines=True)


def past_command(halfjaar: str, totaal: int | None, aandeel: int, gebied: str) -> str:
    """Return the line that tells whether it fits.

    >>> past_command("2025-2", None, 12, "coa_regio")
    'taakstelling koppel past --halfjaar 2025-2 --aandeel 12 --gebied coa_regio'
    """
    line = ["taakstelling", "koppel", "past", *_question(halfjaar, totaal, aandeel)]
    return shlex.join([*line, "--gebied", gebied])


def _question(halfjaar: str, totaal: int | None, aandeel: int) -> list[str]:
    own = [] if totaal is None else ["--totaal", str(totaal)]
    return ["--halfjaar", halfjaar, *own, "--aandeel", str(aandeel)]
