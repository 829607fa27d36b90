"""In short: who wins and who loses, three measures that matter, one map of the difference."""

import streamlit as st

from optimiser.compare.changes.uitschieters import find_uitschieters
from optimiser.compare.vergelijking import Vergelijking
from optimiser.report.vergelijking.tables import write_value
from optimiser.teksten import load_teksten, signed, whole
from optimiser.ui.frame import session
from optimiser.ui.frame.place import choose_place
from optimiser.ui.kaart import show_map
from optimiser.ui.vergelijken.gemeente import marked
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.vergelijken.maps import kaarten
from optimiser.ui.widgets.tables import Column, show_table

#: Measures shown first, with what they say on the page.
FIRST = ("verplaatst", "personen_boven_norm", "hoover_inwoners")
_ROWS = 5
_COLUMNS = (
    Column("gemeente", "Gemeente"),
    Column("was", "Was", whole),
    Column("wordt", "Wordt", whole),
    Column("verschil", "Verschil", signed),
)


def show_brief(found: Vergelijking, naar: str) -> None:
    """Show the section."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _measures(found, naar)
        table = find_uitschieters(found, naar, _ROWS)
        for place, side in zip(st.columns(2), ("stijging", "daling"), strict=True):
            with place:
                show_table(
                    table[table["lijst"] == side],
                    _COLUMNS,
                    key=f"kort_{side}",
                    titel=f"De grootste {side}en",
                )
    with right:
        _difference(found, naar)


def _measures(found: Vergelijking, naar: str) -> None:
    texts = load_teksten()["app"]["vergelijken_maten"]
    for place, naam in zip(st.columns(len(FIRST)), FIRST, strict=True):
        now = write_value(naam, found.maten.at[naam, naar])
        before = write_value(naam, found.maten.at[naam, found.tegen])
        help_text = texts[f"{naam}_uitleg"]
        place.metric(
            texts[naam],
            now,
            delta=None if naam == "verplaatst" else texts["was"].format(was=before),
            delta_color="off",
            delta_arrow="off",
            help=help_text,
        )


def _difference(found: Vergelijking, naar: str) -> None:
    figures = session.gegevens()
    between = kaarten(found, naar, "per_1000", figures).verschil
    van, to = (name_of(found.keuzes[k]) for k in (found.tegen, naar))
    names = figures.regios["gemeente"].to_dict()
    show_map(
        between.values,
        between.style,
        key="kort_kaart",
        names=names,
        height=360,
        selected=marked(found),
        source=f"{to} min {van}. {found.herkomst.line()}",
        on_change=lambda codes: choose_place(codes[-1] if codes else None),
    )
