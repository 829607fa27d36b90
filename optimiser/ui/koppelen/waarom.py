"""Why these households are in this gemeente: four lines, by planning its region again."""

from collections.abc import Iterable
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.koppelen.plan import Koppelplan
from optimiser.koppelen.uitleg.answer import Koppeluitleg
from optimiser.koppelen.uitleg.explain import explain_koppeling, neighbour_codes
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.report.koppelen.uitleg import uitleg_lines
from optimiser.teksten import counted, load_teksten, whole
from optimiser.ui.frame import background, session
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.worker import Voortgang
from optimiser.ui.koppelen.choice import Koppelkeuze
from optimiser.ui.koppelen.rests_on import why_command
from optimiser.ui.koppelen.work import told_of
from optimiser.ui.widgets.sections import draw_when_opened
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_WORK = "_koppelwaarom"
#: About how long an explanation takes: some plans of one region [s].
SECONDS = 20
_GROUPS = (
    Column("groep", "Huishoudens van"),
    Column("klasse", "Woningklasse"),
    Column("huishoudens", "Huishoudens", whole),
    Column("personen_totaal", "Personen samen", whole),
)
#: A coupling group: ``gm_code``, persons of a household, class.
Groep = tuple[str, int, str]


def pick_group(keuze: Koppelkeuze, found: Koppelplan, code: str) -> Groep | None:
    """Show who goes to a gemeente; return the group that is picked."""
    rows = found.koppelingen[found.koppelingen["gm_code"] == code]
    sizes = [counted(int(size), "persoon", "personen") for size in rows["personen"]]
    naam = str(keuze.vraag.gemeenten.at[code, "gemeente"])
    picked = show_table(
        rows.assign(groep=sizes),
        _GROUPS,
        key=f"koppel_groepen_{code}",
        titel=f"Wie in {naam} een plek krijgt: kies een rij",
        options=TableOptions(pick=True, height=20),
    )
    if picked is None:
        return None
    row = rows.loc[int(picked)]
    return code, int(row["personen"]), str(row["klasse"])


def show_why(keuze: Koppelkeuze, found: Koppelplan, groep: Groep) -> None:
    """Show the four lines, or offer to work them out."""
    asked = f"{told_of(keuze)}|{groep}"
    if background.running(_WORK) is not None:
        background.show_progress(_WORK, "Uitleg zoeken")
        return
    answer = background.outcome(_WORK, asked)
    if answer is None:
        st.button(
            "Leg uit: waarom hier, en niet elders?",
            on_click=guarded(_start),
            args=(keuze, found, groep, asked),
            key="koppel_waarom",
        )
        return
    with st.container(border=True, key="koppel_uitleg"):
        texts = load_teksten()["app"]["koppelen"]
        lines = uitleg_lines(answer, keuze.vraag)
        st.markdown("\n\n".join(plain_text(line) for line in lines))
        st.caption(texts["uitleg"])

        def draw() -> None:
            st.markdown(texts["uitleg_commando"])
            st.code(why_command(keuze, groep), language=None, wrap_lines=True)

        draw_when_opened("Toon uitleg als commando", "koppel_uitleg_commando", draw)


def _start(keuze: Koppelkeuze, found: Koppelplan, groep: Groep, asked: str) -> None:
    vraag = keuze.vraag
    buren = neighbour_codes(session.gegevens(), [str(code) for code in vraag.gemeenten.index])
    placed = found.koppelingen
    background.start(_WORK, asked, partial(_explain, placed, vraag, groep, buren), SECONDS)


def _explain(
    placed: pd.DataFrame,
    vraag: Koppelvraag,
    groep: Groep,
    buren: Iterable[tuple[str, str]],
    _voortgang: Voortgang,
) -> Koppeluitleg:
    return explain_koppeling(placed, vraag, groep, buren)
