"""One gemeente: picked from a list or on the map, and why this number."""

import streamlit as st

from optimiser.compare.gemeente.waarom import explain_taakstelling
from optimiser.compare.vergelijking import Vergelijking
from optimiser.report.antwoord.waarom import why_lines
from optimiser.teksten import signed, whole
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.choice import question
from optimiser.ui.vergelijken.labels import GEMEENTE, name_of


def pick_gemeente(found: Vergelijking, naar: str) -> str:
    """Let the user pick a gemeente: at first the largest change, or what was picked on the map."""
    names = found.gemeenten["gemeente"]
    codes = sorted(names.index, key=lambda code: str(names[code]))
    largest = found.verschil(naar).abs().idxmax()
    return str(
        st.selectbox(
            "Gemeente",
            codes,
            index=codes.index(largest),
            format_func=lambda code: str(names[code]),
            key=GEMEENTE,
            bind="query-params",
        )
    )


def show_waarom(found: Vergelijking, code: str, naar: str) -> None:
    """Show the steps to the number of a gemeente under both keys of the pair."""
    row = found.gemeenten.loc[code]
    change = int(row[naar]) - int(row[found.tegen])
    st.markdown(
        f"**{plain_text(row['gemeente'])}**: {whole(int(row[found.tegen]))} personen onder "
        f"{plain_text(name_of(found.keuzes[found.tegen]))}, {whole(int(row[naar]))} onder "
        f"{plain_text(name_of(found.keuzes[naar]))} (**{signed(change)}**)."
    )
    asked = question(tuple(found.keuzes.values()), found.keuzes[found.tegen])
    for place, label in zip(st.columns(2), (found.tegen, naar), strict=True):
        with place, st.container(border=True):
            st.markdown(f"**{plain_text(name_of(found.keuzes[label]))}**")
            told = why_lines(
                explain_taakstelling(code, found.keuzes[label], asked, session.gegevens())
            )
            st.markdown("\n\n".join(map(plain_text, told[:-1])))
            st.caption(plain_text(told[-1]))
