"""One gemeente: picked from a list or on a map, and why this number."""

import streamlit as st

from optimiser.compare.gemeente.waarom import explain_taakstelling
from optimiser.compare.vergelijking import Vergelijking
from optimiser.report.antwoord.waarom import why_lines
from optimiser.teksten import signed, whole
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.place import choose_place, place, write_place
from optimiser.ui.vergelijken.choice import question
from optimiser.ui.vergelijken.labels import name_of


def marked(found: Vergelijking) -> list[str]:
    """Return the gemeente of this session, if it is in the table: as maps mark it."""
    now = place()
    return [now] if now is not None and now in found.gemeenten.index else []


def current(found: Vergelijking, naar: str) -> str:
    """Return the gemeente of this session, or else the one with the largest change."""
    return (marked(found) or [str(found.verschil(naar).abs().idxmax())])[0]


def pick_gemeente(found: Vergelijking, naar: str) -> str:
    """Let the user pick a gemeente; it stays picked on other pages."""
    names, now = found.gemeenten["gemeente"], current(found, naar)
    st.selectbox(
        "Gemeente",
        sorted(names.index, key=lambda code: str(names[code])),
        format_func=lambda code: str(names[code]),
        **state.bound("vergelijk_gemeente", now, choose_place),
    )
    if marked(found):
        write_place()
    return now


def change_line(found: Vergelijking, code: str, naar: str) -> str:
    """Tell the number of a gemeente under both keys of the pair."""
    row = found.gemeenten.loc[code]
    change = int(row[naar]) - int(row[found.tegen])
    return (
        f"**{plain_text(row['gemeente'])}**: {whole(int(row[found.tegen]))} personen onder "
        f"{plain_text(name_of(found.keuzes[found.tegen]))}, {whole(int(row[naar]))} onder "
        f"{plain_text(name_of(found.keuzes[naar]))} (**{signed(change)}**)."
    )


def show_waarom(found: Vergelijking, code: str, naar: str) -> None:
    """Show the steps to the number of a gemeente under both keys of the pair."""
    st.markdown(change_line(found, code, naar))
    asked = question(tuple(found.keuzes.values()), found.keuzes[found.tegen])
    for where, label in zip(st.columns(2), (found.tegen, naar), strict=True):
        with where, st.container(border=True):
            st.markdown(f"**{plain_text(name_of(found.keuzes[label]))}**")
            told = why_lines(
                explain_taakstelling(code, found.keuzes[label], asked, session.gegevens())
            )
            st.markdown("\n\n".join(map(plain_text, told[:-1])))
            st.caption(plain_text(told[-1]))
