"""What the page rests on, and the commands that answer the same."""

import shlex

import streamlit as st

from optimiser.koppelen.uitgangspunt import LAND, Uitgangspunt
from optimiser.report.koppelen.sentences import aanname_line
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.statutory import statutory
from optimiser.ui.koppelen.choice import Koppelkeuze


def rests_lines(start: Uitgangspunt) -> list[str]:
    """Return every assumption with its value, law, figures and hash."""
    return [aanname_line(start.aandeel / 100, start.mutatiegraad), start.herkomst.line()]


def show_rests_on(keuze: Koppelkeuze) -> None:
    """Show assumptions and origin, and the command lines, folded."""
    with st.expander("Waar dit op rust"):
        lines = rests_lines(keuze.start)
        st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))
    with st.expander("Toon koppelen als commando"):
        asked, start = statutory(), keuze.start
        st.markdown("Past het, en een plan met Excel-bestand:")
        for line in commands_of(asked.halfjaar, asked.totaal, start, keuze.gebied):
            st.code(line, language=None, wrap_lines=True)


def commands_of(
    halfjaar: str, totaal: int | None, start: Uitgangspunt, gebied: str
) -> tuple[str, str]:
    """Return the lines that tell whether it fits, and make the plan."""
    own = [] if totaal is None else ["--totaal", str(totaal)]
    asked = ["--halfjaar", halfjaar, *own, "--aandeel", str(start.aandeel)]
    area = "land" if gebied == LAND else "coa_regio"
    region = [] if gebied == LAND else ["--regio", gebied]
    drempel = ["--drempel", str(start.vraag.drempel)]
    return (
        shlex.join(["taakstelling", "koppel", "past", *asked, "--gebied", area]),
        shlex.join(
            ["taakstelling", "koppel", "plan", *asked, *region, *drempel, "--uit", "plan.xlsx"]
        ),
    )
